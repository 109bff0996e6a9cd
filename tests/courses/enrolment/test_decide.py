"""Staff decide about people; people leave; places pass on."""

from datetime import UTC, datetime, timedelta

import pytest

from courses.editions.actions import change_edition
from courses.editions.models import StaffAct
from courses.enrolment.actions import approve, ask_in, enrol, give_days, move_up, refuse, withdraw
from courses.enrolment.choices import Refusal, State
from courses.enrolment.models import Enrolment
from courses.enrolment.refusals import Refused
from courses.enrolment.signals import left
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db


def stands(edition, person, state, **fields):
    return Enrolment.objects.create(edition=edition, person=person, state=state, asked_at=NOW, **fields)


def state_of(row):
    return Enrolment.objects.get(pk=row.pk).state


def verbs():
    return list(StaffAct.objects.order_by("pk").values_list("verb", flat=True))


def test_who_is_approved_takes_part_is_told_and_it_is_written_down(learner, facilitator, edition, mails):
    row = approve(enrolment=stands(edition, learner, State.ASKED), by=facilitator, now=NOW)
    assert (row.state, row.since) == (State.ACTIVE, NOW)
    [mail] = mails(learner)
    assert mail.is_essential
    assert mail.language == "pt"
    assert f"/pt/learning/editions/{edition.uid}/" in mail.text
    act = StaffAct.objects.get()
    assert (act.verb, act.by, act.about, act.edition) == ("enrolment.approve", facilitator, learner, edition)
    approve(enrolment=row, by=facilitator, now=NOW)
    assert len(mails(learner)) == len(verbs()) == 1


def test_approved_without_a_place_one_waits(learner, facilitator, course):
    edition = edition_of(course, places=1)
    enrolled(PersonFactory(), edition)
    assert approve(enrolment=stands(edition, learner, State.ASKED), by=facilitator, now=NOW).state == State.WAITING


def test_nobody_is_approved_after_the_end(learner, facilitator, edition):
    with pytest.raises(Refused) as no:
        approve(enrolment=stands(edition, learner, State.ASKED), by=facilitator, now=datetime(2027, 5, 1, tzinfo=UTC))
    assert no.value.refusal == Refusal.OVER


@pytest.mark.parametrize("state", [State.ASKED, State.WAITING])
def test_a_refusal_has_a_reason_that_the_person_reads_in_her_language(facilitator, edition, mails, state):
    koffi = PersonFactory(language="fr")
    row = refuse(enrolment=stands(edition, koffi, state), by=facilitator, reason=" Réservé aux inspecteurs. ", now=NOW)
    assert (row.state, row.reason, row.ended_at) == (State.REFUSED, "Réservé aux inspecteurs.", NOW)
    [mail] = mails(koffi)
    assert "Réservé aux inspecteurs." in mail.text
    assert mail.language == "fr"
    assert f"/fr/learning/editions/{edition.uid}/" in mail.text
    refuse(enrolment=row, by=facilitator, reason="Again", now=NOW)
    assert verbs() == ["enrolment.refuse"]


@pytest.mark.parametrize("act", [refuse, withdraw])
@pytest.mark.parametrize("reason", ["", "  "])
def test_staff_give_a_reason(learner, facilitator, edition, act, reason):
    row = stands(edition, learner, State.WAITING)
    with pytest.raises(ValueError, match="reason"):
        act(enrolment=row, by=facilitator, reason=reason, now=NOW)
    assert state_of(row) == State.WAITING


def test_refused_by_mistake_can_be_approved(learner, facilitator, edition):
    row = stands(edition, learner, State.REFUSED, reason="Mistake")
    assert approve(enrolment=row, by=facilitator, now=NOW).is_active
    assert Enrolment.objects.get().reason == ""


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REFUSED])
@pytest.mark.parametrize("act", ["approve", "enrol"])
def test_staff_take_in_again_who_left_or_was_refused_and_the_log_keeps_it(learner, facilitator, edition, mails, state, act):
    row = stands(edition, learner, state, reason="She left.", ended_at=NOW)
    if act == "approve":
        approve(enrolment=row, by=facilitator, now=NOW)
    else:
        enrol(person=learner, edition=edition, by=facilitator, now=NOW)
    row.refresh_from_db()
    assert (row.is_active, row.reason, row.ended_at) == (True, "", None)
    act = StaffAct.objects.get()
    assert (act.verb, act.by, act.about) == ("enrolment.readmit", facilitator, learner)


def test_who_withdraws_makes_room_for_the_first_who_waits(learner, course, mails):
    edition = edition_of(course, places=1)
    leaving = enrolled(PersonFactory(), edition)
    second = stands(edition, PersonFactory(), State.WAITING)
    Enrolment.objects.filter(pk=second.pk).update(asked_at=NOW.replace(hour=8))
    third = stands(edition, learner, State.WAITING)
    heard = []

    def hear(sender, enrolment, now, **kwargs):
        heard.append(enrolment.pk)

    left.connect(hear)
    try:
        withdraw(enrolment=leaving, by=leaving.person, now=NOW)
    finally:
        left.disconnect(hear)
    assert heard == [leaving.pk]
    assert [state_of(row) for row in (leaving, second, third)] == [State.WITHDRAWN, State.ACTIVE, State.WAITING]
    assert mails(leaving.person) == []
    assert len(mails(second.person)) == 1
    assert verbs() == []


def test_leaving_the_waiting_list_moves_nobody(learner, course):
    edition = edition_of(course, places=1)
    enrolled(PersonFactory(), edition)
    row = stands(edition, learner, State.WAITING)
    other = stands(edition, PersonFactory(), State.WAITING)
    withdraw(enrolment=row, by=learner, now=NOW)
    assert [state_of(row), state_of(other)] == [State.WITHDRAWN, State.WAITING]


def test_staff_end_a_part_with_a_reason_that_is_told(learner, facilitator, edition, mails):
    row = enrolled(learner, edition)
    withdraw(enrolment=row, by=facilitator, reason="Asked by her office.", now=NOW)
    assert (state_of(row), Enrolment.objects.get().reason) == (State.WITHDRAWN, "Asked by her office.")
    assert "Asked by her office." in mails(learner)[0].text
    withdraw(enrolment=row, by=facilitator, reason="Again", now=NOW)
    assert verbs() == ["enrolment.withdraw"]


def test_nobody_leaves_a_closed_edition(learner, course):
    row = enrolled(learner, edition_of(course, stage="closed", closed_at=NOW))
    with pytest.raises(ValueError, match="closed"):
        withdraw(enrolment=row, by=learner, now=NOW)


def test_more_places_let_people_move_up_at_once(facilitator, course, mails):
    edition = edition_of(course, places=1)
    enrolled(PersonFactory(), edition)
    rows = [stands(edition, PersonFactory(), State.WAITING) for _ in range(3)]
    change_edition(edition=edition, values={"places": 3}, by=facilitator, now=NOW)
    assert [state_of(row) for row in rows] == [State.ACTIVE, State.ACTIVE, State.WAITING]
    change_edition(edition=edition, values={"places": None}, by=facilitator, now=NOW)
    assert [state_of(row) for row in rows] == [State.ACTIVE] * 3
    assert all(len(mails(row.person)) == 1 for row in rows)
    assert move_up(edition=edition, now=NOW) == []


def test_nobody_moves_up_in_an_edition_that_is_over(course):
    edition = edition_of(course, places=2)
    stands(edition, PersonFactory(), State.WAITING)
    assert move_up(edition=edition, now=datetime(2027, 6, 1, tzinfo=UTC)) == []


def test_more_time_is_told_written_down_and_given_once(learner, facilitator, edition, mails):
    row = enrolled(learner, edition)
    assert give_days(enrolment=row, days=7, by=facilitator, reason="No line for a week.", now=NOW)
    assert not give_days(enrolment=row, days=7, by=facilitator, reason="No line for a week.", now=NOW)
    held = Enrolment.objects.get()
    assert held.extra_days == 7
    assert held.deadline(edition.ends_at) - edition.ends_at == timedelta(days=7)
    assert "7" in mails(learner)[0].text
    assert StaffAct.objects.get().data == {"extra_days": [0, 7]}


@pytest.mark.parametrize(("days", "reason", "state"), [(-1, "x", "active"), (366, "x", "active"), (7, " ", "active"), (7, "x", "waiting")])
def test_time_out_of_bounds_is_not_given(learner, facilitator, edition, days, reason, state):
    row = enrolled(learner, edition, state=state)
    with pytest.raises(ValueError, match=r"more time|takes part"):
        give_days(enrolment=row, days=days, by=facilitator, reason=reason, now=NOW)


def test_staff_enrol_whatever_the_policy_but_not_past_the_places(learner, facilitator, course):
    edition = edition_of(course, policy="invitation", places=1)
    assert enrol(person=learner, edition=edition, by=facilitator, now=NOW).is_active
    assert enrol(person=learner, edition=edition, by=facilitator, now=NOW).is_active
    assert enrol(person=PersonFactory(), edition=edition, by=facilitator, now=NOW).state == State.WAITING
    assert verbs() == ["enrolment.enrol"] * 2
    with pytest.raises(Refused):
        enrol(person=learner, edition=edition_of(course, stage="draft"), by=facilitator, now=NOW)


def test_a_closed_account_gets_no_mail(facilitator, edition, mails):
    gone = PersonFactory(is_active=False)
    refuse(enrolment=stands(edition, gone, State.ASKED), by=facilitator, reason="Closed.", now=NOW)
    assert mails(gone) == []


def test_asking_again_after_the_waiting_list_takes_a_new_turn(learner, course):
    edition = edition_of(course, places=1)
    enrolled(PersonFactory(), edition)
    row = ask_in(person=learner, edition=edition, now=NOW)
    withdraw(enrolment=row, by=learner, now=NOW)
    assert ask_in(person=learner, edition=edition, now=NOW.replace(hour=20)).asked_at.hour == 20
