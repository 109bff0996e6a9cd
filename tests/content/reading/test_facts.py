"""Where a text comes from, figures, and the language of a text."""

import pytest

from content.reading.figures import is_period, period_at_end, read_figure
from content.reading.languages import guess_language
from content.reading.provenance import Origin, read_origin
from tests.factories.documents import INITIATIVE_EN, MODULE_PT, SESSION_EN, SESSION_ES, SESSION_FR


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("Unofficial translation. Original document in Spanish.", Origin("unofficial", "es")),
        ("Traduction non officielle. Document original en espagnol.", Origin("unofficial", "es")),
        ("Traducción no oficial. Documento original en inglés.", Origin("unofficial", "en")),
        ("Tradução não oficial. Documento original em francês.", Origin("unofficial", "fr")),
        ("Official translation from Portuguese", Origin("official", "pt")),
        ("Machine translation", Origin("machine", "")),
        ("Idioma original: português", Origin("", "pt")),
        ("The original plan was a good one", None),
        ("Original document, then Spanish translation " * 9, None),
        ("", None),
    ],
)
def test_a_short_line_says_where_a_text_comes_from(line, origin):
    assert read_origin(line) == origin


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("A drop of 1.7 thousand boys during the period 2014–2019. Then 5 %.", ("1.7 thousand", "2014–2019")),
        ("Uma queda de 12,5 % entre 2010 e 2012.", ("12,5 %", "2010 e 2012")),
        ("Une baisse de 2,3 millions d’enfants. De 2016 à 2020.", ("2,3 millions", "")),
        ("To date, 10 harbours use it in line with Target 8.7 after COVID-19.", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_figure_comes_with_the_years_of_its_own_sentence(text, figure):
    assert read_figure(text) == figure


def test_years_stand_alone_or_behind_a_title():
    assert [is_period(line) for line in ("(2014-2017):", "2014–2017", "(2026-):", "in 2014-2017", "2014")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert period_at_end("Beginnings (2012-2014):") == (10, "2012-2014")
    assert period_at_end("Beginnings") is None


@pytest.mark.parametrize(
    ("text", "language"), [(SESSION_EN, "en"), (SESSION_FR, "fr"), (SESSION_ES, "es"), (MODULE_PT, "pt"), (INITIATIVE_EN, "en")]
)
def test_the_language_is_guessed_from_small_words(text, language):
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "Praia", "12 34", "Ärzte und Lehrer haben das nicht gewollt, aber es ist geschehen."])
def test_too_few_words_or_another_language_give_no_answer(text):
    assert guess_language(text) == ""
