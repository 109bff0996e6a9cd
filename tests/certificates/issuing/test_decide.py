"""Those who run an edition issue, hold, release or refuse: one, or all."""

from datetime import timedelta

import pytest

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, Credential
from certificates.issuing.actions import (
    award_completion,
    hold,
    issue_now,
    refuse,
    release,
)
from certificates.issuing.actions.make import claim
from certificates.issuing.choices import Refusal
from certificates.issuing.refusals import Refused
from mail.models import Message
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def waiting(template, completion):
    row = award_completion(completion=completion, now=NOW)
    Message.objects.all().delete()
    return row


def state_of(row):
    return Award.objects.get(pk=row.pk).state


def verbs(edition):
    return [row.verb for row in edition.staff_acts.order_by("pk")]


def test_issued_now_it_waits_for_no_answer(waiting, made, facilitator, edition):
    row = made(issue_now(award=waiting, by=facilitator, now=LATER))
    assert (row.state, row.credential.words.name) == (Stage.ISSUED, "Inês Mutombo")
    act = edition.staff_acts.get()
    assert (act.verb, act.by, act.about) == ("certificates.issue", facilitator, waiting.person)


@pytest.mark.parametrize("state", [Stage.WAITING, Stage.DUE, Stage.FAILED, Stage.HELD, Stage.REFUSED])
def test_whatever_it_was_it_can_be_issued(crowd, made, facilitator, state):
    assert made(issue_now(award=crowd[state], by=facilitator, now=LATER)).state == Stage.ISSUED


def test_what_is_issued_is_not_issued_again(waiting, made, facilitator):
    made(issue_now(award=waiting, by=facilitator, now=LATER))
    with pytest.raises(Refused) as no:
        issue_now(award=waiting, by=facilitator, now=LATER)
    assert no.value.refusal == Refusal.IS_ISSUED
    assert Credential.objects.count() == 1


@pytest.mark.parametrize("deed", [hold, refuse])
def test_what_is_being_made_is_left_alone(waiting, facilitator, deed):
    issue_now(award=waiting, by=facilitator, now=NOW)
    claim(award_id=waiting.pk, now=NOW)
    with pytest.raises(Refused) as no:
        deed(award=waiting, by=facilitator, reason="Because.", now=LATER)
    assert no.value.refusal == Refusal.IS_BEING_MADE


@pytest.mark.parametrize(("changes", "refusal"), [({"name": ""}, Refusal.NO_NAME), ({"person": None}, Refusal.NO_PERSON)])
def test_nothing_is_issued_without_a_name_or_to_nobody(waiting, facilitator, changes, refusal):
    Award.objects.update(**changes)
    with pytest.raises(Refused) as no:
        issue_now(award=waiting, by=facilitator, now=LATER)
    assert no.value.refusal == refusal


def test_held_it_is_not_made_until_it_is_released(waiting, made, facilitator, edition):
    hold(award=waiting, by=facilitator, reason=" Identity is being looked at. ", now=NOW)
    row = made(waiting)
    assert (row.state, row.reason) == (Stage.HELD, "Identity is being looked at.")
    hold(award=waiting, by=facilitator, reason="Again.", now=NOW)
    assert release(award=waiting, by=facilitator, now=LATER).state == Stage.WAITING
    assert verbs(edition) == ["certificates.hold", "certificates.release"]


def test_released_after_the_week_it_is_made(waiting, facilitator):
    hold(award=waiting, by=facilitator, reason="", now=NOW)
    assert release(award=waiting, by=facilitator, now=NOW + timedelta(days=8)).state == Stage.DUE


def test_releasing_what_is_not_held_changes_nothing(waiting, facilitator, edition):
    assert release(award=waiting, by=facilitator, now=LATER).state == Stage.WAITING
    assert verbs(edition) == []


def test_refused_she_is_told_why_once(waiting, facilitator, subjects):
    for _ in range(2):
        row = refuse(award=waiting, by=facilitator, reason="The work was not her own.", now=LATER)
    assert (row.state, row.reason) == (Stage.REFUSED, "The work was not her own.")
    assert len(subjects()) == 1
    assert "The work was not her own." in Message.objects.get().text


def test_a_refusal_needs_a_reason(waiting, facilitator):
    with pytest.raises(Refused) as no:
        refuse(award=waiting, by=facilitator, reason="  ", now=LATER)
    assert no.value.refusal == Refusal.NO_REASON


@pytest.mark.parametrize("deed", [hold, refuse])
def test_what_is_issued_is_neither_held_nor_refused(waiting, made, facilitator, deed):
    made(issue_now(award=waiting, by=facilitator, now=LATER))
    with pytest.raises(Refused) as no:
        deed(award=waiting, by=facilitator, reason="Because.", now=LATER)
    assert no.value.refusal == Refusal.IS_ISSUED


def test_what_is_refused_is_not_held(waiting, facilitator):
    refuse(award=waiting, by=facilitator, reason="Because.", now=LATER)
    with pytest.raises(Refused) as no:
        hold(award=waiting, by=facilitator, reason="", now=LATER)
    assert no.value.refusal == Refusal.IS_OVER
