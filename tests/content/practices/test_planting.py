"""The library in the languages that have none yet, and what stands ready before any practice."""

import importlib
from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import Page

from content.practices.actions import plant_library
from content.practices.actions.planting import KEY
from content.practices.models import Acronym, LibraryPage
from content.practices.queries import library_of
from tests.factories.practices import library, practice

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_a_language_that_came_later_joins_the_library_that_is_there(shelf):
    key = shelf["pt"].translation_key
    Page.objects.get(pk=shelf["fr"].pk).delete()
    assert library_of("fr") is None
    assert plant_library(now=NOW) == 1
    assert library_of("fr").translation_key == key
    assert LibraryPage.objects.count() == 4


def test_the_library_is_called_in_the_words_of_its_language_and_stands_in_the_menu(homes):
    plant_library(now=NOW)
    titles = {page.locale.language_code: page.title for page in LibraryPage.objects.select_related("locale")}
    assert (titles["en"], titles["pt"]) == ("Good practices", "Boas práticas")
    assert len(set(titles.values())) == 4
    assert LibraryPage.objects.filter(show_in_menus=True, translation_key=KEY).count() == 4


def test_a_site_without_first_pages_has_no_library(db):
    Page.objects.filter(depth=2).delete()
    assert plant_library(now=NOW) == 0


def test_the_factory_and_the_setup_make_the_same_shape(homes):
    assert library("es").slug == "practices"
    assert plant_library(now=NOW) == 0


def test_acronyms_of_old_get_the_language_of_their_page_and_one_key_for_all_languages(shelf):
    page = practice(acronyms={"OIT": "Organização", "RI": "Iniciativa"})
    practice(language="fr", translation_of=page, acronyms={"OIT": "Organisation"})
    for row in Acronym.objects.all():
        Acronym.objects.filter(pk=row.pk).update(locale=page.locale, translation_key=uuid4())
    step = importlib.import_module("content.migrations.0014_acronyms_per_language")
    step.settle(apps, SimpleNamespace(connection=connection, execute=connection.cursor().execute))
    rows = {(row.short, row.locale.language_code): row.translation_key for row in Acronym.objects.select_related("locale")}
    assert set(rows) == {("OIT", "pt"), ("RI", "pt"), ("OIT", "fr")}
    assert rows["OIT", "pt"] == rows["OIT", "fr"] != rows["RI", "pt"]
