"""Finding: words in four languages, facets over one another, counts, orders, rights."""

from datetime import timedelta

import pytest
from django.http import QueryDict

from content.audience.actions import set_level
from content.library.asking import Asked
from content.library.queries import Found, find, ways_out
from content.library.wording import MOST_READ
from content.practices.models import PracticePage
from content.shelves.actions import shelve
from content.taxonomy.models import Country, CountryGroup, Theme
from tests.factories.practices import NOW, practice

pytestmark = pytest.mark.django_db


def look(query: str = "", user=None, language: str = "pt") -> Found:
    return find(Asked.read(QueryDict(query)), user=user, language=language)


def titles(query: str = "", user=None, language: str = "pt") -> list[str]:
    named = dict(PracticePage.objects.filter(alias_of=None).order_by("-pk").values_list("translation_key", "title"))
    return [named[key] for key in look(query, user, language).keys(0, 100)]


@pytest.fixture
def held(shelf):
    """Return three practices, the newest last."""
    pages = [
        practice("Fiscalização no porto", summary="Uma visita às docas.", countries="BR ST", starts_year=2019, ends_year=2021),
        practice(
            "Escola e colheita", countries="AO MZ", themes="education-training", modality="triangular", objectives="<p>Fiscalizações</p>"
        ),
        practice(
            "Contre le travail des enfants", language="fr", countries="BR", themes="education-training", targets="8.7", sector="fishing"
        ),
    ]
    for place, page in enumerate(pages):
        PracticePage.objects.filter(pk=page.pk).update(first_published_at=NOW + timedelta(days=place))
    shelve(keys=[page.translation_key for page in pages])
    return pages


PORT, SCHOOL, WORK = "Fiscalização no porto", "Escola e colheita", "Contre le travail des enfants"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [WORK, SCHOOL, PORT]),
        ("q=fiscalizacao", [PORT, SCHOOL]),  # the title counts more than the text
        ("q=FISCALIZAÇÕES", [PORT, SCHOOL]),
        ("q=docas+visitas", [PORT]),
        ("q=escolas+fiscalização", [SCHOOL]),
        ("q=travail+enfant", [WORK]),
        ("q=fiscalizacao&sort=newest", [SCHOOL, PORT]),
        ("sort=title", [WORK, SCHOOL, PORT]),
        ("q=docas+enfants", []),  # never half of the words in one language, half in another
        ("q=Angola", [SCHOOL]),  # a country is found by its name
        ("q=Brasil+fiscaliza%C3%A7%C3%A3o", [PORT]),
        ("q=a", [WORK, SCHOOL, PORT]),
        ("q=%3F%21", []),
    ],
)
def test_words_find_practices(held, query, expected):
    found = titles(query)
    assert found == expected if query != "q=a" else set(found) <= set(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('q="travail des enfants"', [WORK]),
        ("q=«TRAVAIL DES ENFANT»", [WORK]),
        ('q="travail enfants"', []),
        ('q="enfants travail"', []),
        ('q="fiscalizacao no porto" docas', [PORT]),
        ('q="fiscalizacao no porto" "uma visita"', [PORT]),
        ('q="porto uma"', []),
        ('q="%25_"', []),
    ],
)
def test_quotes_ask_for_words_one_after_another(held, query, expected):
    assert titles(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country=br", [WORK, PORT]),
        ("country=BR&country=ao", [WORK, SCHOOL, PORT]),
        ("region=africa", [SCHOOL, PORT]),
        ("region=americas&theme=education-training", [WORK]),
        ("region=middle-africa", [SCHOOL, PORT]),
        ("group=palop", [SCHOOL, PORT]),
        ("year=2020", [PORT]),
        ("year=2022", []),
        ("target=8.7&sector=fishing&language=fr", [WORK]),
        ("modality=triangular", [SCHOOL]),
        ("q=fiscalizacao&group=cplp&language=pt&theme=education-training", [SCHOOL]),
        ("adapted=yes", []),
    ],
)
def test_facets_narrow_one_another(held, query, expected):
    assert titles(query) == expected


def test_counts_are_of_what_one_more_choice_would_leave(held):
    assert look().counts("country") == {"ao": 1, "br": 2, "mz": 1, "st": 1}
    assert look("country=br").counts("country") == {"ao": 1, "br": 2, "mz": 1, "st": 1}  # another country widens
    assert look("country=br").counts("theme") == {"labour-inspection": 1, "education-training": 1}
    assert look("theme=education-training").counts("country") == {"ao": 1, "br": 1, "mz": 1}
    assert look("q=fiscalizacao").counts("language") == {"pt": 2}
    assert look().counts("year") == {"2021": 1, "2020": 1, "2019": 1}
    assert look().counts("region")["africa"] == 2


def test_the_world_is_no_filter(held):
    assert "world" not in look().counts("region")


@pytest.mark.parametrize(
    "query", ["theme=nope", "country=zz", "year=99999", "year=²²²²", "region=world", "language=xx", "adapted=no", "target=8.7'--"]
)
def test_a_value_that_there_is_not_finds_nothing(held, query):
    found = look(query)
    assert found.total == 0
    assert found.keys() == []
    assert [way.asked.query for way in ways_out(found)] == [""]


def test_where_nothing_is_found_the_way_out_is_told(held):
    ways = ways_out(look("q=docas&country=ao"))
    assert [(way.facet, way.is_alone, way.count) for way in ways] == [("q", False, 1), ("country", False, 1)]
    ways = ways_out(look("q=xyzzy&country=br&theme=nope"))
    assert [(way.facet, way.is_alone, way.asked.query, way.count) for way in ways] == [("country", True, "country=br", 2)]
    assert ways_out(look("q=docas")) == []


def test_editing_the_taxonomy_is_one_edit_that_facets_follow(held):
    assert look().counts("group")["brics"] == 2
    CountryGroup.objects.get(slug="brics").members.remove(Country.objects.get(iso2="BR"))
    assert "brics" not in look().counts("group")
    theme = Theme.objects.get(slug="education-training")
    theme.name_pt, theme.slug = "Escolas e ofícios", "schools"
    theme.save()
    assert look("theme=schools").total == 2
    assert look("q=of%C3%ADcios").total == 2
    theme.parent = Theme.objects.get(slug="labour-inspection")
    theme.save()
    assert look("theme=labour-inspection").total == 3


def test_what_one_may_not_read_is_neither_found_nor_counted(held, learner):
    set_level(translation_key=held[0].translation_key, level="members", now=NOW)
    assert titles() == [WORK, SCHOOL]
    assert titles("q=docas") == []
    assert look().counts("country")["br"] == 1
    assert "2019" not in look().counts("year")
    assert ways_out(look("q=docas&country=ao")) == [way for way in ways_out(look("q=docas&country=ao")) if way.facet == "q"]
    assert titles(user=learner) == [WORK, SCHOOL, PORT]
    assert titles("q=docas", user=learner) == [PORT]


def test_all_keys_come_in_the_order_asked_for(held):
    found = look("sort=title")
    assert list(found.all_keys(batch=1)) == found.keys(0, 10)
    assert list(look("country=zz").all_keys()) == []
    assert look().keys(1, 2) == [held[1].translation_key]


def test_titles_are_in_the_alphabet_of_the_reader(held):
    practice("Água", language="pt", translation_of=held[2])
    shelve(keys=[held[2].translation_key])
    assert look("sort=title", language="pt").keys()[0] == held[2].translation_key
    assert look("sort=title", language="fr").keys()[0] == held[2].translation_key  # Contre
    assert look("sort=title", language="pt-br").keys() == look("sort=title", language="pt").keys()


def test_a_long_list_by_title_is_gone_through_in_the_index(held, monkeypatch):
    short = look("sort=title").keys(0, 10)
    monkeypatch.setattr("content.library.queries.FEW", 1)
    assert look("sort=title").keys(0, 10) == short
    assert look("sort=title").keys(1, 2) == short[1:2]


def test_of_many_only_the_best_are_read_for_a_phrase(held, monkeypatch):
    assert not look('q="travail des enfants"').is_cut
    monkeypatch.setattr("content.library.wording.MOST_READ", 1)
    found = look('q="fiscalizacao"')
    assert found.total == 1
    assert found.is_cut
    assert MOST_READ == 400


def test_a_search_asks_few_questions(held, django_assert_num_queries):
    look("q=fiscalizacao")
    with django_assert_num_queries(2):
        found = look("q=fiscalizacao&country=br&region=africa&theme=labour-inspection")
        assert found.total == 1
        assert found.counts("country")
