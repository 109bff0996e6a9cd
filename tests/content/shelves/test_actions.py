"""The index follows what is published, whatever happens and in whatever order."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import Page

from content.audience.actions import set_level
from content.practices.models import PracticePage, PracticeTheme
from content.shelves.actions import catch_up, hide, rebuild, shelve
from content.shelves.actions.rebuilding import _Chunk
from content.shelves.models import Shelf, ShelfItem, ShelfPart, ShelfState
from content.taxonomy.models import Theme
from tests.content.shelves.checking import assert_no_drift, stored
from tests.factories.practices import NOW, practice

pytestmark = pytest.mark.django_db


def keys(*pages):
    return [page.translation_key for page in pages]


def numbers(name):
    return {str(ShelfItem.objects.get(pk=number).translation_key) for number in stored().get(name, ())}


def test_practices_are_numbered_as_they_came_out(shelf):
    late = practice(first_published_at=NOW + timedelta(days=1))
    early = practice()
    shelve(keys=keys(late, early))
    assert list(ShelfItem.objects.order_by("pk").values_list("translation_key", flat=True)) == keys(early, late)
    assert_no_drift()


def test_reading_an_unchanged_practice_again_changes_no_row(shelf):
    page = practice()
    assert shelve(keys=keys(page)) > 0
    assert shelve(keys=keys(page)) == 0


def test_a_change_takes_away_what_is_no_longer_said(shelf):
    page = practice("Porto de pesca", themes="labour-inspection")
    other = practice("Porto seguro", themes="labour-inspection")
    shelve(keys=keys(page, other))
    page.title = "Café"
    page.theme_links = [PracticeTheme(theme=Theme.objects.get(slug="education-training"))]
    page.save()
    assert shelve(keys=keys(page)) > 0
    assert_no_drift()
    old, new = (f"f:theme:{Theme.objects.get(slug=slug).pk}" for slug in ("labour-inspection", "education-training"))
    assert numbers(old) == {str(other.translation_key)}
    assert numbers(new) == {str(page.translation_key)}


def test_all_languages_of_a_practice_are_one(shelf):
    page = practice("Fiscalização")
    practice("Contrôle", language="fr", translation_of=page)
    shelve(keys=keys(page))
    assert ShelfItem.objects.count() == 1
    assert numbers("f:language:fr") == numbers("f:language:pt") == {str(page.translation_key)}
    assert_no_drift()


def test_where_languages_differ_in_a_fact_the_last_published_is_right(shelf):
    page = practice(starts_year=2001)
    practice(language="fr", translation_of=page, starts_year=2019, last_published_at=NOW + timedelta(days=9))
    shelve(keys=keys(page))
    assert numbers("f:year:2019")
    assert not numbers("f:year:2001")


def test_aliases_and_drafts_are_on_no_shelf(shelf):
    draft = practice(live=False)
    alias = practice(language="fr", alias_of=practice(language="pt"))
    shelve(keys=[*keys(draft), alias.translation_key, uuid4()])
    assert not numbers("f:language:fr")
    assert ShelfItem.objects.count() == 0 or not ShelfItem.objects.filter(translation_key=draft.translation_key).exists()


def test_what_is_withdrawn_or_deleted_is_gone_at_once_and_its_words_too(shelf):
    kept, gone, deleted = practice("Cacau"), practice("Algodão"), practice("Tijolo")
    shelve(keys=keys(kept, gone, deleted))
    gone.unpublish()
    deleted.delete()
    assert set(ShelfItem.objects.values_list("translation_key", flat=True)) == set(keys(kept))
    assert_no_drift()


def test_a_number_is_never_given_twice(shelf):
    first = practice()
    shelve(keys=keys(first))
    number = ShelfItem.objects.get().pk
    first.delete()
    second = practice()
    shelve(keys=keys(second))
    assert ShelfItem.objects.get().pk > number


def test_hiding_needs_no_job(shelf):
    page = practice()
    shelve(keys=keys(page))
    assert not hide(key=page.translation_key)  # still live
    PracticePage.objects.filter(pk=page.pk).update(live=False)
    assert hide(key=page.translation_key)
    assert not hide(key=page.translation_key)
    assert not hide(key=uuid4())
    assert "f:level:open" not in stored()


def test_publishing_shelves_a_practice(shelf):
    page = practice("Salineira", live=False)
    page.save_revision().publish(skip_permission_checks=True)
    assert numbers("f:level:open") == {str(page.translation_key)}
    assert_no_drift()


def test_access_moves_practices_in_the_same_transaction(shelf):
    one, other = practice(), practice()
    shelve(keys=keys(one, other))
    set_level(translation_key=one.translation_key, level="members", now=NOW)
    assert numbers("f:level:members") == {str(one.translation_key)}
    assert numbers("f:level:open") == {str(other.translation_key)}
    assert_no_drift()
    set_level(translation_key=shelf["fr"].translation_key, level="members", now=NOW)
    assert "f:level:open" not in stored()
    set_level(translation_key=shelf["fr"].translation_key, level="open", now=NOW)
    set_level(translation_key=one.translation_key, level="open", now=NOW)
    assert "f:level:members" not in stored()
    assert_no_drift()


def test_the_sweep_finds_what_nobody_announced(shelf):
    page, gone = practice(), practice()
    shelve(keys=keys(gone))
    Page.objects.filter(pk=gone.pk).update(live=False)
    assert catch_up() == 2
    assert catch_up() == 0
    assert list(ShelfItem.objects.values_list("translation_key", flat=True)) == keys(page)
    assert_no_drift()


def test_an_adaptation_told_by_another_room_is_a_facet(shelf, monkeypatch):
    page, other = practice(), practice()
    monkeypatch.setattr("content.shelves.queries.hooks.get_hooks", lambda name: [lambda asked: {page.translation_key} & set(asked)])
    shelve(keys=keys(page, other))
    assert numbers("f:adapted:yes") == {str(page.translation_key)}


def test_a_rebuild_mends_whatever_was_wrong_and_keeps_the_numbers(shelf):
    pages = [practice(f"Prática {place}", countries=countries) for place, countries in enumerate(["BR", "AO MZ", "ST"])]
    shelve(keys=keys(*pages))
    held = dict(ShelfItem.objects.values_list("translation_key", "pk"))
    epoch = ShelfState.objects.get().epoch
    missing, wrong = ShelfPart.objects.order_by("pk")[:2]
    missing.delete()
    ShelfPart.objects.filter(pk=wrong.pk).update(bits=b"")
    ShelfPart.objects.create(shelf=Shelf.objects.create(name="a:pt:never"), chunk=0, bits=wrong.bits, stamp=0)
    ShelfPart.objects.create(shelf=Shelf.objects.get(name="f:level:open"), chunk=7, bits=wrong.bits, stamp=0)
    ShelfItem.objects.filter(pk=held[pages[0].translation_key]).update(shelves=b"")
    unknown = practice("Nova")
    Page.objects.filter(pk=pages[2].pk).update(live=False)
    said = []
    assert rebuild(say=said.append) == 3
    assert said == ["practices shelved: 3 of 3"]
    assert_no_drift()
    assert not Shelf.objects.filter(name="a:pt:never").exists()
    assert ShelfState.objects.get().epoch != epoch
    now = dict(ShelfItem.objects.values_list("translation_key", "pk"))
    assert {key: now[key] for key in keys(*pages[:2])} == {key: held[key] for key in keys(*pages[:2])}
    assert now[unknown.translation_key] > max(held.values())


def test_what_jobs_change_while_a_rebuild_runs_is_put_right(shelf, monkeypatch):
    changed, gone, kept = practice("Café"), practice("Cacau"), practice("Pesca")
    shelve(keys=keys(changed, gone, kept))
    late = practice("Tarde")
    write = _Chunk._write

    def meanwhile(chunk):
        """Publish, withdraw and change between reading and writing, as jobs do."""
        Page.objects.filter(pk=changed.pk).update(title="Algodão")
        Page.objects.filter(pk=gone.pk).update(live=False)
        newer = practice("Mais tarde")
        shelve(keys=keys(changed, gone, newer))
        write(chunk)

    monkeypatch.setattr(_Chunk, "_write", meanwhile)
    rebuild()
    assert late.translation_key in set(ShelfItem.objects.values_list("translation_key", flat=True))
    assert_no_drift()


def test_an_empty_library_is_rebuilt_too(shelf):
    assert rebuild() == 0
    assert stored() == {}


@pytest.mark.parametrize("number", [1, 3])
def test_reading_more_practices_asks_no_more_questions(shelf, number, django_assert_max_num_queries):
    pages = [practice() for _place in range(number)]
    shelve(keys=keys(*pages))
    with django_assert_max_num_queries(40):
        shelve(keys=keys(*pages))


def test_editing_the_taxonomy_is_noted(shelf):
    practice()
    before = ShelfState.objects.values_list("labels", flat=True).first() or 0
    Theme.objects.first().save()
    assert ShelfState.objects.get().labels > before
    assert ShelfState.objects.get().stamp <= timezone.now().timestamp()
