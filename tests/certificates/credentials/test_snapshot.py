"""What a certificate says stays what it says."""

import json
from dataclasses import FrozenInstanceError, fields

import pytest

from certificates.credentials.snapshot import Snapshot
from tests.factories.certificates import snapshot_of

GIVEN = {
    "name": "محمد بن عبد الله",
    "kind": "completion",
    "course": {"pt": "Inspeção", "en": "Inspection"},
    "edition": "2027",
    "course_key": "6f2b6f0e-6f3a-4f6e-9f39-0f1a7d1c5a11",
    "awarded_on": "2027-04-02",
    "languages": ["pt", "en"],
    "issuer": {"name": "Academy", "url": "https://academy.example", "did": "did:web:academy.example"},
}


def test_a_snapshot_survives_the_database():
    said = Snapshot(**GIVEN, percent=92, signatories=[{"name": "Ana", "title": "Director", "image": ""}])
    assert Snapshot.from_json(json.loads(json.dumps(said.as_json()))) == said


def test_what_is_not_known_is_empty():
    said = Snapshot.from_json(GIVEN)
    assert (said.hours, said.starts_on, said.valid_until, said.percent, said.signatories) == ("", "", "", None, [])


def test_what_a_later_release_adds_is_left_out():
    assert Snapshot.from_json(GIVEN | {"colour": "blue"}) == Snapshot(**GIVEN)


def test_a_snapshot_is_not_changed():
    with pytest.raises(FrozenInstanceError):
        Snapshot(**GIVEN).name = "Other"


@pytest.mark.parametrize("wrong", [{"kind": "diploma"}, {"course": {}}, {"languages": []}, {"languages": ["pt", "en", "fr"]}])
def test_what_makes_no_certificate_is_refused(wrong):
    with pytest.raises(ValueError, match="certificate"):
        Snapshot(**(GIVEN | wrong))


@pytest.mark.parametrize(("language", "title"), [("en", "Inspection"), ("pt-br", "Inspeção"), ("fr", "Inspeção")])
def test_a_course_is_named_in_the_readers_language_or_the_main_one(language, title):
    assert Snapshot(**GIVEN).course_in(language) == title


def test_a_course_without_the_main_language_is_named_in_any():
    assert Snapshot(**(GIVEN | {"course": {"es": "Inspección", "pt": ""}, "languages": ["pt"]})).course_in("en") == "Inspección"


def test_the_keys_are_the_contract(issuer):
    assert {one.name for one in fields(Snapshot)} == set(snapshot_of(issuer).as_json())
    assert snapshot_of(issuer).issuer["did"].startswith("did:web:")
