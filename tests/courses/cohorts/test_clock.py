"""Stuck and late by a clock that is passed in: zones, more days, what opens when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from courses.cohorts.queries import cohort, plans_of
from courses.completion.models import Completion
from courses.editions.models import ModuleDates
from tests.courses.cohorts.conftest import did
from tests.factories.learning import NOW, edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(rf, edition, facilitator):
    """Return the row of one person as the cohort has it at a moment."""

    def ask(enrolment, now, days=7):
        request = rf.get("/")
        request.user = facilitator
        rows = cohort(edition=enrolment.edition, plans=plans_of(request, enrolment.edition), now=now, days=days)
        return next(row for row in rows if row.pk == enrolment.pk)

    return ask


def due(edition, module, on, opens=None):
    ModuleDates.objects.create(edition=edition, module_key=module.translation_key, due_on=on, opens_on=opens)


def test_a_module_is_late_once_its_last_day_is_over_where_the_edition_is(asked, edition, modules, ana):
    due(edition, modules[0], date(2027, 2, 10))
    over = datetime(2027, 2, 10, 22, tzinfo=UTC)  # midnight in Maputo
    assert asked(ana, over - timedelta(seconds=1)).late == ()
    assert asked(ana, over).late == (1,)


@pytest.mark.parametrize(("zone", "hour"), [("Pacific/Kiritimati", 10), ("America/Lima", 29), ("UTC", 24)])
def test_each_zone_has_its_own_midnight(asked, edition, modules, ana, zone, hour):
    edition.zone = zone
    edition.save()
    due(edition, modules[0], date(2027, 2, 10))
    over = datetime(2027, 2, 10, tzinfo=UTC) + timedelta(hours=hour)
    ana.refresh_from_db()
    assert asked(ana, over - timedelta(seconds=1)).late == ()
    assert asked(ana, over).late == (1,)


def test_more_days_are_for_one_person_alone(asked, edition, modules, ana, django_user_model):
    due(edition, modules[0], date(2027, 2, 10))
    ana.extra_days = 3
    ana.save()
    other = enrolled(django_user_model.objects.create_user(email="b@example.org"), edition)
    now = datetime(2027, 2, 12, tzinfo=UTC)
    assert asked(ana, now).late == ()
    assert asked(other, now).late == (1,)
    assert asked(ana, now + timedelta(days=2)).late == (1,)


def test_without_a_day_of_its_own_a_module_is_due_with_the_edition(asked, ana):
    over = datetime(2027, 3, 31, 22, tzinfo=UTC)
    assert asked(ana, over - timedelta(seconds=1)).late == ()
    assert asked(ana, over).late == (1, 2)


def test_a_self_paced_edition_makes_nobody_late(asked, course, units, ana):
    row = asked(enrolled(ana.person, self_paced(course)), NOW + timedelta(days=900))
    assert row.late == ()
    assert row.stuck_since == NOW


def test_what_was_done_in_time_or_late_is_not_late_any_more(asked, edition, modules, units, ana):
    due(edition, modules[0], date(2027, 2, 10))
    now = datetime(2027, 2, 20, tzinfo=UTC)
    for page in units[0]:
        did(ana, page, at=now - timedelta(days=1))
    assert asked(ana, now).late == ()


def test_stuck_counts_from_the_last_deed(asked, units, ana):
    did(ana, units[0][0], at=NOW + timedelta(days=2))
    assert asked(ana, NOW + timedelta(days=8)).stuck_since is None
    assert asked(ana, NOW + timedelta(days=9)).stuck_since == NOW + timedelta(days=2)
    assert asked(ana, NOW + timedelta(days=5), days=3).stuck_since == NOW + timedelta(days=2)


def test_who_never_began_is_stuck_from_her_first_day_on(asked, ana):
    row = asked(ana, NOW + timedelta(days=7))
    assert row.stuck_since == NOW
    assert row.seen_at is None


def test_a_facilitators_mark_is_no_sign_of_the_learner(asked, units, ana):
    did(ana, units[0][0], at=NOW + timedelta(days=6), deed="granted")
    row = asked(ana, NOW + timedelta(days=8))
    assert row.seen_at is None
    assert row.stuck_since == NOW
    assert row.done == 1


def test_opening_a_unit_again_is_a_sign(asked, units, ana):
    did(ana, units[0][0])
    ana.units.update(last_at=NOW + timedelta(days=5))
    row = asked(ana, NOW + timedelta(days=8))
    assert row.seen_at == NOW + timedelta(days=5)
    assert row.stuck_since is None


def test_nobody_is_stuck_while_what_is_left_is_not_open(asked, edition, modules, units, ana):
    due(edition, modules[1], None, opens=date(2027, 3, 1))
    for page in units[0]:
        did(ana, page)
    assert asked(ana, NOW + timedelta(days=20)).stuck_since is None
    opened = datetime(2027, 2, 28, 22, tzinfo=UTC)
    assert asked(ana, opened + timedelta(days=7)).stuck_since == opened


def test_who_has_completed_is_neither_stuck_nor_late(asked, ana):
    Completion.objects.create(enrolment=ana, completed_at=NOW)
    row = asked(ana, datetime(2027, 6, 1, tzinfo=UTC))
    assert (row.stuck_since, row.late) == (None, ())
    assert row.standing == "completed"


def test_what_is_not_required_counts_neither_as_done_nor_as_left(asked, units, ana):
    free = units[0][1]
    free.is_required = False
    free.save()
    did(ana, units[0][0])
    row = asked(ana, NOW)
    assert (row.squares[0].done, row.squares[0].total, row.squares[0].state) == (1, 1, "done")
    did(ana, free)
    assert asked(ana, NOW).squares[0].done == 1


def test_a_closed_edition_stands_still(asked, course, units, ana):
    closed = edition_of(course, name="Old", stage="closed", closed_at=NOW + timedelta(days=1))
    old = enrolled(ana.person, closed)
    row = asked(old, NOW + timedelta(days=300))
    assert (row.stuck_since, row.late) == (None, ())
