"""Answers as the protocol wants them: well formed whatever is in them, in its order, by its names."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from content.harvesting.actions import catch_up, tell
from content.harvesting.models import HarvestRecord, Membership
from content.harvesting.protocol import Question, identifier_of
from content.harvesting.queries import BEGINNING
from content.harvesting.tasks import tell_all_task
from content.harvesting.telling import dc_of, sets_of
from content.harvesting.writing import DC, OAI, Header, answer, clean, dublin_core, error, listed
from tests.content.citing.conftest import record
from tests.content.harvesting.conftest import BEGAN, key_of, told
from tests.factories.practices import practice

SPEC = re.compile(r"[A-Za-z0-9\-_.!~*'()]+(:[A-Za-z0-9\-_.!~*'()]+)*")  # the protocol's own
AT = datetime(2026, 4, 1, 1, 2, 3, tzinfo=UTC)


def ask(client, **question):
    said = client.get("/oai/", question)
    assert said.status_code == 200
    assert said["Content-Type"] == "text/xml; charset=utf-8"
    return etree.fromstring(said.content)


def named(root, name):
    return [one.text for one in root.iter(f"{{{OAI}}}{name}")]


def code_of(root):
    return root.find(f"{{{OAI}}}error").get("code")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_goes_in_and_comes_out_as_xml_may_carry_it(title, sentence):
    dc = dublin_core([("title", title, "pt")])
    held = etree.fromstring(dc).findall(f"{{{DC}}}title")
    assert [one.text for one in held] == [" ".join(clean(title).split())] * bool(clean(title).split())
    question = Question("GetRecord", {"identifier": sentence})
    said = etree.fromstring(answer("https://x/oai/", question, AT, [error("idDoesNotExist", sentence)]))
    assert [child.tag.rpartition("}")[2] for child in said] == ["responseDate", "request", "error"]


def test_a_record_says_its_language_once_and_its_codes_beside_its_names():
    root = etree.fromstring(dc_of(record(materials=(), others={})))
    languages = {one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in root.findall(f"{{{DC}}}title")}
    assert languages == {"pt"}
    assert [one.text for one in root.findall(f"{{{DC}}}coverage")] == ["Angola", "São Tomé e Príncipe", "AO", "ST"]
    assert [one.text for one in root.findall(f"{{{DC}}}language")] == ["pt"]
    assert root.findall(f"{{{DC}}}relation") == []


def test_who_translated_is_named_of_a_translation_only():
    def people(**fields):
        return [one.text for one in etree.fromstring(dc_of(record(translator="Awa", **fields))).findall(f"{{{DC}}}contributor")]

    assert people() == ["Direção provincial"]
    assert people(rendering="unofficial", language="fr") == ["Direção provincial", "Awa"]


def test_a_record_of_nothing_but_a_title_is_said_too():
    bare = record(author="", institution="", summary="", themes=(), targets=(), places=(), published_at=None, permanent="", others={})
    root = etree.fromstring(dc_of(bare))
    assert root.find(f"{{{DC}}}date") is None
    assert root.find(f"{{{DC}}}title") is not None
    assert sets_of(bare) == {"language-pt"}


def test_a_list_that_came_in_one_piece_has_no_token_and_its_end_an_empty_one():
    one = Header("oai:x:1:pt", AT, ["language-pt"], False, dublin_core([("title", "T", "")]))
    for token, texts in ((None, []), ("", [None]), ("abc", ["abc"])):
        assert [found.text for found in listed("ListRecords", [one], token, 5, 9).iter(f"{{{OAI}}}resumptionToken")] == texts
    last = listed("ListIdentifiers", [one], "", 5, 9)
    assert [child.tag.rpartition("}")[2] for child in last[0]] == ["identifier", "datestamp", "setSpec"]
    assert last[1].attrib == {"completeListSize": "9", "cursor": "5"}


@pytest.mark.django_db
class TestAsked:
    """By anybody, at the one address."""

    def test_sets_have_names_that_the_protocol_allows(self, client):
        root = ask(client, verb="ListSets")
        specs = named(root, "setSpec")
        assert len(specs) == len(set(specs)) > 200
        assert all(SPEC.fullmatch(spec) for spec in specs)
        assert all(named(root, "setName"))

    def test_an_empty_library_answers_too(self, client):
        assert named(ask(client, verb="Identify"), "earliestDatestamp") == [BEGINNING.strftime("%Y-%m-%dT%H:%M:%SZ")]
        assert code_of(ask(client, verb="ListRecords", metadataPrefix="oai_dc")) == "noRecordsMatch"

    def test_questions_are_repeated_where_they_were_understood_and_only_there(self, client):
        told(1)
        name = identifier_of("testserver", key_of(9), "pt")
        known = ask(client, verb="GetRecord", identifier="oai:x", metadataPrefix="oai_dc").find(f"{{{OAI}}}request")
        assert known.attrib == {"verb": "GetRecord", "identifier": "oai:x", "metadataPrefix": "oai_dc"}
        for wrong in ({"verb": "Grab"}, {"verb": "GetRecord", "identifier": name}, {}):
            assert ask(client, **wrong).find(f"{{{OAI}}}request").attrib == {}

    def test_harvesters_ask_by_post_without_a_token_of_ours_and_change_nothing(self, client):
        told(2)
        strict = Client(enforce_csrf_checks=True)
        said = strict.post("/oai/", {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"})
        assert len(named(etree.fromstring(said.content), "identifier")) == 2
        assert strict.put("/oai/").status_code == 405
        assert client.head("/oai/", {"verb": "Identify"}).status_code == 200

    def test_the_answer_is_the_same_in_every_language_and_for_everybody(self, client, member):
        told(1)
        question = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
        plain = client.get("/oai/", question).content
        assert client.get("/oai/", question, headers={"accept-language": "fr"}).content.split(b"<request")[1] == plain.split(b"<request")[1]
        client.force_login(member)
        assert client.get("/oai/", question).content.split(b"<request")[1] == plain.split(b"<request")[1]

    @pytest.mark.parametrize(
        ("since", "until", "numbers"),
        [
            ("2026-03-01T00:00:02Z", "2026-03-01T00:00:02Z", [2]),
            ("2026-03-01T00:00:02Z", "2026-03-01T00:00:03Z", [2, 3]),
            ("2026-03-01", "2026-03-01", [1, 2, 3]),
            ("0001-01-01", "9999-12-31", [1, 2, 3]),
            ("9999-12-31", "9999-12-31", []),
            ("0001-01-01", "0001-01-01", []),
        ],
    )
    def test_from_and_until_are_both_within(self, client, since, until, numbers):
        told(3)
        root = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", **{"from": since, "until": until})
        assert named(root, "identifier") == [identifier_of(_host(root), key_of(number), "pt") for number in numbers]
        assert numbers or code_of(root) == "noRecordsMatch"

    @pytest.mark.parametrize("many", [1, 3])
    @pytest.mark.parametrize("verb", ["ListRecords", "ListIdentifiers"])
    def test_a_list_asks_the_same_questions_for_one_and_three(self, client, many, verb, django_assert_max_num_queries):
        told(many)
        ask(client, verb=verb, metadataPrefix="oai_dc")
        with django_assert_max_num_queries(8):
            assert len(named(ask(client, verb=verb, metadataPrefix="oai_dc"), "identifier")) == many

    def test_a_token_goes_on_within_its_set_and_days_and_for_its_verb_only(self, client, monkeypatch):
        monkeypatch.setattr("content.harvesting.queries.A_TIME", 2)
        told(5)
        told(2, first=50, language="fr")
        until = {"until": "2026-03-01T00:00:05Z"}
        first = ask(client, verb="ListIdentifiers", metadataPrefix="oai_dc", set="language-pt", **until)
        [token] = named(first, "resumptionToken")
        assert code_of(ask(client, verb="ListRecords", resumptionToken=token)) == "badResumptionToken"
        seen = named(first, "identifier")
        while token:
            root = ask(client, verb="ListIdentifiers", resumptionToken=token)
            seen += named(root, "identifier")
            [token] = named(root, "resumptionToken")
        assert seen == [identifier_of(_host(first), key_of(number), "pt") for number in range(1, 6)]

    def test_a_list_whose_rest_left_the_set_ends(self, client, monkeypatch):
        monkeypatch.setattr("content.harvesting.queries.A_TIME", 2)
        rows = told(3)
        [token] = named(ask(client, verb="ListRecords", metadataPrefix="oai_dc", set="language-pt"), "resumptionToken")
        Membership.objects.filter(record=rows[2]).delete()
        rest = ask(client, verb="ListRecords", resumptionToken=token)
        assert named(rest, "identifier") == []
        assert named(rest, "resumptionToken") == [None]

    def test_sets_take_no_token(self, client):
        assert code_of(ask(client, verb="ListSets", resumptionToken="x")) == "badResumptionToken"


def _host(root):
    return root.find(f"{{{OAI}}}request").text.split("/")[2].partition(":")[0]


@pytest.mark.django_db
def test_the_sweep_hears_what_nobody_told_it_in_both_directions(tree):
    page, other = practice("P"), practice("Q")
    tell(keys=[page.translation_key], now=BEGAN)
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert catch_up(now=BEGAN + timedelta(days=1)) == 2
    held = dict(HarvestRecord.objects.values_list("translation_key", "is_deleted"))
    assert held == {page.translation_key: True, other.translation_key: False}
    assert catch_up(now=BEGAN + timedelta(days=2)) == 0


@pytest.mark.django_db
def test_the_sweep_takes_some_at_a_time(tree):
    for number in range(3):
        practice(f"P{number}")
    assert [catch_up(now=BEGAN, limit=2) for _time in range(3)] == [2, 1, 0]


@pytest.mark.django_db
def test_one_job_goes_through_all_in_pieces(tree, monkeypatch):
    monkeypatch.setattr("content.harvesting.actions.A_TIME", 1)
    keys = {practice(f"P{number}").translation_key for number in range(3)}
    tell_all_task.func()
    assert set(HarvestRecord.objects.values_list("translation_key", flat=True)) == keys


@pytest.mark.django_db
def test_a_key_that_never_was_a_practice_leaves_no_record(db):
    assert tell(keys=[key_of(1)], now=timezone.now()) == 0
    assert tell(keys=[], now=timezone.now()) == 0
    assert not HarvestRecord.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"dc": ""}, "what_is_harvested_says_something"), ({"translation_key": key_of(2)}, "harvest|unique|UNIQUE")],
)
def test_the_database_keeps_what_must_never_be_false(fields, sentence):
    first, _second = told(2)
    with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
        HarvestRecord.objects.filter(pk=first.pk).update(**fields)
