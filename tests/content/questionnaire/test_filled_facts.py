"""Answers that are facts: countries with roles, contacts, links, sums, years, targets and themes become rows; the rest is left over."""

import pytest

from content.questionnaire.filled import filled_of, read_practice
from content.questionnaire.filled_facts import read_contacts, read_countries, read_materials, read_period, read_tags
from content.reading.document import read_text
from content.reading.pieces import PARAGRAPH, Piece, Run, numbered
from content.sorting.choices import Went
from content.sorting.landing import Landing, Unfit


@pytest.fixture(autouse=True)
def taxonomy(db) -> None:
    """Let the tests use the taxonomy that the migrations load."""


def pieces(*texts: str) -> list[Piece]:
    return numbered([Piece(PARAGRAPH, (Run(text),)) for text in texts])


def read(reader, *texts: str) -> Landing:
    """Return a landing after a reader took these paragraphs; every word is placed once."""
    given = pieces(*texts)
    landing = Landing(given)
    reader(landing, given)
    landing.reckon()
    return landing


def left(landing: Landing) -> list[str]:
    return [part.text for part in landing.parts if part.went == Went.LEFT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil, Angola and Cabo Verde", [("BR", "taking-part"), ("AO", "taking-part"), ("CV", "taking-part")]),
        ("Brazil (offering), Angola (requesting)", [("BR", "offering"), ("AO", "requesting")]),
        ("Offering: Brazil; requesting: Angola, Timor-Leste", [("BR", "offering"), ("AO", "requesting"), ("TL", "requesting")]),
        (
            "Países que oferecem: Brasil. Países solicitantes: Moçambique e Guiné-Bissau",
            [("BR", "offering"), ("MZ", "requesting"), ("GW", "requesting")],
        ),
        ("Bolivia; Perú (facilitador)", [("BO", "taking-part"), ("PE", "facilitating")]),
        ("Brésil, Sénégal et Bénin", [("BR", "taking-part"), ("SN", "taking-part"), ("BJ", "taking-part")]),
    ],
)
def test_countries_have_the_role_that_the_list_says(text, expected):
    assert [(row["country"], row["role"]) for row in read(read_countries, text).rows["countries"]] == expected


def test_what_is_no_country_is_left_over():
    landing = read(read_countries, "Brazil, Atlantis and Angola", "and others, to be named")
    assert [row["country"] for row in landing.rows["countries"]] == ["BR", "AO"]
    assert left(landing) == ["Atlantis and", "and others, to be named"]


def test_a_country_named_twice_hangs_once():
    assert len(read(read_countries, "Brazil, Brasil and Brésil").rows["countries"]) == 1


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["Office of Ports a@x.org b@x.org www.x.org www.y.org"],
            [("a@x.org", "https://www.x.org"), ("b@x.org", ""), ("", "https://www.y.org")],
        ),
        (["Office of Ports", "E-mail: a@x.org", "Site: www.y.org"], [("a@x.org", ""), ("", "https://www.y.org")]),
        (["Office of Ports, tel. 123"], [("", "")]),
    ],
)
def test_mail_addresses_and_sites_stand_apart_each_with_its_name(texts, expected):
    rows = read(read_contacts, *texts).rows["contacts"]
    assert [(row["email"], row["address"]) for row in rows] == expected
    assert all(row["name"].startswith("Office of Ports") for row in rows)


def test_two_offices_keep_their_own_addresses():
    rows = read(read_contacts, "Ports: a@x.org", "Schools: b@y.org").rows["contacts"]
    assert [(row["name"], row["email"]) for row in rows] == [("Ports", "a@x.org"), ("Schools", "b@y.org")]


def test_links_are_named_by_the_words_beside_them():
    landing = read(read_materials, "The guide: https://example.org/guide.pdf", "www.a.org | www.b.org", "A film, not on the web")
    assert [(row["title"], row["address"]) for row in landing.rows["materials"]] == [
        ("The guide", "https://example.org/guide.pdf"),
        ("www.a.org", "https://www.a.org"),
        ("www.b.org", "https://www.b.org"),
    ]
    assert left(landing) == ["A film, not on the web"]


def test_a_link_behind_words_counts():
    given = numbered([Piece(PARAGRAPH, (Run("The guide", href="https://example.org/g"),))])
    landing = Landing(given)
    read_materials(landing, given)
    assert landing.rows["materials"] == [{"title": "The guide", "address": "https://example.org/g"}]


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2022–2025", 2022, 2025), ("desde 2019", 2019, None), ("from 2024 back to 2021", 2021, 2024)]
)
def test_a_period_has_its_first_and_last_year(text, first, last):
    landing = read(read_period, text)
    assert (landing.facts["starts_year"], landing.facts["ends_year"]) == (first, last)


def test_a_period_without_a_year_is_left_over():
    assert left(read(read_period, "some years ago")) == ["some years ago"]


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("targets", "8.7, 16.2 and 99.9", ["8.7", "16.2"]),
        ("instruments", "C138 and C. 182, R146", ["C138", "C182", "R146"]),
    ],
)
def test_codes_that_the_site_knows_hang_on_the_page(key, text, expected):
    landing = read(lambda landing, given: read_tags(landing, key, given), text)
    assert sorted(row["code"] for row in landing.rows[key]) == sorted(expected)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("modality", "Cooperação triangular", "triangular"),
        ("modality", "South-South", "south-south"),
        ("modality", "interregional exchange", "interregional"),
        ("sector", "fishing", "fishing"),
    ],
)
def test_a_choice_is_told_by_its_name(key, text, value):
    assert read(lambda landing, given: read_tags(landing, key, given), text).facts[key] == value


@pytest.mark.parametrize("key", ["modality", "sector", "targets", "instruments", "themes"])
def test_a_choice_that_is_none_is_left_over(key):
    assert left(read(lambda landing, given: read_tags(landing, key, given), "see above")) == ["see above"]


PORTUGUESE = """Boa prática: O livro comum do cais

Nome do autor ou da autora: Comissão do Livro

Instituição: Capitanias da Costa Quente

Países envolvidos: Angola, Brasil e São Tomé e Príncipe

Objetivo(s) Sul-Sul\tSaber que rapazes carregam navios em mais de um porto.

Inovação\tUm só livro para nove portos.

Fontes de financiamento\tFundo do porto (R$ 5.000).

Contactos\tCapitania livro@portos.example.org
"""
QUESTIONS = {
    "es": [
        ("Boa prática", "Buena práctica"),
        ("Nome do autor ou da autora", "Nombre del autor o de la autora"),
        ("Instituição", "Institución"),
        ("Países envolvidos", "Países participantes"),
        ("Objetivo(s) Sul-Sul", "Objetivo(s) Sur-Sur"),
        ("Inovação", "Innovación"),
        ("Fontes de financiamento", "Fuentes de financiación"),
        ("Contactos", "Datos de contacto"),
    ],
    "fr": [
        ("Boa prática", "Bonne pratique"),
        ("Nome do autor ou da autora", "Nom de l’auteur ou de l’autrice"),
        ("Instituição", "Institution"),
        ("Países envolvidos", "Pays concernés"),
        ("Objetivo(s) Sul-Sul", "Objectif(s) Sud-Sud"),
        ("Inovação", "Innovation"),
        ("Fontes de financiamento", "Sources de financement"),
        ("Contactos", "Coordonnées"),
    ],
}


@pytest.mark.parametrize("language", ["pt", "es", "fr"])
def test_the_form_is_read_in_each_language_of_its_questions(language):
    text = PORTUGUESE
    for printed, other in QUESTIONS.get(language, []):
        text = text.replace(printed, other)
    filled = filled_of(read_text(text, name=""), language="pt")
    assert set(filled.values) == {"title", "author", "institution", "objectives", "innovation", "funding"}
    assert [row["country"] for row in filled.countries] == ["AO", "BR", "ST"]
    assert filled.amounts == [{"amount": "5000.00", "currency": "BRL", "source": "Fundo do porto"}]
    assert filled.contacts == [{"name": "Capitania", "email": "livro@portos.example.org", "address": ""}]
    assert filled.leftovers == []


def test_a_question_said_again_in_its_answer_is_taken_out_only_before_a_new_sentence():
    text = PORTUGUESE.replace("\tUm só livro", "\tInovação Um só livro").replace("\tSaber", "\tobjetivo de saber")
    values = filled_of(read_text(text, name=""), language="pt").values
    assert values["innovation"] == "Um só livro para nove portos."
    assert values["objectives"].startswith("objetivo de saber")


def test_without_a_title_a_heading_above_the_questions_is_it():
    text = PORTUGUESE.replace("Boa prática: O livro comum do cais", "# O livro comum")
    assert filled_of(read_text(text, name=""), language="pt").values["title"] == "O livro comum"


def test_a_form_without_any_title_is_refused():
    with pytest.raises(Unfit):
        read_practice(read_text(PORTUGUESE.replace("Boa prática: O livro comum do cais\n\n", ""), name="").pieces)
