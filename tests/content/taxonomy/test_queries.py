"""Names, trees and members, asked once until somebody edits them."""

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from content.taxonomy import queries
from content.taxonomy.choices import column
from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme
from content.taxonomy.signals import taxonomy_changed
from content.taxonomy.sorting import NamedSelect, plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def changes():
    """Return the models of which a change was announced."""
    heard = []

    def ear(sender, **kwargs):
        heard.append(sender)

    taxonomy_changed.connect(ear)
    yield heard
    taxonomy_changed.disconnect(ear)


@pytest.mark.parametrize(
    ("language", "name"), [("pt", "Cabo Verde"), ("pt-br", "Cabo Verde"), ("en", "Cabo Verde"), ("fr", "Cabo Verde"), ("de", "Cabo Verde")]
)
def test_a_country_has_a_name_in_every_language(language, name):
    assert queries.country_names(language)["CV"] == name


def test_brazil_reads_its_own_name_where_there_is_one_and_portugals_where_not():
    theme = Theme.objects.get(slug="supply-chains")
    assert theme.name_in("pt-br") == "Cadeias produtivas"
    assert theme.name_in("pt") == "Cadeias de abastecimento"
    assert Theme.objects.get(slug="child-labour").name_in("pt-br") == "Trabalho infantil"
    assert Theme(name_en="Only English").name_in("pt-br") == "Only English"
    with override("es"):
        assert theme.name == "Cadenas de suministro"


def test_names_stand_in_the_order_of_the_alphabet_whatever_their_accents():
    named = list(queries.country_names("pt").values())
    assert named == sorted(named, key=plain)
    assert named.index("África do Sul") < named.index("Brasil")


def test_targets_and_instruments_keep_the_editors_order():
    assert list(queries.target_names("en"))[:2] == ["1.2", "1.3"]
    assert next(iter(queries.instrument_names("fr"))) == "C029"
    assert next(iter(queries.region_names("pt").values())) == "Mundo"
    assert queries.group_names("en")["palop"].startswith("Portuguese-speaking")
    assert queries.theme_names("fr")["girls-gender"]


def test_the_tree_names_parents_before_what_is_below_them():
    seen = set()
    for row in queries.region_tree():
        assert row.parent is None or row.parent in seen
        seen.add(row.pk)


def test_a_region_holds_the_countries_of_all_below_it():
    africa, caribbean = Region.objects.get(slug="africa"), Region.objects.get(slug="caribbean")
    assert {"AO", "MZ", "CV", "EG"} <= set(queries.countries_of(africa))
    assert "BB" in queries.countries_of(caribbean)
    assert "BR" not in queries.countries_of(caribbean)
    assert queries.regions_above()["ST"] == ["017", "202", "002"]
    assert len(queries.regions_within(Region.objects.get(slug="world").pk)) == 30


def test_an_edit_shows_at_once(changes):
    assert queries.theme_names("pt")["girls-gender"]
    theme = Theme.objects.get(slug="girls-gender")
    theme.name_pt = "Meninas"
    theme.save()
    assert queries.theme_names("pt")["girls-gender"] == "Meninas"
    assert changes == [Theme]


def test_a_change_of_members_is_told_and_shows_at_once(changes):
    assert "TL" not in queries.members()["palop"]
    CountryGroup.objects.get(slug="palop").members.add(Country.objects.get(iso2="TL"))
    assert "TL" in queries.members()["palop"]
    assert changes == [CountryGroup]


def test_what_is_asked_again_asks_nothing(django_assert_num_queries):
    queries.country_names("pt"), queries.members(), queries.regions_above()
    with django_assert_num_queries(0):
        queries.country_names("pt"), queries.members(), queries.regions_above()


def test_rows_of_other_models_are_not_told_of(changes, editor):
    editor.save()
    assert changes == []


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Region.objects.filter(code="002").update(level="other"), "a_region_has_a_known_level"),
        (lambda: Region.objects.filter(code="002").update(parent=Region.objects.get(code="002")), "a_region_is_not_its_own_part"),
        (lambda: Theme.objects.filter(slug="financing").update(facet="other"), "a_theme_has_a_known_facet"),
        (lambda: SdgTarget.objects.filter(code="8.7").update(goal=18), "a_target_belongs_to_one_of_17_goals"),
        (lambda: Instrument.objects.filter(code="C138").update(kind="other"), "an_instrument_is_of_a_known_kind"),
        (lambda: Country.objects.filter(iso2="BR").update(ilo_region="other"), "a_country_has_a_known_ilo_region"),
    ],
)
def test_what_is_never_true_is_refused_by_the_database(make, sentence):
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        make()


@pytest.mark.parametrize(("language", "name"), [("pt-br", "name_pt_br"), ("pt-BR", "name_pt_br"), ("es-mx", "name_es"), ("de", "name_en")])
def test_each_language_has_its_column(language, name):
    assert column(language) == name


def test_rows_stand_in_the_order_that_readers_expect():
    with override("pt"):
        assert Country.objects.in_order().first().name_pt
        assert Region.objects.in_order().first().slug == "world"


def test_a_list_to_choose_from_is_in_the_order_of_the_alphabet():
    widget = NamedSelect(choices=[("", "---"), ("1", "Zimbabué"), ("2", "África do Sul")])
    assert [group[1][0]["label"] for group in widget.optgroups("country", [])] == ["---", "África do Sul", "Zimbabué"]


@pytest.mark.parametrize("model", [Region, Country, CountryGroup, SdgTarget, Instrument, Theme])
def test_codes_stand_for_rows_both_ways(model):
    key = {"Country": "iso2", "CountryGroup": "slug", "Theme": "slug"}.get(model.__name__, "code")
    known = queries.codes(model, key)
    assert len(set(known.values())) == len(known) == model.objects.count()


def test_a_deleted_row_is_forgotten_at_once(changes):
    assert "music" not in queries.theme_names("pt")
    theme = Theme.objects.create(name_en="Music", slug="music", facet="response")
    assert queries.theme_names("pt")["music"] == "Music"
    theme.delete()
    assert "music" not in queries.theme_names("pt")
    assert changes == [Theme, Theme]


def test_a_region_that_moves_takes_its_countries_along():
    caribbean = Region.objects.get(slug="caribbean")
    caribbean.parent = Region.objects.get(slug="africa")
    caribbean.save()
    assert queries.regions_above()["BB"] == [caribbean.code, "002"]
    assert "BB" in queries.countries_of(Region.objects.get(slug="africa"))


def test_an_answer_that_is_nothing_is_remembered_too():
    asked = []
    assert queries.remembered("nothing", lambda: asked.append(1)) is None
    assert queries.remembered("nothing", lambda: asked.append(1)) is None
    assert asked == [1]


def test_what_a_theme_covers_is_told_in_the_readers_language_or_in_english():
    theme = Theme(scope_en="What", scope_pt="O quê")
    for language, said in (("pt", "O quê"), ("pt-br", "O quê"), ("fr", "What"), ("de", "What")):
        with override(language):
            assert theme.scope == said


def test_targets_and_instruments_are_called_by_code_and_name():
    with override("en"):
        assert str(SdgTarget.objects.get(code="8.7")).startswith("8.7 ")
        assert str(Instrument.objects.get(code="C138")).startswith("C138 ")


@pytest.mark.parametrize("language", ["", "xx", "PT", "zh-hant", "pt-ao", "../en"])
def test_any_language_gets_names(language):
    names = queries.country_names(language)
    assert len(names) == 247
    assert all(names.values())


@pytest.mark.parametrize(("text", "sorted_as"), [("África", "africa"), ("Ñandú", "nandu"), ("ß", "ss"), ("", ""), ("São Tomé", "sao tome")])
def test_names_are_sorted_without_accents(text, sorted_as):
    assert plain(text) == sorted_as
