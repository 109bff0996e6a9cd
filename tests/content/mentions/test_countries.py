"""Countries are recognised in five languages, in lists and in prose, by the names that editors keep."""

import pytest

from content.mentions.countries import gazetteer
from content.mentions.queries import countries_in
from content.taxonomy.models import Country

LISTED = """Antigua and Barbuda, Argentina, Bahamas, Bolivia, Dominica, Dominican Republic, Guinea, Guinea-Bissau, Equatorial Guinea,
Saint Kitts and Nevis, Trinidad and Tobago, São Tomé and Príncipe, Niger, Nigeria, and Venezuela"""
CODES = ["AG", "AR", "BS", "BO", "DM", "DO", "GN", "GW", "GQ", "KN", "TT", "ST", "NE", "NG", "VE"]


def codes(text: str, *, is_list: bool = False) -> list[str]:
    return [mention.value for mention in countries_in(text, is_list=is_list)]


@pytest.fixture(autouse=True)
def taxonomy(db) -> None:
    """Let the tests use the list of countries that the migrations load."""


def test_a_list_is_read_with_names_that_hold_other_names_or_an_and():
    assert codes(LISTED, is_list=True) == CODES


def test_every_country_is_found_by_each_of_its_five_names():
    named = [(country.name_in(code), country.iso2) for country in Country.objects.all() for code in ("en", "pt", "pt-br", "es", "fr")]
    names = gazetteer(named)
    found = [(name, code, {mention.value for mention in names.find(name, is_list=True)}) for name, code in named]
    assert [row for row in found if row[2] != {row[1]}] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plurinational State of Bolivia; Côte d'Ivoire; Cape Verde; USA", "BO CI CV US"),
        ("Estados Unidos da América, Guiné Bissau e Timor Leste", "US GW TL"),
        ("República Democrática del Congo y República del Congo", "CD CG"),
        ("ANGOLA / BRASIL / MOÇAMBIQUE", "AO BR MZ"),
        ("angola, brasil", "AO BR"),
        ("Bolivia (Plurinational State of)", "BO"),
        ("Hong Kong, China, Brazil", "HK BR"),
    ],
)
def test_short_official_and_unaccented_names_count_in_a_list(text, expected):
    assert codes(text, is_list=True) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Inspectors from Brazil and Cabo Verde met in Praia.", "BR CV"),
        ("Uma boa Reunião em Salvador, com peru ao jantar.", ""),
        ("Northern Ireland and the Gulf of Guinea are not meant, Ireland is.", "IE"),
        ("The Brazilian way", ""),
        ("Mali, Malicounda and Somalia", "ML SO"),
        ("", ""),
    ],
)
def test_in_prose_a_name_stands_by_itself_with_a_capital(text, expected):
    assert codes(text) == expected.split()


def test_a_mention_says_where_it_stands_whatever_the_accents():
    text = "Ação em São Tomé e Príncipe."
    mention = countries_in(text)[0]
    assert text[mention.start : mention.end] == mention.text == "São Tomé e Príncipe"


def test_a_country_renamed_in_the_admin_is_found_by_its_new_name():
    country = Country.objects.get(iso2="AO")
    country.name_en = "Ngola"
    country.save()
    assert codes("Ngola", is_list=True) == ["AO"]


def test_no_query_is_asked_once_the_names_are_known(django_assert_num_queries):
    codes("Angola")
    with django_assert_num_queries(0):
        codes("Angola, Brazil")


def test_a_name_that_is_given_wins_over_a_further_one():
    assert [mention.value for mention in gazetteer([("Burma", "XX")]).find("Burma")] == ["XX"]
