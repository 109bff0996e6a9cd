"""Permanent addresses of versions, their list, and what changed."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from content.audience.actions import set_level
from content.practices.actions import withdraw
from content.practices.models import PracticePage
from content.versions.models import Version
from content.versions.queries import latest_version
from content.versions.rules import can_see_version, versions_seen_by
from tests.content.versions.test_keeping import again
from tests.factories.content import published
from tests.factories.practices import library, practice, whole

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(shelf):
    """Return a practice published twice."""
    return again(published(whole("Calendário", objectives="<p>Diminuir as faltas</p>")), objectives="<p>Diminuir muito as faltas</p>")


def first_of(page):
    return Version.objects.get(translation_key=page.translation_key, number=1)


def html_of(client, version, name="practice-version", *more):
    response = client.get(reverse(name, args=[version.uuid, *more]))
    assert response.status_code == 200
    return response.content.decode()


def test_a_version_shows_what_was_published_then_and_leads_to_now(client, page):
    html = html_of(client, first_of(page))
    assert "Diminuir as faltas" in html
    assert "muito" not in html
    assert page.url_path.split("/")[-2] in html
    assert reverse("practice-version", args=[latest_version(page.translation_key, "pt").uuid]) in html


def test_the_page_of_a_practice_lists_its_versions(client, page):
    html = client.get(f"/pt/practices/{page.slug}/").content.decode()
    below = html.split('aria-labelledby="versions"')[1].split("</section>")[0]
    assert below.count("/library/versions/") == 2


def test_what_changed_is_shown_word_by_word(client, page):
    html = html_of(client, first_of(page), "practice-version-changes", latest_version(page.translation_key, "pt").uuid)
    assert "<ins>muito </ins>" in html
    assert "<del>" not in html


def test_two_versions_are_compared_the_earlier_first_whichever_is_named_first(client, page):
    newest = latest_version(page.translation_key, "pt")
    assert "<ins>muito </ins>" in html_of(client, newest, "practice-version-changes", first_of(page).uuid)


def test_facts_that_changed_are_said_in_the_readers_words(client, shelf):
    page = again(
        published(practice(countries="BR MZ", modality="triangular")), modality="south-south", facts={"countries": [{"country": "ST"}]}
    )
    newest = latest_version(page.translation_key, "pt")
    html = html_of(client, newest, "practice-version-changes", first_of(page).uuid)
    assert "São " in html
    assert "Moçambique" in html
    assert "south-south" not in html


def test_versions_of_different_texts_are_not_compared(client, page):
    other = published(practice())
    address = reverse("practice-version-changes", args=[first_of(page).uuid, latest_version(other.translation_key, "pt").uuid])
    assert client.get(address).status_code == 404


def test_contacts_are_never_written_out_among_the_changes(client, page):
    again(page, facts={"contacts": [{"email": "other@example.org"}]})
    html = html_of(client, first_of(page), "practice-version-changes", latest_version(page.translation_key, "pt").uuid)
    assert "example.org" not in html.split("<table", 1)[1].split("</table", 1)[0]


def test_contacts_of_an_old_version_are_shown_only_while_the_practice_shows_them(client, page, editor):
    version = first_of(page)
    assert "office@example.org" in html_of(client, version)
    again(page, contacts_consent=False)
    assert "office@example.org" not in html_of(client, version)


def test_a_version_stays_when_the_practice_is_taken_down_and_says_why(client, page, editor):
    withdraw(page=page, reason="Os números estavam errados.", by=editor, now=NOW)
    html = html_of(client, first_of(page))
    assert "Diminuir as faltas" in html
    assert "Os números estavam errados." in html
    gone = client.get(f"/pt/practices/{page.slug}/")
    assert gone.status_code == 410
    assert reverse("practice-version", args=[latest_version(page.translation_key, "pt").uuid]) in gone.content.decode()


def test_a_version_stays_when_the_page_is_deleted(client, page):
    version = first_of(page)
    PracticePage.objects.get(pk=page.pk).delete()
    assert "Diminuir as faltas" in html_of(client, version)


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_the_same_however_many_versions(client, shelf, count, django_assert_max_num_queries):
    page = published(practice("One"))
    for number in range(count - 1):
        again(page, title=f"Another {number}")
    version = latest_version(page.translation_key, "pt")
    html_of(client, version, "practice-versions")
    with django_assert_max_num_queries(8):
        html = html_of(client, version, "practice-versions")
    assert html.count('<li value="') == count


def test_a_version_that_never_was_is_not_found(client, shelf):
    assert client.get(reverse("practice-version", args=[uuid4()])).status_code == 404
    assert client.post(reverse("practice-version", args=[uuid4()])).status_code == 405


def test_versions_of_a_practice_for_members_are_hidden_from_strangers(client, page, learner):
    set_level(translation_key=page.translation_key, level="members", now=timezone.now())
    address = reverse("practice-version", args=[first_of(page).uuid])
    assert client.get(address).status_code == 404
    client.force_login(learner)
    assert client.get(address).status_code == 200


def test_each_rule_agrees_with_its_twin_for_everybody_also_when_the_page_is_gone(page, cast):
    gone = published(practice("Gone"))
    closed = published(practice("Closed"))
    set_level(translation_key=closed.translation_key, level="members", now=timezone.now())
    PracticePage.objects.get(pk=gone.pk).delete()
    for is_closed in (False, True):
        if is_closed:
            set_level(translation_key=library().translation_key, level="members", now=timezone.now())
        for role, user in cast.items():
            seen = set(versions_seen_by(user, Version.objects.all()))
            for version in Version.objects.all():
                assert can_see_version(user, version) == (version in seen), (role, version)
        assert any(can_see_version(cast["stranger"], version) for version in Version.objects.all()) is not is_closed


def test_more_versions_than_a_page_shows_stand_on_a_page_of_their_own(client, shelf):
    page = published(practice("One"))
    for number in range(5):
        again(page, title=f"Another {number}")
    html = client.get(f"/pt/practices/{page.slug}/").content.decode()
    below = html.split('aria-labelledby="versions"')[1].split("</section>")[0]
    newest = latest_version(page.translation_key, "pt")
    assert below.count("<li>") == 5
    assert reverse("practice-versions", args=[newest.uuid]) in below
    assert html_of(client, newest, "practice-versions").count('<li value="') == 6


def test_a_text_in_another_language_than_the_readers_says_which(client, shelf):
    page = published(practice("Pratique", language="fr", objectives="<p>Moins</p>"))
    version = latest_version(page.translation_key, "fr")
    with override("pt"):
        html = html_of(client, version)
    assert '<h1 dir="auto" lang="fr">Pratique</h1>' in html
    with override("fr"):
        assert '<h1 dir="auto">Pratique</h1>' in html_of(client, version)


def test_a_version_asks_little_and_is_not_for_search_engines(client, page, django_assert_max_num_queries):
    html = html_of(client, first_of(page))
    assert '<meta name="robots" content="noindex">' in html
    with django_assert_max_num_queries(10):
        html_of(client, first_of(page))


def test_comparing_a_version_with_itself_finds_nothing(client, page):
    html = html_of(client, first_of(page), "practice-version-changes", first_of(page).uuid)
    assert "<table" not in html


@pytest.mark.parametrize("name", ["practice-version", "practice-versions", "practice-version-changes"])
def test_no_address_of_a_hidden_version_says_that_there_is_one(client, page, name, learner):
    set_level(translation_key=page.translation_key, level="members", now=timezone.now())
    args = [first_of(page).uuid] * (2 if name.endswith("changes") else 1)
    assert client.get(reverse(name, args=args)).status_code == 404
    client.force_login(learner)
    assert client.get(reverse(name, args=args)).status_code == 200


def test_the_address_of_a_closed_practice_that_is_gone_leads_strangers_nowhere(client, page, editor, learner):
    set_level(translation_key=page.translation_key, level="members", now=timezone.now())
    withdraw(page=page, reason="Wrong.", by=editor, now=NOW)
    assert "/library/versions/" not in client.get(f"/pt/practices/{page.slug}/").content.decode()
    client.force_login(learner)
    assert "/library/versions/" in client.get(f"/pt/practices/{page.slug}/").content.decode()


@pytest.mark.parametrize("uid", ["x", "00000000-0000-0000-0000-00000000000g", "../admin"])
def test_what_is_no_number_of_a_version_is_not_found(client, shelf, uid):
    assert client.get(f"/pt/library/versions/{uid}/").status_code == 404


def test_hostile_words_are_shown_not_run(client, shelf):
    page = published(practice("<script>alert(1)</script>", author='"><img src=x onerror=alert(1)>'))
    version = latest_version(page.translation_key, "pt")
    again(page, author="<b>Somebody</b>")
    newest = latest_version(page.translation_key, "pt")
    for html in (html_of(client, version), html_of(client, newest, "practice-version-changes", version.uuid)):
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "<b>Somebody" not in html
