import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.proofs.keys import BadKeys, from_file, published
from tests.certificates.proofs.papers import KID, PRIVATE, SITE, jwk

RSA = {"kty": "RSA", "kid": "rsa-2026", "n": "AQAB", "e": "AQAB"}


def test_keys_are_known_by_their_names_and_other_kinds_are_passed_over():
    second = Ed25519PrivateKey.generate()
    found = published([jwk(), RSA, jwk(second, "second")], [SITE + "/"])
    assert set(found.keys) == {KID, "second"}
    assert found.keys[KID] == PRIVATE.public_key()
    assert found.sites == (SITE,)


def test_a_file_may_be_a_set_of_keys():
    found = from_file(json.dumps({"keys": [RSA, jwk()]}))
    assert set(found.keys) == {KID}
    assert found.sites == ()


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"keys": 5}', '{"keys": [5]}', "<html></html>", '{"keys": []}', json.dumps({"keys": [RSA]})]
)
def test_a_file_without_keys_is_refused_with_a_sentence(text):
    with pytest.raises(BadKeys, match=r"\.$"):
        from_file(text)


@pytest.mark.parametrize("x", ["", "AAAA", "*", jwk()["x"][:-4]])
def test_half_a_key_is_refused_by_its_name(x):
    with pytest.raises(BadKeys, match=KID):
        published([jwk() | {"x": x}])
