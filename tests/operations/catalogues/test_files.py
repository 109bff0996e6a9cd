"""Catalogues as they are compiled and used."""

import gettext
import os
from pathlib import Path

import pytest
from django.conf import settings

from operations.catalogues.choices import PLURALS, WHOLE
from operations.catalogues.files import compile_all, path_of, read, write
from operations.catalogues.queries import catalogues_folder, source_messages

COUNTS = (0, 1, 2, 1_000_000)


class Missing(gettext.NullTranslations):
    """What a catalogue asks when it has no such message."""

    def ngettext(self, text, plural, count):
        raise AssertionError(f"no plural forms for {text!r}")


@pytest.fixture
def folder(tmp_path):
    for language in PLURALS:
        catalogue = read(path_of(tmp_path, language))
        write(path_of(tmp_path, language), catalogue, language)
    return tmp_path


def test_every_catalogue_is_compiled_once(folder):
    assert len(compile_all(folder)) == 4
    assert compile_all(folder) == []


def test_a_changed_catalogue_is_compiled_again(folder):
    compile_all(folder)
    changed = path_of(folder, "pt")
    os.utime(changed, (2_000_000_000, 2_000_000_000))
    assert compile_all(folder) == [changed.with_suffix(".mo")]


def test_compiling_leaves_nothing_half_done_behind(folder):
    compile_all(folder)
    assert {path.suffix for path in folder.rglob("*.*")} == {".po", ".mo"}


@pytest.mark.parametrize(
    ("language", "forms"),
    [("es", [2, 0, 2, 1]), ("fr", [0, 0, 2, 1]), ("pt", [0, 0, 2, 1]), ("pt_BR", [0, 0, 2, 1])],
)
def test_the_plural_rule_of_each_language_tells_0_1_2_and_a_million_apart(language, forms):
    rule = gettext.c2py(PLURALS[language].partition("plural=")[2].rstrip(";"))
    assert [rule(count) for count in COUNTS] == forms


@pytest.mark.parametrize("language", WHOLE)
def test_every_plural_message_of_the_project_reads_with_0_1_2_and_a_million(language, tmp_path):
    source = path_of(catalogues_folder(), language)
    if not source.exists():
        pytest.skip("this language has no catalogue yet")
    read(source).save_as_mofile(str(tmp_path / "django.mo"))
    with (tmp_path / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    catalogue.add_fallback(Missing())
    for message in source_messages():
        if message.plural and not message.context:
            for count in COUNTS:
                assert catalogue.ngettext(message.text, message.plural, count).strip()


def test_the_projects_sources_have_messages_from_every_storey():
    texts = {message.text for message in source_messages()}
    assert len(texts) > 100
    assert "Portuguese" in texts


def test_the_folder_of_the_catalogues_is_the_one_that_django_reads():
    assert [Path(path) for path in settings.LOCALE_PATHS] == [catalogues_folder()]
