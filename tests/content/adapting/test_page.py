"""The page of a practice with its citation, its family and its versions: what it costs, and that all of it is there."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from content.adapting.actions import erase_person, refuse, take_back
from content.versions.actions import keep_version
from tests.content.adapting.conftest import NOW, shown
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db
PAGE = "/pt/practices/calendario/"


def family(calendar, ana, keeper, many, country="GW"):
    """Have a practice adapted so many times, each a record of its own, and keep a version."""
    for number in range(many):
        child = whole(f"Filha {country} {number}", countries=country)
        shown(calendar, ana, keeper, country, year=2000 + number, became_key=child.translation_key)
    keep_version(page=calendar, by=None, now=timezone.now())


def asked(client):
    """Return how many questions the page asks of the database when nothing is remembered."""
    cache.clear()
    client.get(PAGE)  # what hangs on the process is asked for now
    cache.clear()
    with CaptureQueriesContext(connection) as found:
        client.get(PAGE)
    return len(found)


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_asks_at_most_eight_questions_with_citation_family_and_versions(
    client, calendar, ana, keeper, member, many, django_assert_max_num_queries
):
    family(calendar, ana, keeper, many)
    client.force_login(member)
    client.get(PAGE)
    with django_assert_max_num_queries(8):
        text = client.get(PAGE).content.decode()
    assert text.count("Filha") >= many
    assert 'type="application/ld+json"' in text


def test_the_first_view_after_a_change_asks_as_many_questions_for_four_as_for_one(client, calendar, ana, keeper):
    family(calendar, ana, keeper, 1)
    few = asked(client)
    family(calendar, ana, keeper, 3, "TL")
    assert asked(client) <= few


def test_what_is_shown_refused_or_taken_back_is_seen_on_the_page_at_once(client, calendar, ana, keeper):
    assert "Timor-Leste" not in client.get(PAGE).content.decode()
    row = shown(calendar, ana, keeper, "TL")
    assert "Timor-Leste" in client.get(PAGE).content.decode()
    refuse(adaptation=row, by=keeper, reason="x", now=NOW)
    assert "Timor-Leste" not in client.get(PAGE).content.decode()
    row = shown(calendar, ana, keeper, "TL", year=2024)
    take_back(adaptation=row, now=NOW)
    assert "Timor-Leste" not in client.get(PAGE).content.decode()


def test_the_contact_of_a_member_who_leaves_is_gone_from_what_she_told(client, calendar, ana, keeper):
    row = shown(calendar, ana, keeper, "TL", contact="ana@example.org", kept="As visitas.")
    address = f"/pt/library/adaptations/{calendar.translation_key}/"
    assert "ana@example.org" in client.get(address).content.decode()
    erase_person(user=ana, now=NOW)
    text = client.get(address).content.decode()
    assert "ana@example.org" not in text
    assert "As visitas." in text
    assert str(row.uid) in text


@pytest.mark.parametrize("language", ["pt", "en", "es", "fr", "pt-br"])
def test_the_family_is_read_in_every_language_with_titles_marked_as_what_they_are(client, calendar, ana, keeper, language):
    child = practice("Caju", slug="caju")
    shown(calendar, ana, keeper, became_key=child.translation_key)
    text = client.get(f"/{language}/library/adaptations/{calendar.translation_key}/").content.decode()
    assert 'lang="pt"' in text
    assert "Caju" in text
    assert 'dir="auto"' in text


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_of_an_adaptation_asks_the_same_questions_however_large_the_family(
    client, calendar, ana, keeper, many, django_assert_max_num_queries
):
    family(calendar, ana, keeper, many)
    row = shown(calendar, ana, keeper, "AO", year=2026)
    address = f"/pt/library/adaptations/told/{row.uid}/"
    client.get(address)
    with django_assert_max_num_queries(10):
        assert client.get(address).status_code == 200
