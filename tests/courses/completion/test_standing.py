"""Where somebody stands: done, left, late, locked, next, and by when."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import RequestFactory

from courses.completion.actions import keep_place, note_deed, note_reading
from courses.completion.choices import Deed
from courses.completion.models import UnitProgress
from courses.completion.queries import progress_of, progress_of_many, standing, standings, why_closed
from courses.editions.choices import Stage
from courses.editions.models import ModuleDates
from tests.courses.completion.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.courses import link_below, reading_below, units_below
from tests.factories.learning import discussion_below, enrolled, quiz_below, self_paced

pytestmark = pytest.mark.django_db


def at(enrolment, now=NOW, **fields):
    return standing(enrolment, now=now, language="en", **fields)


def do(enrolment, unit, now=NOW, deed=Deed.MARKED, **fields):
    return note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=deed, now=now, **fields)


def state(enrolment, page, now=NOW):
    here = at(enrolment, now)
    return (here.units.get(page.translation_key) or here.modules[page.translation_key]).state


def due(edition, module, due_on=None, opens_on=None):
    ModuleDates.objects.create(edition=edition, module_key=module.translation_key, due_on=due_on, opens_on=opens_on)


def test_one_who_has_just_come_begins_at_the_beginning(enrolment, modules):
    first, _second = units_below(modules[0], 2)
    here = at(enrolment)
    assert (here.percent, here.done, here.total, here.is_reached, here.last_at) == (0, 0, 2, False, None)
    assert here.next_unit.unit.key == first.translation_key
    assert [unit.title for unit in here.left] == ["Unit name 1", "Unit name 2"]


def test_done_units_are_counted_and_the_strip_is_woven(enrolment, modules):
    units = units_below(modules[0], 3)
    do(enrolment, units[0])
    here = at(enrolment)
    assert (here.percent, here.done, here.total) == (33, 1, 3)
    assert here.modules[modules[0].translation_key].woven == 3
    assert here.modules[modules[1].translation_key].woven == 0
    for unit in units[1:]:
        do(enrolment, unit)
    done = at(enrolment)
    assert (done.percent, done.is_reached, done.left, done.next_unit) == (100, True, (), None)
    assert done.modules[modules[0].translation_key].woven == 10


def test_a_strip_is_never_bare_once_something_is_done_and_never_full_before_all_is(enrolment, modules):
    units = units_below(modules[0], 12)
    do(enrolment, units[0])
    assert at(enrolment).modules[modules[0].translation_key].woven == 1
    for unit in units[1:11]:
        do(enrolment, unit)
    assert at(enrolment).modules[modules[0].translation_key].woven == 9


def test_she_goes_on_in_the_unit_where_she_stopped(enrolment, modules):
    units = units_below(modules[0], 3)
    note_reading(enrolment=enrolment, unit_key=units[1].translation_key, language="en", now=NOW)
    keep_place(enrolment=enrolment, unit_key=units[1].translation_key, place="b42", now=NOW)
    here = at(enrolment)
    assert here.next_unit.unit.title == "Unit name 2"
    assert here.next_unit.url.endswith("/unit-name-2/#b42")
    assert state(enrolment, units[1]) == "current"


def test_from_a_unit_that_is_done_she_goes_on_to_the_next_then_to_what_she_left_out(enrolment, modules):
    units = units_below(modules[0], 3)
    do(enrolment, units[1])
    assert at(enrolment).next_unit.unit.title == "Unit name 3"
    do(enrolment, units[2], NOW + timedelta(minutes=1))
    assert at(enrolment).next_unit.unit.title == "Unit name 1"


def test_what_is_optional_is_proposed_only_when_nothing_else_is_open(enrolment, modules):
    first = reading_below(modules[0])
    optional = link_below(modules[0], is_required=False)
    last = reading_below(modules[1], title="Last")
    do(enrolment, first)
    assert at(enrolment).next_unit.unit.title == "Last"
    do(enrolment, last)
    assert at(enrolment).next_unit.unit.key == optional.translation_key


def test_nothing_is_proposed_that_is_locked(enrolment, modules):
    unit = reading_below(modules[0], release='[{"type": "date", "value": "2027-03-03"}]')
    assert at(enrolment).next_unit is None
    assert state(enrolment, unit) == "locked"


def test_a_module_that_is_locked_locks_its_units_and_what_is_done_stays_done(enrolment, modules, edition):
    done, left = units_below(modules[0], 2)
    do(enrolment, done)
    due(edition, modules[0], opens_on=date(2027, 3, 1))
    assert (state(enrolment, done), state(enrolment, left), state(enrolment, modules[0])) == ("done", "locked", "locked")
    assert why_closed(enrolment, done, NOW) == ""
    assert "March 1, 00:00 (Maputo)" in why_closed(enrolment, left, NOW)
    assert why_closed(enrolment, left, datetime(2027, 2, 28, 22, tzinfo=UTC)) == ""


def test_a_module_that_asks_for_the_one_before_opens_when_that_is_done(enrolment, modules, homes):
    unit = reading_below(modules[0])
    modules[1].release = '[{"type": "previous", "value": null}]'
    modules[1].save()
    later = reading_below(modules[1], title="Later")
    assert why_closed(enrolment, later, NOW) == "Opens when you have done the module “Module name 1”."
    do(enrolment, unit)
    assert why_closed(enrolment, later, NOW) == ""
    assert why_closed(enrolment, homes["en"], NOW) == ""


def test_the_next_deadline_is_hers_with_more_days_and_in_the_editions_zone(enrolment, modules, edition):
    for module in modules:
        reading_below(module)
    due(edition, modules[0], date(2027, 2, 14))
    due(edition, modules[1], date(2027, 2, 7))
    here = at(enrolment)
    assert here.next_due == datetime(2027, 2, 7, 22, tzinfo=UTC)
    assert here.next_due_module.title == "Module name 2"
    enrolment.extra_days = 3
    assert at(enrolment).next_due == datetime(2027, 2, 10, 22, tzinfo=UTC)


def test_without_dates_of_modules_the_end_of_the_edition_counts(enrolment, modules):
    unit = reading_below(modules[0])
    assert at(enrolment).next_due == datetime(2027, 3, 31, 22, tzinfo=UTC)
    do(enrolment, unit)
    assert at(enrolment).next_due is None


def test_what_is_late_says_so_until_it_is_done(enrolment, modules, edition):
    unit = reading_below(modules[0])
    optional = link_below(modules[0], is_required=False)
    due(edition, modules[0], date(2027, 1, 31))
    assert (state(enrolment, unit), state(enrolment, optional), state(enrolment, modules[0])) == ("late", "open", "late")
    assert at(enrolment).is_late
    do(enrolment, unit)
    assert not at(enrolment).is_late


def test_more_days_make_it_timely_again(enrolment, modules, edition):
    unit = reading_below(modules[0])
    due(edition, modules[0], date(2027, 1, 31))
    enrolment.extra_days = 2
    assert state(enrolment, unit) == "open"


def test_a_self_paced_edition_has_no_end_and_counts_days_from_when_she_came(course, modules, inspector):
    enrolment = enrolled(inspector, self_paced(course))
    unit = reading_below(modules[0], release='[{"type": "days", "value": 2}]')
    assert at(enrolment).next_due is None
    assert state(enrolment, unit) == "locked"
    assert state(enrolment, unit, NOW + timedelta(days=2)) == "open"


def test_a_unit_that_was_unpublished_while_she_was_in_it_is_not_left(enrolment, modules):
    kept, gone = units_below(modules[0], 2)
    note_reading(enrolment=enrolment, unit_key=gone.translation_key, language="en", now=NOW)
    gone.unpublish()
    here = at(enrolment)
    assert [unit.key for unit in here.left] == [kept.translation_key]
    assert here.next_unit.unit.key == kept.translation_key
    assert gone.translation_key in progress_of(enrolment)


def test_quizzes_and_messages_stand_beside_the_units(enrolment, modules):
    quiz, talk = quiz_below(modules[0]), discussion_below(modules[1], posts_min=2)
    data = {"percent": 80, "is_passed": True, "attempt": "a", "number": 1}
    do(enrolment, quiz, deed=Deed.SCORED, data=data)
    do(enrolment, talk, deed=Deed.POSTED, token="p")
    here = at(enrolment)
    assert (here.quiz_percent, here.posts) == (80, 1)
    assert here.units[quiz.translation_key].percent == 80
    assert (here.units[talk.translation_key].posts, here.units[talk.translation_key].is_done) == (1, False)


def test_the_language_is_the_readers(enrolment, modules):
    reading_below(modules[0])
    assert standing(enrolment, now=NOW, language="pt").left[0].code == "en"


@pytest.mark.parametrize("number", [1, 3])
def test_standing_takes_one_query_when_the_outline_is_known(enrolment, modules, django_assert_num_queries, number):
    for unit in units_below(modules[0], number):
        do(enrolment, unit)
    request = RequestFactory().get("/en/")
    request.user = enrolment.person
    at(enrolment, request=request)
    with django_assert_num_queries(1):
        at(enrolment, request=request)


@pytest.mark.parametrize("number", [1, 3])
def test_standings_of_many_take_the_same_queries(edition, modules, django_assert_num_queries, number):
    unit = reading_below(modules[0])
    rows = [enrolled(PersonFactory(), edition) for _ in range(number)]
    do(rows[0], unit)
    request = RequestFactory().get("/en/")
    request.user = rows[0].person
    standings(rows, now=NOW, request=request)
    with django_assert_num_queries(2):
        found = standings(rows, now=NOW, request=request)
    assert [found[row.pk].percent for row in rows] == [100, 0, 0][:number]


def test_progress_is_kept_apart_from_person_to_person(edition, modules, enrolment):
    other = enrolled(PersonFactory(), edition)
    unit = reading_below(modules[0])
    do(enrolment, unit)
    assert progress_of(other) == {}
    assert set(progress_of_many([other, enrolment])) == {enrolment.pk}
    assert UnitProgress.objects.filter(enrolment=other).count() == 0


def test_in_a_closed_edition_nothing_is_locked_and_all_may_be_read(enrolment, modules):
    modules[1].release = '[{"type": "previous", "value": null}]'
    modules[1].save()
    units_below(modules[0], 1)
    later = reading_below(modules[1])
    assert state(enrolment, later) == "locked"
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    assert state(enrolment, later) == "open"
    assert state(enrolment, modules[1]) != "locked"
    assert why_closed(enrolment, later, NOW) == ""
