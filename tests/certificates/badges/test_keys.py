"""The public keys in the shapes that verifiers ask for."""

from certificates.badges.keys import did_document, key_set, public_part
from certificates.issuers.jwk import public_jwk
from tests.certificates.badges.certificate import DID, KEY, rsa_key


def keys():
    return [public_jwk(KEY), public_jwk(rsa_key())]


def test_the_document_behind_the_name_lists_every_key_for_making_statements():
    document = did_document(DID, keys(), ["https://academy.example.org/credentials/issuers/1"])
    ed25519, rsa = document["verificationMethod"]
    assert document["id"] == ed25519["controller"] == rsa["controller"] == DID
    assert document["assertionMethod"] == [ed25519["id"], rsa["id"]]
    assert (ed25519["type"], rsa["type"]) == ("Multikey", "JsonWebKey")
    assert ed25519["publicKeyMultibase"] == "z6MkehRgf7yJbgaGfYsdoAsKdBPE3dj2CYhowQdcjqSJgvVd"
    assert rsa["publicKeyJwk"] == keys()[1]
    assert document["alsoKnownAs"] == ["https://academy.example.org/credentials/issuers/1"]


def test_without_keys_and_other_names_the_document_says_so():
    assert did_document(DID, []) == {
        "@context": did_document(DID, [])["@context"],
        "id": DID,
        "verificationMethod": [],
        "assertionMethod": [],
    }


def test_a_private_part_is_never_published_even_where_one_was_written_down():
    leaked = keys()[0] | {"d": "secret", "p": "secret", "k": "secret"}
    assert public_part(leaked) == keys()[0]
    assert "secret" not in str(key_set([leaked]))
    assert "secret" not in str(did_document(DID, [leaked]))


def test_a_key_is_known_by_its_name():
    assert [key["kid"] for key in key_set(keys())["keys"]] == [key["kid"] for key in keys()]
    assert did_document(DID, keys())["verificationMethod"][0]["id"] == f"{DID}#{keys()[0]['kid']}"
