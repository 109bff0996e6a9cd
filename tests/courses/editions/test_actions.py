"""Editions are prepared, announced, changed, copied and closed; each change is written down."""

from datetime import UTC, date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError
from wagtail import hooks

from courses.editions import actions
from courses.editions.models import Edition, Event, ModuleDates, StaffAct
from courses.editions.queries import dates_of
from forums.boards.models import Forum
from tests.factories.content import published
from tests.factories.courses import modules_below
from tests.factories.learning import NOW, discussion_below, edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db
VALUES = {"name": "2027, first half", "languages": ["pt"], "zone": "Africa/Maputo", "starts_on": date(2027, 1, 25)}
VALUES |= {"ends_on": date(2027, 3, 31), "places": 30, "policy": "approval", "code": "", "is_self_paced": False, "enrol_until": None}


def acts():
    return list(StaffAct.objects.order_by("pk").values_list("verb", flat=True))


def test_an_edition_begins_as_a_draft_and_the_same_form_twice_is_one(course, editor):
    uid = uuid4()
    made = [actions.create_edition(course_key=course.translation_key, values=VALUES, by=editor, uid=uid, now=NOW) for _ in range(2)]
    assert made[0].pk == made[1].pk
    assert (made[0].stage, made[0].places, made[0].course_key) == ("draft", 30, course.translation_key)
    act = StaffAct.objects.get()
    assert (act.verb, act.by, act.at, act.data["starts_on"]) == ("edition.create", editor, NOW, "2027-01-25")


def test_the_data_never_hold_an_edition_that_ends_before_it_starts(course, editor):
    with pytest.raises(IntegrityError):
        actions.create_edition(course_key=course.translation_key, values=VALUES | {"ends_on": date(2027, 1, 1)}, by=editor, now=NOW)


def test_a_change_is_written_down_with_what_was_before(course, editor):
    edition = edition_of(course)
    assert actions.change_edition(edition=edition, values={"name": "New", "ends_on": date(2027, 4, 30), "places": None}, by=editor, now=NOW)
    assert not actions.change_edition(edition=edition, values={"name": "New"}, by=editor, now=NOW)
    held = Edition.objects.get()
    assert (held.name, held.ends_on, edition.name) == ("New", date(2027, 4, 30), "New")
    assert StaffAct.objects.get().data == {"name": ["2027", "New"], "ends_on": ["2027-03-31", "2027-04-30"]}


def test_announcing_opens_the_forums_of_its_own_below_modules_and_discussions(course, editor):
    modules = modules_below(course, 2)
    talk = discussion_below(modules[0])
    edition = edition_of(course, stage="draft")
    for _ in range(2):
        actions.announce_edition(edition=edition, by=editor, now=NOW)
    assert edition.stage == "open"
    keys = {module.translation_key for module in modules} | {talk.translation_key}
    assert set(Forum.objects.filter(audience=edition.audience).values_list("key", flat=True)) == keys
    assert acts() == ["edition.announce"]


def test_a_module_published_later_has_the_forums_of_announced_editions(course):
    announced, draft = edition_of(course), edition_of(course, stage="draft")
    [module] = modules_below(course, 1, live=False)
    published(module)
    found = set(Forum.objects.filter(key=module.translation_key).values_list("audience", flat=True))
    assert found == {"", announced.audience}
    assert draft.audience not in found


def test_closing_freezes_figures_once_and_closes_the_forums(course, editor):
    modules_below(course, 1)
    edition = edition_of(course, stage="draft")
    actions.announce_edition(edition=edition, by=editor, now=NOW)
    with hooks.register_temporarily("edition_report", lambda edition, now: {"learners": 12}):
        actions.close_edition(edition=edition, by=editor, now=NOW)
    with hooks.register_temporarily("edition_report", lambda edition, now: {"learners": 99}):
        actions.close_edition(edition=edition, by=editor, now=NOW.replace(hour=12))
    held = Edition.objects.get()
    assert (held.stage, held.closed_at, held.report["learners"]) == ("closed", NOW, 12)
    assert all(Forum.objects.filter(audience=edition.audience).values_list("is_closed", flat=True))
    assert acts() == ["edition.announce", "edition.close"]


def test_a_closed_edition_does_not_change(course, editor, modules):
    edition = edition_of(course, stage="closed", closed_at=NOW)
    key = modules[0].translation_key
    for change in (
        lambda: actions.change_edition(edition=edition, values={"name": "x"}, by=editor, now=NOW),
        lambda: actions.announce_edition(edition=edition, by=editor, now=NOW),
        lambda: actions.set_module_dates(edition=edition, dates={key: (None, NOW.date())}, by=editor, now=NOW),
        lambda: actions.add_event(edition=edition, values={"title": "x", "starts_at": NOW}, by=editor, now=NOW),
    ):
        with pytest.raises(ValueError, match="closed"):
            change()
    assert acts() == []


def test_a_copy_moves_all_dates_and_takes_no_people(course, editor, learner, facilitator, modules):
    edition = edition_of(course, enrol_until=date(2027, 2, 10), places=20)
    enrolled(learner, edition)
    actions.set_facilitators(edition=edition, people=[facilitator], by=editor, now=NOW)
    ModuleDates.objects.create(edition=edition, module_key=modules[0].translation_key, opens_on=date(2027, 2, 1), due_on=date(2027, 2, 8))
    begins = datetime(2027, 3, 1, 10, 0, tzinfo=ZoneInfo("Africa/Maputo"))
    actions.add_event(edition=edition, values={"title": "Webinar", "starts_at": begins, "link": "https://x.org"}, by=editor, now=NOW)
    uid = uuid4()
    for _ in range(2):
        copy = actions.copy_edition(edition=edition, name="2028", starts_on=date(2028, 1, 25), by=editor, uid=uid, now=NOW)
    assert (copy.stage, copy.places, copy.copied_from, copy.course_key) == ("draft", 20, edition, edition.course_key)
    assert (copy.starts_on, copy.ends_on, copy.enrol_until) == (date(2028, 1, 25), date(2028, 3, 30), date(2028, 2, 10))
    assert not copy.enrolments.exists()
    assert not copy.facilitator_rows.exists()
    assert [(row.opens_on, row.due_on) for row in copy.module_dates.all()] == [(date(2028, 2, 1), date(2028, 2, 8))]
    [event] = copy.events.all()
    assert (event.title, event.link) == ("Webinar", "")
    assert event.starts_at == datetime(2028, 2, 29, 8, 0, tzinfo=UTC)


def test_events_of_a_copy_keep_their_hour_over_the_change_of_the_clock(course, editor):
    edition = edition_of(course, zone="Europe/Lisbon")
    begins = datetime(2027, 2, 1, 10, 0, tzinfo=ZoneInfo("Europe/Lisbon"))
    actions.add_event(edition=edition, values={"title": "Webinar", "starts_at": begins}, by=editor, now=NOW)
    copy = actions.copy_edition(edition=edition, name="Summer", starts_on=date(2027, 6, 25), by=editor, now=NOW)
    assert copy.events.get().starts_at.astimezone(copy.tz).hour == 10


def test_a_self_paced_edition_is_copied_without_days_and_others_need_one(course, editor):
    copy = actions.copy_edition(edition=self_paced(course), name="Again", starts_on=None, by=editor, now=NOW)
    assert (copy.is_self_paced, copy.starts_on) == (True, None)
    with pytest.raises(ValueError, match="first day"):
        actions.copy_edition(edition=edition_of(course), name="Again", starts_on=None, by=editor, now=NOW)


def test_dates_of_modules_are_kept_changed_and_removed(course, editor, modules):
    edition = edition_of(course)
    first, second = (module.translation_key for module in modules)
    day, later = date(2027, 2, 1), date(2027, 2, 8)

    def put(dates):
        return actions.set_module_dates(edition=edition, dates=dates, by=editor, now=NOW)

    assert put({first: (day, later), second: (None, None)})
    assert not put({first: (day, later)})
    assert list(dates_of(edition)) == [first]
    assert put({first: (None, None), second: (None, later)})
    assert {key: (row.opens_on, row.due_on) for key, row in dates_of(edition).items()} == {second: (None, later)}
    assert acts() == ["edition.module_dates"] * 2


def test_events_are_added_once_changed_and_removed(course, editor):
    edition = edition_of(course)
    values = {"title": "Webinar", "starts_at": NOW, "minutes": 90, "link": "https://example.org/room"}
    event = actions.add_event(edition=edition, values=values, by=editor, now=NOW)
    assert actions.add_event(edition=edition, values=values, by=editor, now=NOW).pk == event.pk
    assert actions.change_event(event=event, values=values | {"minutes": 60}, by=editor, now=NOW)
    assert not actions.change_event(event=event, values=values | {"minutes": 60}, by=editor, now=NOW)
    assert actions.remove_event(event=event, by=editor, now=NOW)
    assert acts() == ["event.add", "event.change", "event.remove"]


def test_an_event_that_somebody_removed_meanwhile_is_not_changed(course, editor):
    edition = edition_of(course)
    event = actions.add_event(edition=edition, values={"title": "Webinar", "starts_at": NOW}, by=editor, now=NOW)
    Event.objects.filter(pk=event.pk).delete()
    assert not actions.change_event(event=event, values={"title": "Meeting"}, by=editor, now=NOW)
    assert acts() == ["event.add"]


def test_who_runs_it_is_set_and_each_change_written_down(course, editor, facilitator, learner):
    edition = edition_of(course)
    assert actions.set_facilitators(edition=edition, people=[facilitator, learner], by=editor, now=NOW)
    assert not actions.set_facilitators(edition=edition, people=[learner, facilitator], by=editor, now=NOW)
    assert actions.set_facilitators(edition=edition, people=[learner], by=editor, now=NOW)
    assert [row.person for row in edition.facilitator_rows.all()] == [learner]
    assert acts() == ["edition.let_run"] * 2 + ["edition.stop_running"]
    assert StaffAct.objects.get(verb="edition.stop_running").about == facilitator
