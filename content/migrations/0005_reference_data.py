"""Load the project's own copy of the reference data into an empty taxonomy. Backwards: take out what nobody uses."""

import json
from pathlib import Path

from django.db import migrations

DATA = Path(__file__).resolve().parent.parent / "taxonomy" / "data"
NAMES = ("name_en", "name_pt", "name_pt_br", "name_es", "name_fr")


def rows(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


def only(row, *fields):
    return {field: row[field] for field in (*NAMES, *fields)}


def load(apps, schema_editor):
    get = lambda name: apps.get_model("content", name)
    Region, Country, Group, Theme = get("Region"), get("Country"), get("CountryGroup"), get("Theme")
    regions = {}
    for position, row in enumerate(rows("regions")):
        fields = only(row, "code", "slug", "level")
        regions[row["code"]] = Region.objects.create(position=position, parent=regions.get(row["parent"]), **fields)
    Country.objects.bulk_create(
        Country(region=regions[row["region"]], **only(row, "iso2", "iso3", "numeric", "ilo_region")) for row in rows("countries")
    )
    countries = dict(Country.objects.values_list("iso2", "pk"))
    for row in rows("groups"):
        group = Group.objects.create(**only(row, "slug", "as_of", "source", "note"))
        group.members.set(countries[iso2] for iso2 in row["members"])
    for name, model, fields in (
        ("targets", get("SdgTarget"), ("code", "goal")),
        ("instruments", get("Instrument"), ("code", "kind", "number", "adopted_on", "in_force_on", "category")),
    ):
        model.objects.bulk_create(model(position=position, **only(row, *fields)) for position, row in enumerate(rows(name)))
    targets = dict(get("SdgTarget").objects.values_list("code", "pk"))
    instruments = dict(get("Instrument").objects.values_list("code", "pk"))
    for position, row in enumerate(rows("themes")):
        fields = only(row, "slug", "facet", "scope_en")
        theme = Theme.objects.create(position=position, synonyms="\n".join(row["synonyms"]), **fields)
        theme.targets.set(targets[code] for code in row["targets"])
        theme.instruments.set(instruments[code] for code in row["instruments"])


def unload(apps, schema_editor):
    for name in ("Theme", "CountryGroup", "SdgTarget", "Instrument", "Country"):
        apps.get_model("content", name).objects.all().delete()
    Region = apps.get_model("content", "Region")
    Region.objects.update(parent=None)
    Region.objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [("content", "0004_taxonomy_and_practices")]

    operations = [migrations.RunPython(load, unload)]
