"""A catalogue with a gap does not pass."""

import polib
import pytest

from operations.catalogues.checking import placeholders, troubles
from operations.catalogues.choices import LANGUAGES
from operations.catalogues.collecting import collect
from operations.catalogues.extraction import Message
from operations.catalogues.files import path_of, read, write

SOURCES = [
    Message("%(count)d course", plural="%(count)d courses"),
    Message("Hello, %(name)s"),
    Message("Open", context="verb"),
]


@pytest.fixture
def folder(tmp_path):
    """Return a folder of catalogues that are whole for SOURCES."""
    collect(tmp_path, SOURCES)
    for language in ("es", "fr", "pt"):
        change(tmp_path, language, lambda _entry: None, is_filling=True)
    return tmp_path


def change(folder, language, do, *, is_filling=False):
    """Do something to every entry of a catalogue and write it."""
    path = path_of(folder, language)
    catalogue = read(path)
    for entry in catalogue:
        if is_filling and entry.msgid_plural:
            entry.msgstr_plural = {index: f"%(count)d {language} {index}" for index in range(3)}
        elif is_filling:
            entry.msgstr = f"{language} {entry.msgid}"
        do(entry)
    write(path, catalogue, language)


def only(msgid, **values):
    """Return a change of one entry's attributes."""

    def do(entry):
        if entry.msgid == msgid:
            for name, value in values.items():
                setattr(entry, name, value)

    return do


def test_whole_catalogues_have_no_trouble(folder):
    assert troubles(folder, SOURCES) == []


def test_a_missing_catalogue_is_a_trouble_for_each_message(tmp_path):
    assert len(troubles(tmp_path, SOURCES)) == 9


@pytest.mark.parametrize(
    ("msgid", "values", "said"),
    [
        ("Open", {"msgstr": ""}, "fr: not translated: Open"),
        ("Open", {"msgstr": "  "}, "fr: not translated: Open"),
        ("Open", {"flags": ["fuzzy"]}, "fr: doubtful (fuzzy): Open"),
        ("Hello, %(name)s", {"msgstr": "Bonjour"}, "fr: other placeholders: Hello, %(name)s"),
        ("Hello, %(name)s", {"msgstr": "Bonjour, %(nom)s"}, "fr: other placeholders: Hello, %(name)s"),
        ("Hello, %(name)s", {"msgstr": "\nBonjour, %(name)s"}, "fr: another line break at the start: Hello, %(name)s"),
        ("%(count)d course", {"msgstr_plural": {0: "%(count)d a", 1: "", 2: "%(count)d c"}}, "fr: not translated: %(count)d course"),
        ("%(count)d course", {"msgstr_plural": {0: "%(count)d a", 1: "%(count)d b"}}, "fr: not translated: %(count)d course"),
        ("%(count)d course", {"msgid_plural": "many"}, "fr: another plural than the source's: %(count)d course"),
    ],
)
def test_each_gap_is_told_with_its_language_and_message(folder, msgid, values, said):
    change(folder, "fr", only(msgid, **values))
    assert said in troubles(folder, SOURCES)


def test_a_plural_form_that_lost_its_figure_is_told_but_one_may_stand_for_it(folder):
    change(folder, "pt", only("%(count)d course", msgstr_plural={0: "um curso", 1: "%(count)d de cursos", 2: "%(count)d cursos"}))
    assert troubles(folder, SOURCES) == []
    change(folder, "pt", only("%(count)d course", msgstr_plural={0: "um curso", 1: "milhões", 2: "%(count)d cursos"}))
    assert troubles(folder, SOURCES) == ["pt: other placeholders in plural form 1: %(count)d course"]


def test_a_message_that_the_sources_no_longer_have_is_told(folder):
    assert "es: no longer in the sources: Open" in troubles(folder, SOURCES[:2])


def test_a_catalogue_with_another_plural_rule_is_told(folder):
    path = path_of(folder, "es")
    path.write_text(path.read_text().replace("n == 1 ? 0", "n != 1 ? 0"))
    assert "es: another plural rule than operations.catalogues.choices has" in troubles(folder, SOURCES)


def test_a_catalogue_written_by_another_tool_is_told(folder):
    path = path_of(folder, "es")
    path.write_text(path.read_text() + "\n#: views.py:3\n")
    assert "es: not in its steady form: run `make messages`" in troubles(folder, SOURCES)


def test_brazilian_portuguese_is_whole_while_it_holds_nothing(folder):
    path_of(folder, "pt_BR").unlink()
    assert troubles(folder, SOURCES) == []


def put_brazilian(folder, **values):
    write(path_of(folder, "pt_BR"), catalogue := polib.POFile(), "pt_BR")
    catalogue.append(polib.POEntry(**values))
    write(path_of(folder, "pt_BR"), catalogue, "pt_BR")


def test_brazilian_portuguese_holds_what_differs(folder):
    put_brazilian(folder, msgid="Open", msgctxt="verb", msgstr="Abra")
    assert troubles(folder, SOURCES) == []


def test_brazilian_portuguese_holds_nothing_empty_and_nothing_that_is_the_same(folder):
    put_brazilian(folder, msgid="Open", msgctxt="verb", msgstr="")
    assert troubles(folder, SOURCES) == ["pt_BR: empty, so leave it out: Open"]
    put_brazilian(folder, msgid="Open", msgctxt="verb", msgstr="pt Open")
    assert troubles(folder, SOURCES) == ["pt_BR: the same as pt, so leave it out: Open"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("plain", set()),
        ("%(name)s and %(count)d", {"name", "count"}),
        ("%s of %d", {""}),
        ("{name} of {}", {"name", ""}),
        ("100 %% of %(all)s", {"all"}),
        ("100 %%s", set()),
    ],
)
def test_placeholders_are_known_by_name(text, names):
    assert placeholders(text) == names


def test_collecting_keeps_translations_lets_new_ones_in_and_old_ones_go(folder):
    later = [*SOURCES[1:], Message("New")]
    assert collect(folder, later)["fr"] == (1, 1)
    catalogue = read(path_of(folder, "fr"))
    assert {entry.msgid: entry.msgstr for entry in catalogue} == {"Hello, %(name)s": "fr Hello, %(name)s", "New": "", "Open": "fr Open"}
    assert [entry.msgid for entry in catalogue] == sorted(entry.msgid for entry in catalogue)


def test_collecting_twice_changes_nothing(folder):
    before = {language: path_of(folder, language).read_text() for language in LANGUAGES}
    collect(folder, SOURCES)
    assert {language: path_of(folder, language).read_text() for language in LANGUAGES} == before


def test_a_message_that_gains_or_loses_its_plural_takes_the_new_shape(folder):
    collect(folder, [Message("Open", context="verb", plural="Opens"), Message("%(count)d course")])
    entries = {entry.msgid: entry for entry in read(path_of(folder, "fr"))}
    assert entries["Open"].msgstr_plural == {0: "", 1: "", 2: ""}
    assert entries["%(count)d course"].msgid_plural == ""


def test_a_new_message_does_not_come_into_what_holds_only_differences(folder):
    collect(folder, [*SOURCES, Message("New")])
    assert len(read(path_of(folder, "pt_BR"))) == 0
