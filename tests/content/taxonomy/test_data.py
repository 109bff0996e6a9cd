"""The reference data that a new site begins with."""

import importlib

import pytest
from django.apps import apps
from django.db.models.signals import m2m_changed, post_delete, post_save

from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme
from content.taxonomy.receivers import on_members, on_row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("model", "count"), [(Region, 30), (Country, 247), (CountryGroup, 15), (Theme, 24), (SdgTarget, 32), (Instrument, 23)]
)
def test_all_rows_are_there(model, count):
    assert model.objects.count() == count


def test_names_stand_in_every_language():
    for model in (Region, Country, CountryGroup, Theme, SdgTarget, Instrument):
        assert not [row for row in model.objects.all() if not all((row.name_en, row.name_pt, row.name_es, row.name_fr))], model


def test_the_groups_that_matter_have_their_members():
    sizes = {group.slug: group.members.count() for group in CountryGroup.objects.all()}
    assert (sizes["cplp"], sizes["palop"], sizes["ri-lac"], sizes["brics"]) == (9, 5, 31, 11)
    assert CountryGroup.objects.get(slug="cplp").as_of.year == 2026


def test_countries_lie_in_the_lowest_region_that_holds_them():
    homes = dict(Country.objects.filter(iso2__in=["AO", "ST", "TL", "BR", "AG"]).values_list("iso2", "region__slug"))
    assert homes == {
        "AO": "middle-africa",
        "ST": "middle-africa",
        "TL": "south-eastern-asia",
        "BR": "south-america",
        "AG": "caribbean",
    }


def test_every_region_but_the_world_is_part_of_another():
    assert list(Region.objects.filter(parent=None).values_list("slug", flat=True)) == ["world"]


def test_a_theme_names_its_targets_and_instruments():
    theme = Theme.objects.get(slug="supply-chains")
    assert set(theme.targets.values_list("code", flat=True)) == {"8.7", "8.8", "12.6"}
    assert set(theme.instruments.values_list("code", flat=True)) == {"C138", "C182", "P029", "MNE", "UNGP"}
    assert theme.synonyms.splitlines() == ["cadeias de fornecimento", "cadeias de suprimentos"]


@pytest.fixture
def unheard():
    """Let rows come and go without telling anybody, as in a migration."""
    ears = ((post_save, on_row, "taxonomy_rows"), (post_delete, on_row, "taxonomy_rows"), (m2m_changed, on_members, "taxonomy_members"))
    for signal, ear, uid in ears:
        signal.disconnect(ear, dispatch_uid=uid)
    yield
    for signal, ear, uid in ears:
        signal.connect(ear, dispatch_uid=uid)


@pytest.mark.usefixtures("unheard")
def test_the_load_goes_backwards_and_forwards_again():
    step = importlib.import_module("content.migrations.0005_reference_data")
    step.unload(apps, None)  # the step asks nothing of the editor of the schema
    assert not Country.objects.exists()
    assert not Region.objects.exists()
    step.load(apps, None)
    assert Country.objects.count() == 247
