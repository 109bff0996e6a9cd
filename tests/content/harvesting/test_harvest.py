"""A harvester from the shelf (sickle) asks all six verbs and gets every record once, whatever changes meanwhile."""

from datetime import timedelta

import pytest
from lxml import etree
from sickle.oaiexceptions import (
    BadArgument,
    BadResumptionToken,
    CannotDisseminateFormat,
    IdDoesNotExist,
    NoRecordsMatch,
)

from content.harvesting.models import HarvestRecord, Membership
from content.harvesting.protocol import identifier_of
from content.harvesting.writing import dublin_core
from tests.content.harvesting.conftest import BEGAN, key_of, told

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=40)


def name(number: int, language: str = "pt") -> str:
    return identifier_of("testserver", key_of(number), language)


def test_who_we_are(harvester):
    told(1)
    said = harvester().Identify()
    assert said.repositoryName == "SSTC Academy"
    assert said.baseURL == "http://testserver/oai/"
    assert said.protocolVersion == "2.0"
    assert said.deletedRecord == "persistent"
    assert said.granularity == "YYYY-MM-DDThh:mm:ssZ"
    assert said.earliestDatestamp == "2026-03-01T00:00:01Z"
    assert said.adminEmail == "academy@example.org"


def test_formats_and_sets(harvester):
    told(1)
    asks = harvester()
    assert [one.metadataPrefix for one in asks.ListMetadataFormats()] == ["oai_dc"]
    assert [one.metadataPrefix for one in asks.ListMetadataFormats(identifier=name(1))] == ["oai_dc"]
    specs = {one.setSpec: one.setName for one in asks.ListSets()}
    assert specs["language-fr"] == "Français"
    assert specs["country-BR"] == "Brazil"
    assert "theme-labour-inspection" in specs
    with pytest.raises(IdDoesNotExist):
        asks.ListMetadataFormats(identifier=name(9))


def test_a_thousand_records_come_whole_in_ten_questions_and_one(harvester):
    told(1000)
    asks = harvester()
    got = [(one.header.identifier, one.metadata["title"]) for one in asks.ListRecords(metadataPrefix="oai_dc")]
    assert got == [(name(number), [f"Practice {number}"]) for number in range(1, 1001)]
    assert len(asks.adapter.asked) == 10


def test_records_of_the_same_second_are_told_apart(harvester):
    told(250, apart=0)
    assert len({one.identifier for one in harvester().ListIdentifiers(metadataPrefix="oai_dc")}) == 250


def test_what_changes_meanwhile_comes_again_and_nothing_is_lost(harvester):
    rows = told(350)

    def change(question: int) -> None:
        if question == 1:
            HarvestRecord.objects.filter(pk=rows[0].pk).update(changed_at=LATER)  # given already: comes again
            HarvestRecord.objects.filter(pk=rows[200].pk).update(changed_at=LATER)  # not given yet: comes at the end
            HarvestRecord.objects.filter(pk=rows[300].pk).update(is_deleted=True, dc="", changed_at=LATER)
        if question == 2:
            told(5, first=1001)

    got = [(one.header.identifier, one.header.deleted) for one in harvester(change).ListRecords(metadataPrefix="oai_dc")]
    names = [identifier for identifier, _deleted in got]
    assert set(names) == {name(number) for number in (*range(1, 351), *range(1001, 1006))}
    assert names.count(name(1)) == 2
    assert dict(got)[name(301)] is True


def test_a_list_of_days_or_of_a_set_gives_only_those(harvester):
    told(3, apart=86_400)
    told(2, first=10, language="fr", apart=86_400)
    asks = harvester()
    days = asks.ListIdentifiers(metadataPrefix="oai_dc", **{"from": "2026-03-02", "until": "2026-03-03"})
    assert [one.identifier for one in days] == [name(1), name(2)]
    assert [one.identifier for one in asks.ListIdentifiers(metadataPrefix="oai_dc", set="language-fr")] == [name(10, "fr"), name(11, "fr")]


def test_a_deleted_record_is_told_as_deleted_with_its_sets(harvester):
    [row] = told(1)
    HarvestRecord.objects.filter(pk=row.pk).update(is_deleted=True, dc="")
    got = harvester().GetRecord(identifier=name(1), metadataPrefix="oai_dc")
    assert got.header.deleted is True
    assert got.header.setSpecs == ["language-pt"]
    assert "metadata" not in got.raw


@pytest.mark.parametrize(
    ("error", "ask"),
    [
        (NoRecordsMatch, lambda asks: next(asks.ListRecords(metadataPrefix="oai_dc", set="no-such"))),
        (NoRecordsMatch, lambda asks: next(asks.ListRecords(metadataPrefix="oai_dc", **{"from": "2027-01-01"}))),
        (CannotDisseminateFormat, lambda asks: next(asks.ListRecords(metadataPrefix="marc"))),
        (BadArgument, lambda asks: next(asks.ListRecords(metadataPrefix="oai_dc", until="yesterday"))),
        (BadResumptionToken, lambda asks: next(asks.ListRecords(resumptionToken="nonsense"))),
        (IdDoesNotExist, lambda asks: asks.GetRecord(identifier="oai:testserver:x:pt", metadataPrefix="oai_dc")),
        (IdDoesNotExist, lambda asks: asks.GetRecord(identifier=name(5), metadataPrefix="oai_dc")),
    ],
)
def test_errors_reach_the_harvester_by_their_codes(harvester, error, ask):
    told(2)
    with pytest.raises(error):
        ask(harvester())


def test_a_wrong_verb_is_answered_without_repeating_what_was_said(client):
    answer = client.get("/oai/", {"verb": "<script>"})
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/xml")
    root = etree.fromstring(answer.content)
    assert root.find("{*}error").get("code") == "badVerb"
    assert root.find("{*}request").attrib == {}


def test_post_is_answered_like_get_and_sets_come_in_one_piece(client):
    told(1)
    answer = client.post("/oai/", {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"})
    assert len(etree.fromstring(answer.content).findall(".//{*}header")) == 1
    again = client.get("/oai/", {"verb": "ListSets", "resumptionToken": "x"})
    assert etree.fromstring(again.content).find("{*}error").get("code") == "badResumptionToken"


@pytest.mark.parametrize("many", [1, 3])
def test_a_list_asks_the_same_few_questions_however_long(client, django_assert_max_num_queries, many):
    told(many)
    with django_assert_max_num_queries(5):
        client.get("/oai/", {"verb": "ListRecords", "metadataPrefix": "oai_dc"})


def test_who_asks_too_often_is_told_when_to_come_again(client, monkeypatch):
    monkeypatch.setattr("content.harvesting.views.MOST_A_MINUTE", 1)
    client.get("/oai/", {"verb": "Identify"})
    answer = client.get("/oai/", {"verb": "Identify"})
    assert answer.status_code == 503
    assert 0 < int(answer["Retry-After"]) <= 60


def test_signs_that_xml_cannot_carry_are_left_out_and_marks_are_words(harvester):
    [row] = told(1)
    HarvestRecord.objects.filter(pk=row.pk).update(dc=dublin_core([("title", "a\x00b <i>&amp; \ud800c", "pt"), ("creator", " ", "")]))
    held = harvester().GetRecord(identifier=name(1), metadataPrefix="oai_dc").metadata
    assert held == {"title": ["ab <i>&amp; c"]}


def test_a_set_is_left_with_the_row(django_assert_max_num_queries):
    told(2)
    HarvestRecord.objects.all().delete()
    assert not Membership.objects.exists()
