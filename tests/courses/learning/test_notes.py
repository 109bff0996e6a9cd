"""Notes: hers alone, never lost, removed when emptied."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.learning.actions import save_note
from courses.learning.models import LONGEST, Note
from courses.learning.queries import notes_of
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below
from tests.factories.courses import reading_below
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db
NOTES = "/en/learning/notes/"


def address(unit):
    return f"{NOTES}{unit.translation_key}/"


def words(answer):
    return answer.content.decode()


def test_a_stranger_is_led_to_the_door(client, units):
    assert client.get(NOTES).status_code == 302
    assert client.get(address(units[0])).status_code == 302
    assert client.post(f"{address(units[0])}draft/", {"text": "x"}).status_code == 403
    assert not Note.objects.exists()


def test_a_note_is_kept_changed_and_removed(as_ines, ines, units):
    path = address(units[0])
    assert "First reading" in words(as_ines.get(path))
    assert as_ines.post(path, {"text": "Três <perguntas>\r\nquatro"}).status_code == 302
    assert Note.objects.get().text == "Três <perguntas>\nquatro"
    assert "Três &lt;perguntas&gt;" in words(as_ines.get(path))
    assert "Três &lt;perguntas&gt;" in words(as_ines.get(NOTES))
    as_ines.post(path, {"text": "   "})
    assert not Note.objects.exists()


def test_the_same_text_again_changes_nothing(ines, units):
    key = units[0].translation_key
    save_note(person=ines, unit_key=key, text="a", now=NOW)
    save_note(person=ines, unit_key=key, text="a", now=NOW + timedelta(hours=1))
    assert Note.objects.get().saved_at == NOW


def test_what_is_too_long_is_refused_with_what_was_typed(as_ines, units):
    answer = as_ines.post(address(units[0]), {"text": "x" * (LONGEST + 1)})
    assert answer.status_code == 422
    assert "xxxx" in words(answer)
    assert not Note.objects.exists()
    assert as_ines.post(f"{address(units[0])}draft/", {"text": "x" * (LONGEST + 1)}).status_code == 422


def test_the_script_keeps_what_is_typed_and_never_removes(as_ines, units):
    path = f"{address(units[0])}draft/"
    assert as_ines.post(path, {"text": "half a sent"}).status_code == 204
    assert as_ines.post(path, {"text": ""}).status_code == 204
    assert Note.objects.get().text == "half a sent"
    page = words(as_ines.get(address(units[0])))
    assert f'data-draft="{path}"' in page
    assert f'data-saved-at="{int(NOW.timestamp())}"' in page
    assert as_ines.get(path).status_code == 405


def test_there_are_notes_on_units_only(as_ines, homes, modules):
    article = page_below(homes["en"])
    for key in (uuid4(), article.translation_key, modules[0].translation_key):
        assert as_ines.get(f"{NOTES}{key}/").status_code == 404
        assert as_ines.post(f"{NOTES}{key}/", {"text": "x"}).status_code == 404
        assert as_ines.post(f"{NOTES}{key}/draft/", {"text": "x"}).status_code == 404
    assert not Note.objects.exists()


def test_a_note_outlives_its_unit(as_ines, ines, units):
    save_note(person=ines, unit_key=units[0].translation_key, text="kept", now=NOW)
    units[0].unpublish()
    assert "not published any more" in words(as_ines.get(NOTES))
    assert "kept" in words(as_ines.get(address(units[0])))
    assert as_ines.post(address(units[0]), {"text": ""}).url == NOTES


def test_nobody_reads_anothers(client, ines, units, cast):
    save_note(person=ines, unit_key=units[0].translation_key, text="only mine", now=NOW)
    for role, person in cast.items():
        if role == "stranger":
            continue
        client.force_login(person)
        assert "only mine" not in words(client.get(address(units[0]))), role
        assert "only mine" not in words(client.get(NOTES)), role


def test_one_note_serves_all_languages(as_ines, ines, units, homes):
    save_note(person=ines, unit_key=units[0].translation_key, text="kept", now=NOW)
    assert "kept" in words(as_ines.get(address(units[0]).replace("/en/", "/fr/")))
    row = notes_of(ines, language="fr")[0]
    assert (row.title, row.code) == ("First reading", "en")


def test_one_and_three_notes_ask_the_same(as_ines, ines, modules):
    counts = []
    for number in range(3):
        unit = reading_below(modules[0], title=f"Unit {number}")
        save_note(person=ines, unit_key=unit.translation_key, text="x", now=NOW)
        as_ines.get(NOTES)
        with CaptureQueriesContext(connection) as asked:
            assert words(as_ines.get(NOTES)).count("<h2>") == number + 1
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 8


def test_a_unit_leads_to_ones_notes(client, ines, units):
    link = f'href="{address(units[0])}"'
    assert link not in words(client.get(units[0].get_url()))
    client.force_login(PersonFactory(language="en"))
    assert link in words(client.get(units[0].get_url()))


def test_the_browser_keeps_what_is_typed_for_its_owner_and_learns_when_it_arrived(as_ines, ines, units):
    path, token = address(units[0]), str(uuid4())
    assert f'data-owner="{ines.uid}"' in words(as_ines.get(path))
    assert as_ines.post(path, {"text": "Seen", "token": token}).cookies["written"].value == token
