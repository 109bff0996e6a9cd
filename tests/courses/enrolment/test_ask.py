"""Somebody asks to take part: five policies, full and closed editions, asked twice."""

from datetime import UTC, date, datetime

import pytest

from courses.editions.choices import Policy, Stage
from courses.enrolment.actions import ask_in, invite, refuse, withdraw
from courses.enrolment.choices import Answer, Refusal, State
from courses.enrolment.models import Enrolment, Invitation
from courses.enrolment.queries import active_enrolments
from courses.enrolment.refusals import Refused
from courses.enrolment.signals import enrolled as enrolled_signal
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """Return who was told of as coming in."""
    rows = []

    def hear(sender, enrolment, now, **kwargs):
        rows.append((enrolment.person, now))

    enrolled_signal.connect(hear)
    yield rows
    enrolled_signal.disconnect(hear)


def refusal(person, edition, now=NOW, **more):
    with pytest.raises(Refused) as no:
        ask_in(person=person, edition=edition, now=now, **more)
    return no.value.refusal


def test_in_an_open_edition_who_asks_is_in_at_once_and_is_told(learner, edition, heard, mails):
    row = ask_in(person=learner, edition=edition, now=NOW)
    assert (row.state, row.since, row.asked_at) == (State.ACTIVE, NOW, NOW)
    assert heard == [(learner, NOW)]
    assert [mail.subject.rpartition(": ")[2] for mail in mails(learner)] == ["Inspection"]
    assert [held.pk for held in active_enrolments(learner)] == [row.pk]


def test_asking_twice_changes_nothing_and_tells_nobody_twice(learner, edition, heard, mails):
    first = ask_in(person=learner, edition=edition, now=NOW)
    again = ask_in(person=learner, edition=edition, now=NOW.replace(hour=10))
    assert again.pk == first.pk
    assert again.since == NOW
    assert len(heard) == len(mails(learner)) == 1


def test_where_a_facilitator_approves_one_has_asked_and_is_not_in(learner, course, heard, mails):
    row = ask_in(person=learner, edition=edition_of(course, policy=Policy.APPROVAL), now=NOW)
    assert row.state == State.ASKED
    assert heard == []
    assert mails(learner) == []


@pytest.mark.parametrize("code", ["CPLP-27", " cplp-27 "])
def test_the_code_lets_in_whatever_its_case(learner, course, code):
    row = ask_in(person=learner, edition=edition_of(course, policy=Policy.CODE, code="CPLP-27"), code=code, now=NOW)
    assert row.state == State.ACTIVE


@pytest.mark.parametrize("code", ["", "CPLP", "CPLP-28", "ÇPLP-27"])
def test_another_code_is_refused_with_a_sentence(learner, course, code):
    edition = edition_of(course, policy=Policy.CODE, code="CPLP-27")
    assert refusal(learner, edition, code=code) == Refusal.WRONG_CODE
    assert "not the code" in Refused(Refusal.WRONG_CODE).sentence
    assert not Enrolment.objects.exists()


def test_by_invitation_nobody_comes_in_who_was_not_invited(learner, facilitator, course):
    edition = edition_of(course, policy=Policy.INVITATION)
    assert refusal(learner, edition) == Refusal.INVITED_ONLY
    invite(edition=edition, email=learner.email, by=facilitator, now=NOW)
    assert ask_in(person=learner, edition=edition, now=NOW).state == State.ACTIVE
    assert Invitation.objects.get().answer == Answer.ACCEPTED


def test_an_invitation_to_an_address_that_nobody_proved_lets_nobody_in(facilitator, course):
    edition = edition_of(course, policy=Policy.INVITATION)
    claims = PersonFactory(email="claims@example.org", is_confirmed=False)
    invite(edition=edition, email=claims.email, by=facilitator, now=NOW)
    assert refusal(claims, edition) == Refusal.INVITED_ONLY


def test_a_full_edition_has_a_waiting_list(learner, course, heard, mails):
    edition = edition_of(course, places=1)
    enrolled(PersonFactory(), edition)
    row = ask_in(person=learner, edition=edition, now=NOW)
    assert row.state == State.WAITING
    assert heard == []
    assert len(mails(learner)) == 1


def test_nobody_passes_those_who_wait(learner, course):
    edition = edition_of(course, places=2)
    enrolled(PersonFactory(), edition)
    waits = PersonFactory()
    Enrolment.objects.create(edition=edition, person=waits, state=State.WAITING, asked_at=NOW)
    assert ask_in(person=learner, edition=edition, now=NOW).state == State.WAITING


@pytest.mark.parametrize(
    ("fields", "now", "why"),
    [
        ({"stage": Stage.DRAFT}, NOW, Refusal.DRAFT),
        ({"stage": Stage.CLOSED, "closed_at": NOW}, NOW, Refusal.CLOSED),
        ({"enrol_until": date(2027, 1, 31)}, NOW, Refusal.LATE),
        ({}, datetime(2027, 4, 1, tzinfo=UTC), Refusal.OVER),
    ],
)
def test_out_of_time_nobody_comes_in(learner, course, fields, now, why):
    edition = edition_of(course, **fields)
    assert refusal(learner, edition, now=now) == why
    assert not Enrolment.objects.exists()


def test_the_last_day_to_enrol_counts_whole_in_the_editions_own_zone(learner, course):
    edition = edition_of(course, enrol_until=date(2027, 2, 1), zone="Africa/Maputo")  # two hours ahead of UTC
    assert refusal(learner, edition, now=datetime(2027, 2, 1, 22, 0, tzinfo=UTC)) == Refusal.LATE
    assert ask_in(person=learner, edition=edition, now=datetime(2027, 2, 1, 21, 59, tzinfo=UTC)).is_active


def test_an_edition_without_end_stays_open(learner, course):
    assert ask_in(person=learner, edition=self_paced(course), now=datetime(2040, 1, 1, tzinfo=UTC)).is_active


def test_who_left_by_herself_may_come_again_and_keeps_her_row(learner, edition):
    row = ask_in(person=learner, edition=edition, now=NOW)
    withdraw(enrolment=row, by=learner, now=NOW)
    assert active_enrolments(learner) == []
    again = ask_in(person=learner, edition=edition, now=NOW.replace(hour=12))
    assert (again.pk, again.state, again.since.hour, again.ended_at) == (row.pk, State.ACTIVE, 12, None)


def test_who_was_sent_away_or_refused_does_not_ask_again(learner, facilitator, course):
    edition = edition_of(course)
    row = ask_in(person=learner, edition=edition, now=NOW)
    withdraw(enrolment=row, by=facilitator, reason="Twice the same person.", now=NOW)
    assert refusal(learner, edition) == Refusal.SENT_AWAY
    other = edition_of(course, name="Other", policy=Policy.APPROVAL)
    asked = ask_in(person=learner, edition=other, now=NOW)
    refuse(enrolment=asked, by=facilitator, reason="For inspectors only.", now=NOW)
    with pytest.raises(Refused) as no:
        ask_in(person=learner, edition=other, now=NOW)
    assert (no.value.refusal, no.value.reason) == (Refusal.REFUSED, "For inspectors only.")
