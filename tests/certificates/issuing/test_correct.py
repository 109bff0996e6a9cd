"""A wrong name is put right; a certificate is taken back; a paper is printed again."""

from datetime import timedelta

import pytest

from certificates.credentials.choices import Reason, Stage, State, Wish
from certificates.credentials.models import Award, ConfirmedName, Correction, Credential
from certificates.issuing.actions import answer_correction, ask_correction, hold, issue_now, make, revoke
from certificates.issuing.actions.make import claim, finish, prepare
from certificates.issuing.choices import Refusal
from certificates.issuing.refusals import Refused
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, signed_by
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def issued(template, enrolment, made):
    """An issued award, its mail out of the way."""
    row = made(award_of(enrolment.person, enrolment.edition, made_at=NOW))
    Message.objects.all().delete()
    return row


@pytest.fixture
def asked(issued):
    return ask_correction(credential=issued.credential, wanted_name=" Inês  Langa ", why="Married.", by=issued.person, now=LATER)


def agree(row, by, now=LATER):
    return answer_correction(correction=row, is_agreed=True, reason="", by=by, now=now)


def test_a_wish_changes_nothing_until_it_is_answered(issued, asked):
    assert (asked.wanted_name, asked.why, asked.state) == ("Inês Langa", "Married.", Wish.ASKED)
    issued.refresh_from_db()
    assert (issued.state, issued.credential.state) == (Stage.ISSUED, State.VALID)


def test_agreed_a_new_number_takes_the_place_of_the_old(issued, asked, made, facilitator, learner):
    old = issued.credential
    agree(asked, facilitator)
    old.refresh_from_db()
    assert old.state == State.VALID, "until the new one is there the old one counts"
    new = made(issued, LATER).credential
    old.refresh_from_db()
    assert (old.state, old.state_at, old.superseded_by) == (State.SUPERSEDED, LATER, new)
    assert (new.words.name, new.state, new.supersedes) == ("Inês Langa", State.VALID, old)
    assert new.number != old.number
    assert (old.words.name, old.papers.count()) == ("Inês Mutombo", 1), "what was said is never changed"


@pytest.mark.parametrize("is_in_use", [True, False])
def test_nothing_but_the_name_becomes_another(issued, asked, made, facilitator, template, other_issuer, course, edition, is_in_use):
    old = issued.credential
    course.title, course.hours = "Another course", 99
    course.save()
    type(edition).objects.update(name="Renamed")
    signed_by(template, "Somebody New")
    template.texts, template.issuer, template.is_in_use = {"en": {"headline": "DIPLOMA"}}, other_issuer, is_in_use
    template.language, template.second_language, template.valid_months = "fr", "", 6
    template.save()
    agree(asked, facilitator)
    new = made(issued, LATER).credential
    assert new.snapshot == old.snapshot | {"name": "Inês Langa"}
    assert (new.template, new.issuer, new.kid, new.valid_until) == (template, old.issuer, old.kid, None)


def test_she_is_told_of_the_new_one(issued, asked, made, facilitator, subjects):
    agree(asked, facilitator)
    made(issued, LATER)
    assert subjects() == ["Your certificate, put right: Inspection"]


def test_the_right_name_is_kept_for_certificates_that_come(issued, asked, facilitator, learner):
    agree(asked, facilitator)
    learner.refresh_from_db()
    assert (learner.printed_name, ConfirmedName.objects.get().name) == ("Inês Langa", "Inês Langa")


def test_agreed_twice_it_is_made_once(issued, asked, made, facilitator, edition):
    agree(asked, facilitator)
    made(issued, LATER)
    agree(asked, facilitator)
    make(award_id=issued.pk, now=LATER)
    assert Credential.objects.count() == 2
    assert [row.verb for row in edition.staff_acts.all()] == ["certificates.agree"]


def test_refused_she_is_told_why_and_may_ask_again(issued, asked, facilitator, subjects):
    answer_correction(correction=asked, is_agreed=False, reason="Please send the paper of the registry.", by=facilitator, now=LATER)
    assert subjects() == ["The name on your certificate stays: Inspection"]
    assert "Please send the paper of the registry." in Message.objects.get().text
    again = ask_correction(credential=issued.credential, wanted_name="Inês Langa", why="", by=issued.person, now=LATER)
    assert again.pk != asked.pk


def test_a_refusal_needs_a_reason(asked, facilitator):
    with pytest.raises(Refused) as no:
        answer_correction(correction=asked, is_agreed=False, reason=" ", by=facilitator, now=LATER)
    assert no.value.refusal == Refusal.NO_REASON


def test_two_facilitators_do_not_answer_differently(asked, facilitator, admin):
    agree(asked, facilitator)
    with pytest.raises(Refused) as no:
        answer_correction(correction=asked, is_agreed=False, reason="No.", by=admin, now=LATER)
    assert no.value.refusal == Refusal.IS_ANSWERED


def test_the_same_wish_twice_is_one(issued, asked):
    again = ask_correction(credential=issued.credential, wanted_name="Inês Langa", why="", by=issued.person, now=LATER)
    assert (again, Correction.objects.count()) == (asked, 1)


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("Inês Mutombo", Refusal.SAME_NAME), ("", Refusal.NO_NAME), ("x" * 151, Refusal.LONG_NAME), ("Third Name", Refusal.IS_ASKED)],
)
def test_what_cannot_be_wished(issued, asked, name, refusal):
    with pytest.raises(Refused) as no:
        ask_correction(credential=issued.credential, wanted_name=name, why="", by=issued.person, now=LATER)
    assert no.value.refusal == refusal


def test_nobody_corrects_another_persons_certificate(issued):
    with pytest.raises(Refused) as no:
        ask_correction(credential=issued.credential, wanted_name="X", why="", by=PersonFactory(), now=LATER)
    assert no.value.refusal == Refusal.NOT_CURRENT


def test_while_it_is_made_anew_nothing_else_is_asked_or_held(issued, asked, facilitator):
    agree(asked, facilitator)
    with pytest.raises(Refused) as no:
        ask_correction(credential=issued.credential, wanted_name="Third Name", why="", by=issued.person, now=LATER)
    assert no.value.refusal == Refusal.IS_ASKED
    with pytest.raises(Refused):
        hold(award=issued, by=facilitator, reason="", now=LATER)


def test_the_superseded_one_is_not_corrected(issued, asked, made, facilitator):
    old = issued.credential
    agree(asked, facilitator)
    made(issued, LATER)
    with pytest.raises(Refused) as no:
        ask_correction(credential=old, wanted_name="Third Name", why="", by=issued.person, now=LATER)
    assert no.value.refusal == Refusal.NOT_CURRENT


def revoked(award, by, **changes):
    given = {"reason_class": Reason.MISCONDUCT, "reason": " Copied. ", "by": by, "now": LATER}
    return revoke(credential=award.credential, **(given | changes))


def test_revoked_it_says_since_when_and_why(issued, facilitator, edition):
    row = revoked(issued, facilitator)
    assert (row.state, row.state_at, row.reason_class, row.reason) == (State.REVOKED, LATER, "misconduct", "Copied.")
    issued.refresh_from_db()
    assert issued.state == Stage.WITHDRAWN
    act = edition.staff_acts.get()
    assert (act.verb, act.data) == ("certificates.revoke", {"class": "misconduct", "number": row.number})


def test_she_is_told_once_that_it_is_revoked(issued, facilitator, subjects):
    for _ in range(2):
        revoked(issued, facilitator)
    assert subjects() == ["Your certificate was taken back: Inspection"]
    text = Message.objects.get().text
    assert "Copied." in text
    assert "Rules of the course were broken" in text


def test_a_link_ends_with_it(issued, facilitator):
    Credential.objects.update(is_shared=True, share_token="token")
    assert not revoked(issued, facilitator).is_shared


def test_an_unknown_class_is_refused(issued, facilitator):
    with pytest.raises(Refused) as no:
        revoked(issued, facilitator, reason_class="because")
    assert no.value.refusal == Refusal.NO_REASON_CLASS


def test_a_wish_that_is_open_ends_with_it(issued, asked, facilitator):
    revoked(issued, facilitator)
    asked.refresh_from_db()
    assert asked.state == Wish.REFUSED
    with pytest.raises(Refused):
        agree(asked, facilitator)


def test_a_correction_on_its_way_ends_with_it(issued, asked, facilitator):
    agree(asked, facilitator)
    revoked(issued, facilitator)
    assert make(award_id=issued.pk, now=LATER) is None
    assert Credential.objects.count() == 1


def test_revoked_while_a_worker_makes_it_anew_it_stays_revoked(issued, asked, facilitator):
    agree(asked, facilitator)
    mine = claim(award_id=issued.pk, now=LATER)
    drawn = prepare(award=mine, now=LATER)
    revoked(issued, facilitator)
    assert finish(award=mine, drawn=drawn, now=LATER) is None
    assert Credential.objects.get().state == State.REVOKED


def test_revoked_by_mistake_it_is_issued_anew_under_another_number(issued, made, facilitator):
    old = revoked(issued, facilitator, reason_class=Reason.ERROR)
    new = made(issue_now(award=Award.objects.get(pk=issued.pk), by=facilitator, now=LATER), LATER).credential
    old.refresh_from_db()
    assert (old.state, new.state, new.supersedes) == (State.REVOKED, State.VALID, None)
