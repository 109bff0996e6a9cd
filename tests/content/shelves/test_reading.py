"""What a practice says, as names of shelves."""

import pytest

from content.shelves.reading import Facts, Wording, laid_out, names_of, sort_titles, stems, years

TEXT = Wording("Fiscalização no porto", "Uma visita.", "Inspetores e meninas")


def test_every_fact_has_its_shelf():
    facts = Facts(
        texts={"pt": TEXT, "fr": Wording("Titre", "", "")},
        level="level:open",
        linked={"country": [3, 5], "theme": [7]},
        modality="triangular",
        sector="fishing",
        starts_year=2020,
        ends_year=2022,
        is_adapted=True,
    )
    named = {name for name in names_of(facts) if name.startswith("f:")}
    assert named == {
        *("f:level:open", "f:country:3", "f:country:5", "f:theme:7", "f:modality:triangular", "f:sector:fishing"),
        *("f:year:2020", "f:year:2021", "f:year:2022", "f:language:pt", "f:language:fr", "f:adapted:yes"),
    }


def test_what_is_not_said_has_none():
    assert names_of(Facts(texts={}, level="level:members")) == {"f:level:members"}


def test_words_stand_where_they_are_said_and_anywhere():
    names = names_of(Facts(texts={"pt": TEXT}, level="level:open"))
    (title,) = stems("fiscalizacao", "pt")
    (summary,) = stems("visitas", "pt")
    assert {f"t:pt:{title}", f"a:pt:{title}", f"s:pt:{summary}", f"a:pt:{summary}"} <= names
    assert f"s:pt:{title}" not in names
    assert f"t:pt:{summary}" not in names


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, []),
        (2020, None, [2020]),
        (None, 2021, [2021]),
        (2020, 2022, [2020, 2021, 2022]),
        (2022, 2020, [2022]),
        (1950, 2100, list(range(1950, 2010))),
    ],
)
def test_a_period_is_a_bounded_row_of_years(first, last, expected):
    assert list(years(first, last)) == expected


def test_a_phrase_ends_where_a_part_of_the_text_ends():
    said = laid_out(Wording("Travail des enfants", "", "Fin\nDébut"), "fr")
    assert f" {' '.join(stems('travail des enfants', 'fr'))} " in said
    assert f" {' '.join(stems('enfants fin', 'fr'))} " not in said


def test_titles_are_sorted_without_accents_and_borrowed_where_a_language_is_missing():
    texts = {"pt": Wording("Água", "", ""), "fr": Wording("É" * 100, "", "")}
    found = sort_titles(texts, ("pt", "en", "es", "fr"))
    assert found == {"pt": "agua", "en": "agua", "es": "agua", "fr": "e" * 80}
    assert sort_titles({}, ("pt",)) == {"pt": ""}
