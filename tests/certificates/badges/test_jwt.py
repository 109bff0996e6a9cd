"""The badge as a token."""

import json
from base64 import urlsafe_b64decode

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from certificates.badges.achievement import badge_of
from certificates.badges.jwt import signed_token
from tests.certificates.badges.certificate import AT, DID, NAMES, NUMBER, rsa_key, said

KEY_URL = "https://academy.example.org/credentials/keys/r1"


def parts(token):
    return [urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in token.split(".")]


def token(**changed):
    return signed_token(badge_of(said(**changed)), private=rsa_key(), key_url=KEY_URL)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_token_holds_the_credential_and_its_registered_claims(name):
    _header, payload, _signature = parts(token(name=name))
    claims = json.loads(payload)
    badge = badge_of(said(name=name))
    assert {key: claims[key] for key in badge} == badge
    assert {key: claims[key] for key in claims if key not in badge} == {
        "iss": DID,
        "jti": f"https://academy.example.org/verify/{NUMBER}/",
        "sub": badge["credentialSubject"]["id"],
        "nbf": int(AT.timestamp()),
        "exp": 1889913600,
    }


def test_the_header_says_nothing_but_what_the_standard_allows():
    assert json.loads(parts(token())[0]) == {"alg": "RS256", "kid": KEY_URL, "typ": "JWT"}


def test_a_certificate_for_ever_has_no_end():
    claims = json.loads(parts(token(valid_until=None))[1])
    assert "exp" not in claims
    assert "validUntil" not in claims


def test_the_signature_is_rsa_with_sha_256_over_the_first_two_parts():
    made = token()
    signed, signature = made.rpartition(".")[0].encode(), parts(made)[2]
    rsa_key().public_key().verify(signature, signed, PKCS1v15(), SHA256())
    with pytest.raises(InvalidSignature):
        rsa_key().public_key().verify(signature, signed[:-1] + bytes([signed[-1] ^ 1]), PKCS1v15(), SHA256())


def test_the_same_certificate_gives_the_same_token():
    assert token() == token()
