"""She confirms the name; who says nothing for a week is taken to agree."""

from datetime import timedelta

import pytest

from accounts.preferences.actions import save_preferences
from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, ConfirmedName
from certificates.issuing.actions import (
    award_completion,
    confirm_name,
    confirm_printed_name,
    hold,
    issue_now,
    release,
    release_all,
    take_as_agreed,
)
from certificates.issuing.choices import DAYS_TO_CONFIRM, Refusal
from certificates.issuing.refusals import Refused
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def waiting(template, completion):
    return award_completion(completion=completion, now=NOW)


def test_a_confirmed_name_lets_the_certificate_be_made_with_it(waiting, made, learner):
    row = confirm_name(award=waiting, name="  Inês  Maria Mutombo ", now=LATER)
    assert (row.state, row.name, row.name_confirmed_at) == (Stage.DUE, "Inês Maria Mutombo", LATER)
    assert made(row).credential.words.name == "Inês Maria Mutombo"
    learner.refresh_from_db()
    assert (learner.printed_name, learner.name) == ("Inês Maria Mutombo", "Inês Mutombo")


def test_it_is_kept_for_certificates_that_come(waiting, learner):
    confirm_name(award=waiting, name="Inês M.", now=LATER)
    kept = ConfirmedName.objects.get(person=learner)
    assert (kept.name, kept.confirmed_at) == ("Inês M.", LATER)


def test_confirming_twice_changes_nothing(waiting, queue):
    confirm_name(award=waiting, name="Inês M.", now=LATER)
    again = confirm_name(award=waiting, name="Inês M.", now=LATER + timedelta(days=1))
    assert again.name_confirmed_at == LATER


def test_confirmed_before_any_certificate_it_holds_for_those_that_wait(waiting, learner):
    assert confirm_printed_name(person=learner, name="Inês M.", now=LATER) == 1
    waiting.refresh_from_db()
    assert (waiting.state, waiting.name) == (Stage.DUE, "Inês M.")
    assert confirm_printed_name(person=learner, name="Inês M.", now=LATER) == 0


@pytest.mark.parametrize(("name", "refusal"), [("", Refusal.NO_NAME), ("  \u202e ", Refusal.NO_NAME), ("x" * 151, Refusal.LONG_NAME)])
def test_what_is_no_name_is_refused(waiting, name, refusal):
    with pytest.raises(Refused) as no:
        confirm_name(award=waiting, name=name, now=LATER)
    assert no.value.refusal == refusal
    assert not ConfirmedName.objects.exists()


def test_signs_that_turn_text_around_are_not_printed(waiting):
    assert confirm_name(award=waiting, name="Ana\u202e\u2066 Silva", now=LATER).name == "Ana Silva"


def test_another_name_comes_too_late_once_it_is_issued(waiting, made):
    made(confirm_name(award=waiting, name="Inês M.", now=LATER))
    with pytest.raises(Refused) as no:
        confirm_name(award=waiting, name="Somebody Else", now=LATER)
    assert no.value.refusal == Refusal.IS_ISSUED


def test_another_name_comes_too_late_while_it_is_made(waiting):
    confirm_name(award=waiting, name="Inês M.", now=LATER)
    with pytest.raises(Refused) as no:
        confirm_name(award=waiting, name="Somebody Else", now=LATER)
    assert no.value.refusal == Refusal.IS_BEING_MADE


def test_a_held_one_keeps_the_name_for_when_it_is_released(waiting, facilitator):
    hold(award=waiting, by=facilitator, reason="", now=NOW)
    assert confirm_name(award=waiting, name="Inês M.", now=LATER).state == Stage.HELD
    row = release(award=waiting, by=facilitator, now=LATER)
    assert (row.state, row.name) == (Stage.DUE, "Inês M.")


def test_after_seven_days_it_is_issued_as_it_is(waiting, made):
    assert take_as_agreed(now=NOW + DAYS_TO_CONFIRM - timedelta(seconds=1)) == 0
    assert take_as_agreed(now=NOW + DAYS_TO_CONFIRM) == 1
    assert take_as_agreed(now=NOW + DAYS_TO_CONFIRM) == 0
    row = made(waiting, NOW + DAYS_TO_CONFIRM)
    assert (row.state, row.credential.words.name, row.name_confirmed_at) == (Stage.ISSUED, "Inês Mutombo", None)


def test_what_is_held_is_not_taken_as_agreed(waiting, facilitator):
    hold(award=waiting, by=facilitator, reason="", now=NOW)
    assert take_as_agreed(now=NOW + timedelta(days=30)) == 0


def test_without_a_name_nobody_agrees_to_nothing(waiting, learner):
    Award.objects.update(name="")
    type(learner).objects.update(printed_name="")
    take_as_agreed(now=NOW + DAYS_TO_CONFIRM)
    assert Award.objects.get().state == Stage.WAITING


def test_confirmed_while_it_is_held_it_is_released_with_that_name(waiting, learner, made, facilitator):
    hold(award=waiting, by=facilitator, reason="", now=NOW)
    assert confirm_printed_name(person=learner, name="Inês M.", now=LATER) == 0
    row = release(award=waiting, by=facilitator, now=LATER)
    assert (row.state, row.name_confirmed_at) == (Stage.DUE, LATER)
    assert made(row).credential.words.name == "Inês M."


@pytest.mark.parametrize("state", [Stage.FAILED, Stage.DUE])
def test_confirmed_before_it_is_made_after_all_it_bears_that_name(waiting, learner, made, facilitator, state):
    Award.objects.update(state=state, reason="No key.")
    confirm_printed_name(person=learner, name="Inês M.", now=LATER)
    row = made(issue_now(award=waiting, by=facilitator, now=LATER))
    assert (row.credential.words.name, row.name_confirmed_at) == ("Inês M.", LATER)


def prefer(person, name):
    save_preferences(person=person, values={"printed_name": name}, now=LATER)


def test_changed_in_the_preferences_it_is_issued_after_seven_days_as_it_is_there(waiting, learner, made):
    prefer(learner, "Inês M.")
    assert take_as_agreed(now=NOW + DAYS_TO_CONFIRM) == 1
    assert made(waiting, NOW + DAYS_TO_CONFIRM).credential.words.name == "Inês M."


@pytest.mark.parametrize("days", [1, 8])
def test_changed_in_the_preferences_it_is_released_as_it_is_there(waiting, learner, edition, facilitator, days):
    later = NOW + timedelta(days=days)
    hold(award=waiting, by=facilitator, reason="", now=NOW)
    prefer(learner, "Inês M.")
    assert release(award=waiting, by=facilitator, now=later).name == "Inês M."
    Award.objects.update(state=Stage.HELD)
    prefer(learner, "Inês N.")
    release_all(edition=edition, by=facilitator, now=later)
    assert Award.objects.get().name == "Inês N."


def test_what_was_confirmed_is_not_changed_by_the_preferences(waiting, learner, edition, facilitator):
    hold(award=waiting, by=facilitator, reason="", now=NOW)
    confirm_name(award=waiting, name="Inês M.", now=LATER)
    prefer(learner, "Inês N.")
    release_all(edition=edition, by=facilitator, now=LATER)
    assert Award.objects.get().name == "Inês M."
