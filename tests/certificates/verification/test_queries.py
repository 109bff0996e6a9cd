import pytest

from certificates.proofs.judging import judge
from certificates.verification.queries import house_name, is_file_of, offline_keys, our_sites, published_keys
from tests.certificates.verification.papers import code_of, file_of, issued
from tests.factories.certificates import AWARDED, add_key, key_pair

pytestmark = pytest.mark.django_db


def test_the_keys_of_codes_are_published_with_their_issuer_and_nothing_private(issuer):
    (key,) = offline_keys()
    assert key["issuer"] == issuer.name
    assert set(key) == {"kty", "crv", "x", "kid", "issuer"}


def test_a_retired_key_still_proves_what_it_signed(issuer, settings, learner, edition):
    old = issued(learner, edition, issuer)
    issuer.keys.filter(algorithm="ed25519").update(retired_at=AWARDED)
    add_key(settings, issuer, key_pair("ed25519", 7))
    assert len(offline_keys()) == 2
    assert judge(code_of(old), published_keys(our_sites())).is_genuine


def test_another_issuers_key_proves_too(issuer, other_issuer, learner, edition):
    assert judge(code_of(issued(learner, edition, other_issuer)), published_keys()).is_genuine


def test_addresses_of_before_stay_ours(settings):
    settings.SITE_URL, settings.CERTIFICATE_FORMER_SITES = "https://now.example", ["https://old.example", "https://now.example"]
    assert our_sites() == ["https://now.example", "https://old.example"]


def test_a_house_without_an_issuer_has_a_name_all_the_same(settings, db):
    assert house_name() == settings.WAGTAIL_SITE_NAME


def test_a_house_is_named_as_its_issuer(issuer):
    assert house_name() == issuer.name


def test_a_file_is_known_byte_by_byte_and_to_its_own_credential_only(issuer, learner, moderator, edition):
    credential, other = issued(learner, edition, issuer), issued(moderator, edition, issuer)
    data = file_of(credential)
    assert is_file_of(credential, data)
    assert not is_file_of(credential, data + b"\n")
    assert not is_file_of(other, data)
