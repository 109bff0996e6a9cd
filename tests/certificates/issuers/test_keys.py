"""The private halves of keys: where they lie, what is said when they are missing."""

import json
import os
import stat

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from certificates.issuers.actions import adopt, make_first_issuer, make_missing, new_keys, rotate
from certificates.issuers.jwk import NotAKey, _thumbprint, algorithm_of, as_pem, b64url, from_pem, new_private, public_jwk
from certificates.issuers.keyring import KeyFileBroken, held, keep, private_key
from certificates.issuers.keys import NoKey, seal, signing_key
from certificates.issuers.models import Issuer, SigningKey
from tests.factories.certificates import AWARDED, add_key, key_pair

LATER = AWARDED.replace(year=2028)


@pytest.fixture
def key_file(settings, tmp_path):
    settings.CERTIFICATE_KEYS = {}
    settings.CERTIFICATE_KEYS_FILE = tmp_path / "keys" / "certificates.json"
    return settings.CERTIFICATE_KEYS_FILE


@pytest.fixture
def bare(db, key_file) -> Issuer:
    """The default issuer, without any key."""
    return make_first_issuer(now=AWARDED)


@pytest.mark.parametrize("algorithm", ["ed25519", "rs256"])
def test_a_key_survives_its_text_and_keeps_its_name(algorithm):
    private = key_pair(algorithm)
    again = from_pem(as_pem(private))
    assert algorithm_of(again) == algorithm
    assert public_jwk(again) == public_jwk(private)
    assert len(public_jwk(private)["kid"]) == 11


def test_the_name_of_a_key_is_the_thumbprint_of_rfc_7638_shortened():
    known = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}  # RFC 8037, appendix A.2 and A.3
    assert _thumbprint(known) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


def test_a_public_key_holds_nothing_of_the_private_one():
    assert set(public_jwk(key_pair("rs256"))) == {"kty", "n", "e", "kid", "alg", "use"}
    assert set(public_jwk(key_pair("ed25519"))) == {"kty", "crv", "x", "kid", "alg", "use"}


def test_what_is_no_key_is_refused():
    with pytest.raises(NotAKey, match="PEM"):
        from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    with pytest.raises(NotAKey, match="neither"):
        from_pem(as_pem(ec.generate_private_key(ec.SECP256R1())))
    with pytest.raises(NotAKey, match="fewer"):
        from_pem(as_pem(rsa.generate_private_key(65537, 1024)))  # noqa: S505 - too weak is what is tried


def test_only_the_owner_reads_the_key_file(key_file):
    before = os.umask(0)
    try:
        keep({"a": "one"})
    finally:
        os.umask(before)
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file.parent.stat().st_mode) == 0o700


def test_keys_are_added_to_the_file_and_none_is_lost(key_file):
    keep({"a": "one"})
    keep({"b": "two"})
    assert json.loads(key_file.read_text()) == {"a": "one", "b": "two"}
    assert sorted(path.name for path in key_file.parent.iterdir()) == ["certificates.json", "certificates.json.lock"]


def test_the_environment_comes_before_the_file(key_file, settings):
    keep({"a": "file", "b": "file"})
    settings.CERTIFICATE_KEYS = {"a": "environment"}
    assert held() == {"a": "environment", "b": "file"}


@pytest.mark.parametrize("content", ["not json", "[]", '{"a": 1}'])
def test_a_broken_key_file_is_said_without_its_content_and_never_written_over(key_file, content):
    key_file.parent.mkdir()
    key_file.write_text(content)
    with pytest.raises(KeyFileBroken) as refused:
        held()
    assert content not in str(refused.value)
    with pytest.raises(KeyFileBroken):
        keep({"b": "two"})
    assert key_file.read_text() == content


def test_a_key_that_is_held_nowhere_is_none(key_file):
    assert private_key("missing") is None


def test_an_issuer_signs_with_its_key(issuer):
    key = signing_key(issuer, "ed25519")
    assert key.kid == public_jwk(key_pair("ed25519"))["kid"]
    assert public_jwk(key.private) == SigningKey.objects.get(kid=key.kid).public_jwk
    assert signing_key(issuer, "rs256").algorithm == "rs256"


def test_each_issuer_signs_with_its_own_key(issuer, other_issuer):
    assert signing_key(issuer, "ed25519").kid != signing_key(other_issuer, "ed25519").kid


def test_without_a_key_a_sentence_says_so(bare):
    with pytest.raises(NoKey, match="no signing key yet"):
        signing_key(bare, "ed25519")


def test_a_lost_private_half_is_said_by_its_name(issuer, settings):
    settings.CERTIFICATE_KEYS = {}
    kid = issuer.keys.get(algorithm="rs256").kid
    with pytest.raises(NoKey, match=f"{kid} is missing"):
        signing_key(issuer, "rs256")


def test_a_private_half_that_is_no_key_is_said_without_its_content(issuer, settings):
    kid = issuer.keys.get(algorithm="rs256").kid
    settings.CERTIFICATE_KEYS = {kid: "secret words"}
    with pytest.raises(NoKey) as refused:
        signing_key(issuer, "rs256")
    assert "secret words" not in str(refused.value)


def test_rotation_signs_with_new_keys_and_keeps_the_old_ones_published(bare):
    first = rotate(issuer=bare, now=AWARDED)
    old = signing_key(bare, "ed25519")
    second = rotate(issuer=bare, now=LATER)
    assert {key.kid for key in first}.isdisjoint({key.kid for key in second})
    assert signing_key(bare, "ed25519").kid == second[0].kid
    kept = SigningKey.objects.get(kid=old.kid)
    assert kept.retired_at == LATER
    assert kept.public_jwk["x"] == public_jwk(old.private)["x"]
    assert private_key(old.kid) is not None


def test_rotation_of_one_kind_leaves_the_other(bare):
    rotate(issuer=bare, now=AWARDED)
    rsa_kid = signing_key(bare, "rs256").kid
    rotate(issuer=bare, now=LATER, algorithms=["ed25519"])
    assert signing_key(bare, "rs256").kid == rsa_kid


def test_rotation_changes_nothing_where_the_file_cannot_be_written(bare, key_file):
    key_file.parent.mkdir()
    key_file.write_text("broken")
    with pytest.raises(KeyFileBroken):
        rotate(issuer=bare, now=AWARDED)
    assert not SigningKey.objects.exists()


def test_keys_of_the_environment_are_adopted_once(bare, settings):
    settings.CERTIFICATE_KEYS = new_keys()
    assert {key.kid for key in adopt(issuer=bare, now=AWARDED)} == set(settings.CERTIFICATE_KEYS)
    assert adopt(issuer=bare, now=LATER) == []
    assert signing_key(bare, "ed25519").kid in settings.CERTIFICATE_KEYS


def test_a_key_under_another_name_is_not_adopted(bare, settings):
    settings.CERTIFICATE_KEYS = {"mine": as_pem(key_pair("ed25519"))}
    with pytest.raises(ValueError, match="the key named mine"):
        adopt(issuer=bare, now=AWARDED)
    assert not SigningKey.objects.exists()


def test_what_is_missing_is_made_and_nothing_else(bare):
    assert {key.algorithm for key in make_missing(issuer=bare, now=AWARDED)} == {"ed25519", "rs256"}
    assert make_missing(issuer=bare, now=LATER) == []


def test_another_issuer_does_not_take_the_keys_of_the_operators_file(bare, settings):
    settings.CERTIFICATE_KEYS = new_keys(algorithms=["ed25519"])
    other = Issuer.objects.create(name="Partner", url="https://partner.example")
    made = make_missing(issuer=other, now=AWARDED)
    assert {key.kid for key in made}.isdisjoint(settings.CERTIFICATE_KEYS)


def test_no_private_key_is_in_the_database(bare):
    for key in rotate(issuer=bare, now=AWARDED):
        text = json.dumps(list(SigningKey.objects.filter(pk=key.pk).values("public_jwk", "kid", "algorithm")))
        assert "PRIVATE" not in text
        assert '"d"' not in text


def test_papers_are_sealed_where_the_operator_names_a_file(settings, tmp_path):
    settings.CERTIFICATE_PADES_FILE = ""
    assert seal() is None
    settings.CERTIFICATE_PADES_FILE = str(tmp_path / "seal.p12")
    with pytest.raises(NoKey, match="seals"):
        seal()
    (tmp_path / "seal.p12").write_bytes(b"p12")
    settings.CERTIFICATE_PADES_PASSPHRASE = "word"
    assert seal().p12 == b"p12"
    assert seal().passphrase == b"word"


def test_a_retired_key_can_be_beside_the_one_in_use(issuer, settings):
    add_key(settings, issuer, new_private("ed25519"), retired_at=LATER)
    assert issuer.keys.in_use().filter(algorithm="ed25519").count() == 1


def test_base64url_has_no_padding():
    assert b64url(b"\xff\xfe\xfd\xfc") == "__79_A"
