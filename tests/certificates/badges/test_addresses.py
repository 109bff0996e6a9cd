"""The addresses inside signed badges are those that the site answers."""

import pytest
from django.urls import resolve, reverse

from certificates.badges import addresses
from tests.certificates.badges.certificate import COURSE, ISSUER, NUMBER

HERE = "https://academy.example.org"


def test_each_address_is_one_of_a_route():
    assert addresses.achievement_id(COURSE, "completion") == HERE + reverse("badge-achievement", args=[COURSE, "completion"])
    assert addresses.picture_url(COURSE, "completion") == HERE + reverse("badge-picture", args=[COURSE, "completion"])
    assert addresses.profile_url(ISSUER) == HERE + reverse("badge-issuer", args=[ISSUER])
    assert addresses.status_url(ISSUER, 3) == HERE + reverse("badge-status", args=[ISSUER, 3])
    assert addresses.key_url("k-1_x") == HERE + reverse("badge-key", args=["k-1_x"])


def test_a_credential_is_named_by_the_page_that_verifies_it():
    assert resolve(addresses.credential_id(NUMBER).removeprefix(HERE)).kwargs == {"number": NUMBER}


def test_the_addresses_never_change():
    """They stand in files that people keep. Whoever changes one breaks every badge handed out before."""
    assert reverse("badge-did") == "/.well-known/did.json"
    assert reverse("badge-keys") == "/credentials/keys"
    assert reverse("badge-status", args=[ISSUER, 0]) == f"/credentials/status/{ISSUER}/0"
    assert reverse("badge-achievement", args=[COURSE, "completion"]) == f"/credentials/achievements/{COURSE}/completion"
    assert addresses.credential_id(NUMBER) == f"{HERE}/verify/{NUMBER}/"


@pytest.mark.parametrize("site", ["https://academy.example.org", "https://academy.example.org/"])
def test_a_slash_at_the_end_of_the_site_changes_nothing(settings, site):
    settings.SITE_URL = site
    assert addresses.key_url("k") == "https://academy.example.org/credentials/keys/k"


def test_two_certificates_of_one_person_share_no_holder():
    assert addresses.holder_id("A" * 26) != addresses.holder_id("B" * 26)
