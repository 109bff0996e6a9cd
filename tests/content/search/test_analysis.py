"""Words made equal."""

import pytest

from content.search.analysis import LONGEST, folded, stem_of, stems_asked, words_of

EQUAL = {
    "pt": [
        "introdução introduções introducao INTRODUÇÃO introducoes",
        "inspeção inspeções inspecao",
        "criança crianças crianca criancas",
        "infantil infantis",
    ],
    "es": ["inspección inspecciones inspeccion", "niño niños nino ninos", "educación educacion educaciones", "país pais países paises"],
    "fr": ["égalité égalités egalite EGALITE", "l’inspection inspections l'inspection", "œuvre oeuvre œuvres", "enfant enfants d’enfants"],
    "en": ["inspection inspections", "child’s child", "working worked works", "Café cafe"],
}


@pytest.mark.parametrize(("language", "words"), [(language, row) for language, rows in EQUAL.items() for row in rows])
def test_accents_capitals_and_endings_do_not_matter(language, words):
    assert len({stem_of(word, language) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("pt", "trabalho", "escola"), ("en", "labour", "school"), ("fr", "enfant", "école"), ("es", "niño", "trabajo")],
)
def test_different_words_stay_different(language, one, other):
    assert stem_of(one, language) != stem_of(other, language)


def test_a_language_without_a_stemmer_is_folded():
    assert stem_of("Crianças", "tet") == "criancas"


def test_letters_of_other_scripts_are_words_too():
    assert [word.stem for word in words_of("عمل 工作 труд", "en")] == ["عمل", "工作", "труд"]


def test_words_know_where_they_stand():
    word = words_of("  Olá, mundo", "pt")[1]
    assert (word.start, word.end) == (7, 12)


@pytest.mark.parametrize(
    ("question", "count"), [("o trabalho de um inspetor", 2), ("de a o", 3), ("", 0), ("!!! ??? --", 0), ("trabalho Trabalho TRABALHOS", 1)]
)
def test_common_words_are_left_out_of_a_question_unless_there_are_no_others(question, count):
    assert len(stems_asked(question, "pt")) == count


def test_endless_words_are_cut():
    assert len(stem_of("a" * 10_000, "pt")) <= LONGEST
    assert len(words_of("a" * 100_000, "pt")) == 1


def test_folding_keeps_plain_text():
    assert folded("Straße ÇÃO") == "strasse cao"
