"""Linked data is read by a JSON-LD processor; schema.org's context stands in for itself without the network."""

import json

from pyld import jsonld

from content.citing.linked import as_json_ld, inside_html, learning_resource
from tests.content.citing.conftest import record

SCHEMA = "http://schema.org/"
CONTEXT = {"@context": {"@vocab": SCHEMA, "translationOfWork": {"@type": "@id"}, "workTranslation": {"@type": "@id"}}}


def loader(address: str, options: object) -> dict[str, object]:
    """Answer for schema.org only: nothing else may be asked for."""
    assert address == "https://schema.org"
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": CONTEXT}


def expanded(said: dict[str, object]) -> dict[str, object]:
    [thing] = jsonld.expand(said, {"documentLoader": loader})
    return thing


def test_an_original_is_a_learning_resource_that_names_its_translations(calendar):
    thing = expanded(json.loads(as_json_ld(calendar)))
    assert thing["@type"] == [f"{SCHEMA}LearningResource"]
    assert thing["@id"] == calendar.address
    assert [one["@id"] for one in thing[f"{SCHEMA}workTranslation"]] == [calendar.others["en"], calendar.others["fr"]]
    assert [place[f"{SCHEMA}identifier"][0]["@value"] for place in thing[f"{SCHEMA}spatialCoverage"]] == ["AO", "ST"]
    assert f"{SCHEMA}translationOfWork" not in thing


def test_a_translation_names_its_original_and_who_translated():
    said = learning_resource(
        record(language="fr", rendering="unofficial", translator="Awa", others={"pt": "https://academy.test/pt/practices/x/"})
    )
    thing = expanded(said)
    assert thing[f"{SCHEMA}translationOfWork"][0]["@id"] == "https://academy.test/pt/practices/x/"
    assert said["translator"]["name"] == "Awa"
    assert "workTranslation" not in said


def test_a_translation_whose_original_is_not_held_names_none():
    said = learning_resource(record(language="fr", rendering="official", others={}))
    assert "translationOfWork" not in said
    assert "workTranslation" not in said


def test_what_is_empty_is_left_out_and_years_may_be_open():
    said = learning_resource(record(summary="", institution="", materials=(), licence_address="", years=(None, None)))
    assert {"abstract", "sourceOrganization", "citation", "license", "temporalCoverage"}.isdisjoint(said)
    assert learning_resource(record())["temporalCoverage"] == "2024/.."
    assert learning_resource(record(years=(None, 2020)))["temporalCoverage"] == "../2020"


def test_no_title_ends_the_element_that_holds_it():
    text = inside_html(as_json_ld(record(title="</script><!-- & \u2028")))
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text)["name"] == "</script><!-- &"
