"""The proof inside a badge covers every part of it."""

import copy
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.badges.achievement import badge_of
from certificates.badges.integrity import Unsayable, canonical, is_genuine, proved
from tests.certificates.badges.certificate import AT, KEY, METHOD, NAMES, said


def badge(**changed):
    return proved(badge_of(said(**changed)), private=KEY, method=METHOD, at=AT)


def leaves(value, path=()):
    """Yield the way to each text, number and truth in a document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


def changed(document, path, make):
    other = copy.deepcopy(document)
    place = other
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = make(place[path[-1]])
    return other


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_badge_is_genuine_whatever_the_name(name):
    made = badge(name=name)
    assert is_genuine(made, KEY.public_key())
    assert made["credentialSubject"]["name"] == name


def test_the_same_certificate_gives_the_same_badge():
    assert badge() == badge()


def test_the_proof_is_an_array_of_one_that_says_when_by_whom_and_what_for():
    [proof] = badge()["proof"]
    assert proof.pop("proofValue").startswith("z")
    assert proof == {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-11-21T15:30:12Z",
        "verificationMethod": METHOD,
        "proofPurpose": "assertionMethod",
    }


def test_each_value_in_a_badge_is_covered():
    made = badge()
    paths = list(leaves(made))
    assert len(paths) > 45
    for path in paths:
        other = changed(made, path, lambda value: (not value) if isinstance(value, bool) else f"{value}x")
        assert not is_genuine(other, KEY.public_key()), path


def test_each_name_of_a_value_is_covered():
    made = badge()
    named = {way[: index + 1] for way in leaves(made) for index, step in enumerate(way) if isinstance(step, str)}
    assert len(named) > 50
    for path in named:
        other = copy.deepcopy(made)
        place = other
        for step in path[:-1]:
            place = place[step]
        place[f"{path[-1]}x"] = place.pop(path[-1])
        assert not is_genuine(other, KEY.public_key()), path


def test_a_value_put_into_a_badge_makes_it_false():
    made = badge()
    assert not is_genuine(made | {"honour": "summa cum laude"}, KEY.public_key())
    assert not is_genuine(made | {"description": "With honours."}, KEY.public_key())
    assert not is_genuine(changed(made, ("credentialSubject",), lambda subject: subject | {"role": "Teacher"}), KEY.public_key())


def test_another_key_or_another_time_of_signing_is_told_apart():
    stranger = Ed25519PrivateKey.from_private_bytes(bytes(32))
    assert not is_genuine(badge(), stranger.public_key())
    later = proved(badge_of(said()), private=KEY, method=METHOD, at=AT + timedelta(days=1))
    assert later["proof"][0]["proofValue"] != badge()["proof"][0]["proofValue"]


@pytest.mark.parametrize("proof", [None, [], {}, "z1", [{}], [{"proofValue": "z1"}], [{"proofValue": 1, "type": "DataIntegrityProof"}]])
def test_what_has_no_such_proof_is_not_genuine(proof):
    assert not is_genuine(badge() | {"proof": proof}, KEY.public_key())


def test_a_second_proof_or_a_proof_of_another_kind_is_not_looked_at():
    made = badge()
    assert not is_genuine(made | {"proof": made["proof"] * 2}, KEY.public_key())
    assert not is_genuine(made | {"proof": [made["proof"][0] | {"cryptosuite": "eddsa-jcs-2022"}]}, KEY.public_key())


def test_a_word_that_no_context_knows_is_refused_before_signing():
    with pytest.raises(Unsayable, match="honour"):
        canonical(badge_of(said()) | {"honour": "summa cum laude"})


def test_a_context_that_is_not_kept_is_refused():
    with pytest.raises(Unsayable):
        canonical({"@context": ["https://example.org/context"], "id": "urn:x"})


def test_order_of_the_parts_means_nothing():
    made = badge_of(said())
    assert canonical(dict(reversed(made.items()))) == canonical(made)
