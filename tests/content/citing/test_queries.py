"""Records are the same from a page, from many, and from a version."""

from dataclasses import replace

import pytest
from django.utils import timezone

from content.audience.actions import set_level
from content.citing.queries import cited, of_version, pages_of, record_of, records_in_turn, records_of
from content.versions.actions import keep_version
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db


def keys(*pages):
    return [page.translation_key for page in pages]


@pytest.fixture
def calendar(tree):
    return whole("Calendário", slug="calendario", countries="AO:offering ST:requesting")


def test_a_record_has_names_in_its_own_language_whatever_is_active(calendar):
    other = practice("Calendrier", language="fr", translation_of=calendar, countries="ST:requesting", themes="labour-inspection")
    mine, french = records_of([calendar, other])
    assert [place.name for place in mine.places] == ["Angola", "São Tomé e Príncipe"]
    assert french.places[0].name == "Sao Tomé-et-Principe"
    assert mine.themes[0].name != french.themes[0].name
    assert mine.others == {"fr": french.address}
    assert mine.address.endswith("/pt/practices/calendario/")


def test_many_records_say_what_each_says_alone(tree):
    pages = [whole("Um", countries="AO"), practice("Dois", countries="BR:offering", targets="8.7 4.1", starts_year=2020), practice("Três")]
    assert records_of(pages) == [record_of(page) for page in pages]


def test_a_version_says_what_the_page_said(calendar):
    version = keep_version(page=calendar, by=None, now=timezone.now())
    page, kept = record_of(calendar), of_version(version)
    told = {"address", "permanent", "published_at", "changed_at", "original_language"}
    same = replace(page, **{name: getattr(kept, name) for name in told})
    assert same == kept
    assert page.permanent == kept.permanent
    assert (page.version, kept.version) == (1, 1)


def test_contacts_are_in_a_record_only_while_they_agree(calendar):
    assert record_of(calendar).contacts
    assert record_of(whole("Outra", contacts_consent=False)).contacts == ()


@pytest.mark.parametrize(("language", "title"), [("fr", "Calendrier"), ("pt", "Calendário"), ("es", "Calendário")])
def test_the_page_of_a_reader_is_hers_else_the_original(calendar, language, title):
    practice("Calendar", language="en", translation_of=calendar, rendering="machine")
    practice("Calendrier", language="fr", translation_of=calendar, rendering="official")
    [page] = pages_of(keys(calendar), user=None, language=language)
    assert page.title == title


def test_records_come_in_the_order_asked_for_in_pieces_without_what_one_may_not_read(tree, monkeypatch, member):
    monkeypatch.setattr("content.citing.queries.A_TIME", 2)
    pages = [practice(f"P{number}") for number in range(5)]
    hidden = pages[2]
    set_level(translation_key=hidden.translation_key, level="members", now=timezone.now())
    backwards = keys(*reversed(pages))
    assert [record.title for record in records_in_turn(backwards, user=None, language="pt")] == ["P4", "P3", "P1", "P0"]
    assert len(list(records_in_turn(backwards, user=member, language="pt"))) == 5


def test_a_version_of_a_closed_library_is_cited_for_members_only(calendar, member):
    version = keep_version(page=calendar, by=None, now=timezone.now())
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    calendar.live = False
    calendar.save()
    for key in (calendar.translation_key, version.uuid):
        assert cited(key, user=None, language="pt") is None
        assert cited(key, user=member, language="pt").title == "Calendário"


def test_the_last_version_is_cited_and_one_in_another_language_rather_than_none(calendar):
    keep_version(page=calendar, by=None, now=timezone.now())
    calendar.title = "Calendário novo"
    calendar.save()
    keep_version(page=calendar, by=None, now=timezone.now())
    calendar.live = False
    calendar.save()
    held = cited(calendar.translation_key, user=None, language="fr")
    assert (held.title, held.version, held.is_withdrawn) == ("Calendário novo", 2, True)


@pytest.mark.parametrize("many", [1, 3])
def test_records_ask_the_same_questions_however_many(tree, many, django_assert_max_num_queries):
    found = pages_of(keys(*(whole(f"P{number}") for number in range(many))), user=None, language="pt")
    records_of(found)
    with django_assert_max_num_queries(11):
        assert len(records_of(found)) == many
