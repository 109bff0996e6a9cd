"""What Open Badges 3.0 asks of a credential.

The JSON schema of 1EdTech is not ours to hand on, so it is not in this repository: where it lies beside it, or OPEN_BADGES_SCHEMA
names its path, badges are held against it whole. The facts that matter most are written down here and always held.
"""

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft201909Validator

from certificates.badges.achievement import badge_of
from certificates.badges.integrity import proved
from tests.certificates.badges.certificate import AT, KEY, METHOD, NAMES, said
from tests.house.tree import ROOT

NAME = "ob3-achievementcredential.schema.json"
SCHEMA = Path(os.environ.get("OPEN_BADGES_SCHEMA") or ROOT.parent / "shared" / "standards" / NAME)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SHAPES = {
    **{f"name: {sort}": {"name": name} for sort, name in NAMES.items()},
    "no end, no grade": {"valid_until": None, "percent": None},
    "grade not wanted": {"shows_percent": False},
    "least said": {"edition": "", "hours": "", "starts_on": "", "ends_on": "", "percent": None, "valid_until": None},
    "participation": {"kind": "participation"},
    "contribution in Brazil": {"kind": "contribution", "languages": ["pt-br"]},
}


def badge(shape):
    return proved(badge_of(said(**SHAPES[shape])), private=KEY, method=METHOD, at=AT)


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs the JSON schema of 1EdTech: set OPEN_BADGES_SCHEMA to its path")
@pytest.mark.parametrize("shape", SHAPES)
def test_the_schema_of_1edtech_finds_nothing_wrong(shape):
    schema = json.loads(SCHEMA.read_text())
    found = Draft201909Validator(schema, format_checker=Draft201909Validator.FORMAT_CHECKER).iter_errors(badge(shape))
    assert [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in found] == []


@pytest.mark.skipif(not SCHEMA.exists(), reason="needs the JSON schema of 1EdTech: set OPEN_BADGES_SCHEMA to its path")
@pytest.mark.parametrize("part", ["@context", "id", "type", "issuer", "validFrom", "credentialSubject"])
def test_the_schema_would_miss_each_part_that_must_be_there(part):
    made = badge("grade not wanted")
    del made[part]
    assert not Draft201909Validator(json.loads(SCHEMA.read_text())).is_valid(made)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_parts_that_must_be_there_are(shape):
    made = badge(shape)
    assert {"@context", "id", "type", "credentialSubject", "issuer", "validFrom"} <= set(made)
    assert made["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert re.fullmatch(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(-3\.\d\.\d)*\.json", made["@context"][1])
    assert {"VerifiableCredential", "OpenBadgeCredential"} <= set(made["type"])
    subject = made["credentialSubject"]
    assert {"id", "type", "achievement"} <= set(subject)
    assert {"id", "type", "criteria", "description", "name"} <= set(subject["achievement"])
    assert all({"type", "hashed", "identityHash", "identityType"} == set(one) for one in subject["identifier"])
    assert {"id", "type"} <= set(made["credentialStatus"])


@pytest.mark.parametrize("shape", SHAPES)
def test_types_are_lists_but_where_the_standard_wants_one_word(shape):
    one_word = {"Image", "IdentityObject", "BitstringStatusListEntry", "DataIntegrityProof"}

    def types(value):
        if isinstance(value, dict):
            if "type" in value:
                yield value["type"]
            for inner in value.values():
                yield from types(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from types(inner)

    assert all(one in one_word if isinstance(one, str) else not one_word & set(one) for one in types(badge(shape)))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_proof_is_a_list_and_moments_have_a_zone(shape):
    made = badge(shape)
    assert isinstance(made["proof"], list)
    subject = made["credentialSubject"]
    moments = [made["validFrom"], made["awardedDate"], made["proof"][0]["created"], made.get("validUntil")]
    moments += [subject.get("activityStartDate"), subject.get("activityEndDate")]
    assert all(MOMENT.fullmatch(one) for one in moments if one)
