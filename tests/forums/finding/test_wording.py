"""Words made equal, in every language at once."""

import pytest

from forums.finding.wording import LONGEST_QUESTION, MOST_WORDS, name_patterns, plain, stems_asked, stems_of


@pytest.mark.parametrize(
    ("asked", "text", "language"),
    [
        ("inspeção", "As inspeções foram marcadas.", "pt"),
        ("INSPECOES", "A inspeção foi marcada.", "pt"),
        ("inspección", "las inspecciones", "es"),
        ("inspections", "l’inspection du travail", "fr"),
        ("fishing", "They fished all night.", "en"),
        ("crianca", "Criança", ""),
    ],
)
def test_endings_accents_and_capitals_do_not_matter(asked, text, language):
    assert all(stems & stems_of(text, language) for stems in stems_asked(asked))


def test_words_that_are_everywhere_are_not_asked_for_unless_alone():
    assert len(stems_asked("a idade da criança")) == 2
    assert stems_asked("de la")


@pytest.mark.parametrize("question", ["", "   ", "?!", "👍", "\x00", "___"])
def test_nothing_to_look_for_is_nothing(question):
    assert stems_asked(question) == []


def test_long_questions_are_cut():
    assert len(stems_asked(" ".join(f"palavra{number}" for number in range(500)))) == MOST_WORDS
    assert len(stems_asked("x" * 10 * LONGEST_QUESTION)) == 1


def test_a_word_asked_twice_is_one_word():
    assert len(stems_asked("multa MULTA múlta")) == 1


def test_plain_text_keeps_words_apart_and_has_no_tags():
    assert plain("<p>one<br>two</p><ul><li>three</li><li>a &lt;b&gt; &amp; c</li></ul>") == "one\ntwo\nthree\na <b> & c"


def test_names_match_with_and_without_accents_and_nothing_else_is_a_pattern():
    assert name_patterns("Inês") == name_patterns("ines")
    assert all("." not in pattern and "*" not in pattern for pattern in name_patterns(".* (a|b)+ [x"))
    assert name_patterns("%_*.") == []
