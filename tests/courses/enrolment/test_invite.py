"""Invitations: mailed once, for one address, for a month, taken back, accepted."""

from datetime import timedelta

import pytest

from courses.editions.models import StaffAct
from courses.enrolment.actions import accept_invitation, bring_in, foretell, invite, take_back, withdraw
from courses.enrolment.actions.bring import Entry, Outcome
from courses.enrolment.choices import Answer, Refusal, State
from courses.enrolment.links import invitation_token, read_invitation
from courses.enrolment.models import Enrolment, Invitation
from courses.enrolment.refusals import Refused
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db
ADDRESS = "awa@example.org"


@pytest.fixture
def invited(edition, facilitator):
    return invite(edition=edition, email="Awa@Example.org ", name="Awa Diop", language="fr", country="sn", by=facilitator, now=NOW)


def refusal(invitation, person, now=NOW):
    with pytest.raises(Refused) as no:
        accept_invitation(invitation=invitation, person=person, now=now)
    return no.value.refusal


def test_the_mail_is_in_the_named_language_and_holds_the_link(invited, mails):
    [mail] = mails(ADDRESS)
    assert mail.language == "fr"
    assert "Awa Diop" in mail.text
    assert "/fr/learning/invitations/" in mail.text
    assert mail.is_essential
    assert (invited.email, invited.country) == (ADDRESS, "SN")


def test_inviting_again_mails_nothing_unless_a_new_link_is_asked_for(invited, edition, facilitator, mails):
    invite(edition=edition, email=ADDRESS, by=facilitator, now=NOW)
    assert len(mails(ADDRESS)) == 1
    invite(edition=edition, email=ADDRESS, by=facilitator, is_again=True, now=NOW + timedelta(days=2))
    assert len(mails(ADDRESS)) == 2
    assert Invitation.objects.get().name == "Awa Diop"
    assert StaffAct.objects.filter(verb="enrolment.invite").count() == 2


@pytest.mark.parametrize("fields", [{"stage": "draft"}, {"stage": "closed", "closed_at": NOW}])
def test_nobody_is_invited_to_what_is_not_open(course, facilitator, fields):
    with pytest.raises(Refused):
        invite(edition=edition_of(course, **fields), email=ADDRESS, by=facilitator, now=NOW)
    assert not Invitation.objects.exists()


def test_the_owner_of_the_address_is_let_in_once(invited):
    awa = PersonFactory(email=ADDRESS)
    row = accept_invitation(invitation=invited, person=awa, now=NOW)
    assert accept_invitation(invitation=invited, person=awa, now=NOW).pk == row.pk
    assert row.is_active
    held = Invitation.objects.get()
    assert (held.answer, held.enrolment, held.answered_at) == (Answer.ACCEPTED, row, NOW)


def test_another_person_or_an_address_that_is_only_claimed_is_refused(invited, learner):
    assert refusal(invited, learner) == Refusal.OTHERS
    assert refusal(invited, PersonFactory(email=ADDRESS, is_confirmed=False)) == Refusal.UNPROVEN
    assert not Enrolment.objects.exists()


def test_taken_back_it_lets_nobody_in_and_can_be_sent_again(invited, edition, facilitator):
    awa = PersonFactory(email=ADDRESS)
    assert take_back(invitation=invited, by=facilitator, now=NOW)
    assert not take_back(invitation=invited, by=facilitator, now=NOW)
    assert refusal(invited, awa) == Refusal.TAKEN_BACK
    invite(edition=edition, email=ADDRESS, by=facilitator, now=NOW)
    assert accept_invitation(invitation=invited, person=awa, now=NOW).is_active


def test_an_accepted_invitation_does_not_bring_back_who_was_sent_away(invited, facilitator):
    awa = PersonFactory(email=ADDRESS)
    row = accept_invitation(invitation=invited, person=awa, now=NOW)
    withdraw(enrolment=row, by=facilitator, reason="Twice the same person.", now=NOW)
    assert refusal(invited, awa) == Refusal.SENT_AWAY


@pytest.mark.parametrize(("state", "why"), [(State.WITHDRAWN, Refusal.SENT_AWAY), (State.REFUSED, Refusal.REFUSED)])
def test_an_older_invitation_does_not_undo_what_staff_decided_and_a_newer_one_does(invited, edition, facilitator, state, why):
    awa = PersonFactory(email=ADDRESS)
    later = NOW + timedelta(days=1)
    enrolled(awa, edition, state=state, reason="Twice the same person.", ended_at=later)
    assert refusal(invited, awa, later) == why
    again = invite(edition=edition, email=ADDRESS, by=facilitator, is_again=True, now=later + timedelta(days=1))
    assert accept_invitation(invitation=again, person=awa, now=later + timedelta(days=1)).is_active


def test_who_left_by_herself_comes_back_by_an_invitation_that_she_never_used(invited, edition):
    awa = PersonFactory(email=ADDRESS)
    enrolled(awa, edition, state=State.WITHDRAWN, ended_at=NOW)
    assert accept_invitation(invitation=invited, person=awa, now=NOW).is_active


def test_after_the_end_the_invitation_is_over(invited):
    assert refusal(invited, PersonFactory(email=ADDRESS), now=NOW + timedelta(days=90)) == Refusal.OVER


def test_who_is_in_already_stays_and_the_invitation_is_answered(invited, edition):
    row = enrolled(PersonFactory(email=ADDRESS), edition)
    assert accept_invitation(invitation=invited, person=row.person, now=NOW).pk == row.pk
    assert Invitation.objects.get().answer == Answer.ACCEPTED


def test_a_token_says_whose_it_is_and_until_when_and_no_other_word_does(invited):
    token = invitation_token(invited, NOW)
    link = read_invitation(token)
    assert (link.invitation, link.until) == (invited.uid, NOW + timedelta(days=30))
    for other in ("", "x", token[:-1], f"{token}x", token.replace(".", ":"), "é" * 20, token * 9):
        assert read_invitation(other) is None


@pytest.mark.parametrize(
    ("stood", "outcome"),
    [
        (None, Outcome.ENROLLED),
        ("active", Outcome.IN_ALREADY),
        ("waiting", Outcome.IN_ALREADY),
        ("asked", Outcome.ENROLLED),
        ("withdrawn", Outcome.LEFT),
        ("refused", Outcome.LEFT),
    ],
)
def test_a_member_who_is_brought_in_is_enrolled_unless_she_left(learner, edition, facilitator, stood, outcome):
    if stood:
        enrolled(learner, edition, state=stood)
    entry = Entry(learner.email)
    assert foretell(edition=edition, entry=entry) == outcome
    assert bring_in(edition=edition, entry=entry, by=facilitator, now=NOW) == outcome
    after = Outcome.IN_ALREADY if outcome == Outcome.ENROLLED else outcome
    assert bring_in(edition=edition, entry=entry, by=facilitator, now=NOW) == after


def test_others_are_invited_and_a_closed_account_is_reported(edition, facilitator):
    PersonFactory(email="closed@example.org", is_active=False)
    PersonFactory(email="claims@example.org", is_confirmed=False)
    told = [
        bring_in(edition=edition, entry=Entry(email), by=facilitator, now=NOW)
        for email in ("closed@example.org", "claims@example.org", ADDRESS)
    ]
    assert told == [Outcome.GONE, Outcome.INVITED, Outcome.INVITED]
    assert bring_in(edition=edition, entry=Entry(ADDRESS), by=facilitator, now=NOW) == Outcome.INVITED_BEFORE


def test_brought_into_a_full_edition_one_waits(course, learner, facilitator):
    edition = edition_of(course, places=1)
    enrolled(PersonFactory(), edition)
    assert bring_in(edition=edition, entry=Entry(learner.email), by=facilitator, now=NOW) == Outcome.WAITING
    assert Enrolment.objects.get(person=learner).state == State.WAITING
