"""Lists of revoked places."""

import gzip
from base64 import urlsafe_b64decode

import pytest

from certificates.badges.status import PLACES, encoded, entry, status_list
from tests.certificates.badges.certificate import AT, DID, ISSUER

LIST = f"https://academy.example.org/credentials/status/{ISSUER}"


def bits(text):
    """Return the places that a list marks, read as the standard says: the first bit is the leftmost of the first byte."""
    assert text.startswith("u")
    data = gzip.decompress(urlsafe_b64decode(text[1:] + "=" * (-len(text[1:]) % 4)))
    assert len(data) * 8 == PLACES
    return [byte * 8 + bit for byte, value in enumerate(data) if value for bit in range(8) if value & 0x80 >> bit]


@pytest.mark.parametrize("places", [[], [0], [7, 8], [1, 2, 3, 94567], [PLACES - 1], list(range(0, PLACES, 4099))])
def test_exactly_the_revoked_places_are_marked(places):
    assert bits(encoded(places)) == places


def test_a_list_is_small_and_the_same_each_time():
    assert encoded([5]) == encoded([5])
    assert len(encoded(range(0, PLACES, 1000))) < 2000


@pytest.mark.parametrize(("index", "part", "place"), [(0, 0, "0"), (131_071, 0, "131071"), (131_072, 1, "0"), (262_161, 2, "17")])
def test_a_place_names_its_list(index, part, place):
    assert entry(ISSUER, index) == {
        "id": f"{LIST}/{part}#{place}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": place,
        "statusListCredential": f"{LIST}/{part}",
    }


def test_a_list_holds_only_its_own_part():
    revoked = [3, PLACES + 4, 2 * PLACES]
    lists = [status_list(issuer=ISSUER, did=DID, part=part, revoked=revoked, at=AT) for part in range(3)]
    assert [bits(one["credentialSubject"]["encodedList"]) for one in lists] == [[3], [4], [0]]
    assert [one["id"] for one in lists] == [f"{LIST}/{part}" for part in range(3)]


def test_a_list_is_a_credential_of_the_same_issuer():
    made = status_list(issuer=ISSUER, did=DID, part=0, revoked=[], at=AT)
    assert (made["issuer"], made["validFrom"]) == (DID, "2026-11-21T15:30:12Z")
    assert made["type"] == ["VerifiableCredential", "BitstringStatusListCredential"]
    subject = made["credentialSubject"]
    assert (subject["type"], subject["statusPurpose"]) == ("BitstringStatusList", "revocation")
