"""Who may take a badge: the cast over certificates in each state."""

import pytest

from certificates.badges.rules import can_take, takeable_by
from certificates.credentials.choices import Reason, State
from certificates.credentials.models import Credential
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of

pytestmark = pytest.mark.django_db


def taken_back(credential, state):
    """Change where a credential stands, as it would be changed by whoever decides."""
    credential.state, credential.state_at = state, AWARDED
    credential.reason_class = Reason.ERROR if state == State.REVOKED else ""
    if state == State.WITHDRAWN:
        credential.person, credential.name_hash, credential.salt = None, "hash", "salt"
        credential.snapshot["name"] = ""
    credential.save()
    return credential


@pytest.fixture
def credentials(issuer, edition, learner):
    """One of each state, private and shared, and the learner's own."""
    made = {"her own": credential_of(award_of(learner, edition), issuer)}
    for state in State.values:
        for is_shared in (False, True):
            one = credential_of(award_of(PersonFactory(), edition), issuer)
            one.is_shared, one.share_token = is_shared, f"{state}{is_shared}"
            one.save()
            made[f"{state}, {'shared' if is_shared else 'private'}"] = one if state == State.VALID else taken_back(one, state)
    return made


def test_the_rule_and_its_twin_agree_for_everybody(cast, credentials):
    for role, user in cast.items():
        seen = set(takeable_by(user).values_list("pk", flat=True))
        for what, one in credentials.items():
            assert can_take(user, one) == (one.pk in seen), (role, what)


def test_only_what_is_shared_and_valid_is_for_everybody(cast, credentials):
    for role, user in cast.items():
        mine = {"her own"} if role == "learner" else set()
        assert {what for what, one in credentials.items() if can_take(user, one)} == {"valid, shared"} | mine, role


def test_not_even_the_holder_takes_a_badge_of_what_no_longer_holds(edition, issuer):
    for state in (State.REVOKED, State.SUPERSEDED):
        person = PersonFactory()
        one = taken_back(credential_of(award_of(person, edition), issuer), state)
        assert not can_take(person, one)
        assert not takeable_by(person).exists()


def test_to_ask_is_one_query(django_assert_num_queries, credentials, learner):
    with django_assert_num_queries(1):
        assert takeable_by(learner).count() == 2
    one = Credential.objects.get(pk=credentials["her own"].pk)
    with django_assert_num_queries(0):
        assert can_take(learner, one)
