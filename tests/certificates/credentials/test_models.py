"""The database itself refuses what must never be."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from certificates.credentials.models import Award, ConfirmedName, Correction, Credential, Paper
from certificates.credentials.names import name_hash
from certificates.credentials.numbers import new_number
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of


@pytest.fixture
def award(learner, edition) -> Award:
    return award_of(learner, edition)


@pytest.fixture
def credential(award, issuer) -> Credential:
    return credential_of(award, issuer)


def is_refused(model, row, rule, /, **fields) -> None:
    """Assert that the database refuses to change the row so, by this rule."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model.objects.filter(pk=row.pk).update(**fields)
    assert rule in str(refused.value) or "UNIQUE" in str(refused.value)


def test_an_issued_award_points_at_its_credential(credential, award):
    award.refresh_from_db()
    assert award.state == "issued"
    assert award.credential == credential
    assert credential.words.name == "Inês Mutombo"


def test_a_person_is_awarded_once_for_an_edition_and_kind(award, learner, edition):
    with pytest.raises(IntegrityError), transaction.atomic():
        award_of(learner, edition)
    award_of(learner, edition, kind="participation")


def test_awards_of_people_who_are_gone_do_not_stand_in_each_others_way(edition):
    award_of(None, edition, name="One")
    award_of(None, edition, name="Two")


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"kind": "diploma"}, "an_award_kind_is_known"),
        ({"state": "lost"}, "an_award_state_is_known"),
        ({"state": "issued"}, "what_is_issued_has_a_credential"),
        ({"state": "making"}, "what_is_being_made_was_claimed"),
        ({"state": "failed"}, "what_failed_or_was_refused_says_why"),
        ({"state": "refused"}, "what_failed_or_was_refused_says_why"),
    ],
)
def test_an_award_is_never(award, fields, rule):
    is_refused(Award, award, rule, **fields)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"number": "SHORT"}, "a_number_has_all_its_signs"),
        ({"number": "a" * 26}, "numbers_are_capitals"),
        ({"kind": "diploma"}, "a_credential_kind_is_known"),
        ({"state": "lost", "state_at": AWARDED}, "a_credential_state_is_known"),
        ({"state": "superseded"}, "what_is_no_longer_valid_says_since_when"),
        ({"state_at": AWARDED}, "what_is_no_longer_valid_says_since_when"),
        ({"state": "revoked", "state_at": AWARDED}, "what_is_revoked_says_why"),
        ({"reason_class": "whim"}, "a_reason_for_revoking_is_known"),
        ({"is_shared": True}, "what_is_shared_has_a_link"),
        ({"state": "withdrawn", "state_at": AWARDED, "person": None}, "a_withdrawn_name_is_gone_and_can_be_proven"),
        (
            {"state": "withdrawn", "state_at": AWARDED, "person": None, "name_hash": "x", "salt": "y"},
            "a_withdrawn_name_is_gone_and_can_be_proven",
        ),
    ],
)
def test_a_credential_is_never(credential, fields, rule):
    is_refused(Credential, credential, rule, **fields)


def test_a_name_is_withdrawn_with_everything_that_proves_it(credential):
    kept = {"name_hash": name_hash("Inês Mutombo", "c2FsdA=="), "salt": "c2FsdA=="}
    blank = credential.snapshot | {"name": ""}
    is_refused(Credential, credential, "a_withdrawn_name", state="withdrawn", state_at=AWARDED, snapshot=blank, **kept)
    Credential.objects.filter(pk=credential.pk).update(state="withdrawn", state_at=AWARDED, snapshot=blank, person=None, **kept)


def test_a_credential_does_not_supersede_itself(credential):
    is_refused(Credential, credential, "a_credential_does_not_supersede_itself", supersedes=credential.pk)


def test_an_award_has_one_valid_credential(credential, award, issuer):
    with pytest.raises(IntegrityError), transaction.atomic():
        credential_of(award, issuer)
    Credential.objects.filter(pk=credential.pk).update(state="superseded", state_at=AWARDED)
    second = credential_of(award, issuer, supersedes=credential)
    assert credential.superseded_by == second


def test_two_credentials_never_share_a_number_or_a_place_in_the_status_list(credential, edition, issuer):
    other = credential_of(award_of(PersonFactory(), edition), issuer)
    is_refused(Credential, other, "", number=credential.number)
    is_refused(Credential, other, "", status_index=credential.status_index)


def test_a_share_link_leads_to_one_credential(credential, edition, issuer):
    other = credential_of(award_of(PersonFactory(), edition), issuer, is_shared=True, share_token="one")
    is_refused(Credential, credential, "", is_shared=True, share_token=other.share_token)


@pytest.mark.parametrize(
    ("fields", "after", "standing"),
    [
        ({}, timedelta(days=9000), "valid"),
        ({"valid_until": AWARDED + timedelta(days=30)}, timedelta(days=29), "valid"),
        ({"valid_until": AWARDED + timedelta(days=30)}, timedelta(days=30), "expired"),
        ({"valid_until": AWARDED + timedelta(days=30), "state": "revoked", "state_at": AWARDED}, timedelta(days=40), "revoked"),
        ({"state": "superseded", "state_at": AWARDED}, timedelta(0), "superseded"),
    ],
)
def test_where_a_credential_stands(fields, after, standing):
    assert Credential(**fields).standing(AWARDED + after) == standing


def test_valid_ones_are_found_as_they_stand(credential, edition, issuer):
    over = credential_of(award_of(PersonFactory(), edition), issuer, valid_until=AWARDED + timedelta(days=1))
    now = AWARDED + timedelta(days=2)
    assert set(Credential.objects.valid_at(now)) == {credential}
    assert {one for one in (credential, over) if one.standing(now) == "valid"} == {credential}


def test_a_credential_outlives_its_template_and_keeps_its_edition_and_issuer(credential, edition, issuer):
    for row in (edition, issuer):
        with pytest.raises(ProtectedError):
            row.delete()


def test_a_paper_of_the_same_languages_is_there_once(credential):
    given = {"credential": credential, "languages": "pt,en", "sha256": "0" * 64, "size": 1, "file": "x.pdf", "made_at": AWARDED}
    paper = Paper.objects.create(**given)
    assert paper.language_codes == ["pt", "en"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.create(**given)
    is_refused(Paper, paper, "a_paper_has_a_file", size=0)
    is_refused(Paper, paper, "a_paper_has_a_file", file="")


def test_a_credential_has_one_open_correction(credential):
    first = Correction.objects.create(credential=credential, wanted_name="Inês M.", asked_at=AWARDED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(credential=credential, wanted_name="I. Mutombo", asked_at=AWARDED)
    is_refused(Correction, first, "an_answered_correction_says_when", state="agreed")
    Correction.objects.filter(pk=first.pk).update(state="refused", answered_at=AWARDED)
    Correction.objects.create(credential=credential, wanted_name="I. Mutombo", asked_at=AWARDED)


def test_a_confirmed_name_says_something(learner):
    row = ConfirmedName.objects.create(person=learner, name="Inês", confirmed_at=AWARDED)
    is_refused(ConfirmedName, row, "a_confirmed_name_says_something", name="")


def test_awards_that_rest_after_a_failure_are_not_due(award, edition):
    resting = award_of(PersonFactory(), edition, next_attempt_at=AWARDED + timedelta(minutes=5))
    held = award_of(PersonFactory(), edition, state="held")
    assert set(Award.objects.due(AWARDED)) == {award}
    assert set(Award.objects.due(AWARDED + timedelta(minutes=5))) == {award, resting}
    assert held.state == "held"


def test_numbers_of_the_factory_are_new_each_time():
    assert new_number() != new_number()
