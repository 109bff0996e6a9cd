"""Signed links."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.signing import Signer

from forums.guests.links import confirm_token, full_url, messages_url, open_token, read_confirmation, read_opening

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_link_says_what_was_signed_and_when_it_ends():
    guest, post = uuid4(), uuid4()
    said = read_confirmation(confirm_token(guest=guest, post=post, follows=True, now=NOW))
    assert (said.guest, said.post, said.follows, said.until) == (guest, post, True, NOW + timedelta(hours=24))
    said = read_opening(open_token(guest=guest, turn=3, now=NOW))
    assert (said.guest, said.turn, said.until) == (guest, 3, NOW + timedelta(days=365))


def test_one_kind_of_link_is_not_the_other():
    opening, confirming = open_token(guest=uuid4(), turn=0, now=NOW), confirm_token(guest=uuid4(), post=uuid4(), follows=False, now=NOW)
    assert read_confirmation(opening) is None
    assert read_opening(confirming) is None


def test_a_changed_sign_anywhere_spoils_a_link():
    token = confirm_token(guest=uuid4(), post=uuid4(), follows=False, now=NOW)
    for at in range(len(token)):
        other = "A" if token[at] != "A" else "Q"
        changed = token[:at] + other + token[at + 1 :]
        assert read_confirmation(changed) is None or at == len(token) - 1  # the last sign of a signature has spare bits


@pytest.mark.parametrize("token", ["", ".", "a.b", "é", "x" * 401, "\x00", Signer(salt="another", sep=".").sign_object(["a"])])
def test_anything_else_is_no_link(token):
    assert read_confirmation(token) is None
    assert read_opening(token) is None


def test_a_secret_key_that_changes_closes_every_link(settings):
    token = open_token(guest=uuid4(), turn=0, now=NOW)
    settings.SECRET_KEY = "another"
    assert read_opening(token) is None


def test_addresses_are_whole_in_the_language_asked_for_and_fit_into_a_line_of_a_mail(settings):
    settings.SITE_URL = "https://academy.example.org"
    url = messages_url(guest=uuid4(), turn=0, language="fr", now=NOW)
    assert url.startswith("https://academy.example.org/fr/forums/guests/my/")
    assert len(url) < 998
    assert full_url("guest-confirm", "a.b", "es") == "https://academy.example.org/es/forums/guests/confirm/a.b/"
