"""What harvesters may ask, and what they are told when it is wrong."""

from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.http import QueryDict
from django.utils.timezone import timedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from content.harvesting.protocol import VERBS, Selection, Wrong, identifier_of, moment, named, read, stamp
from content.harvesting.tokens import Place, place_of, token_of

KEY = UUID("0a1b2c3d-0000-4000-8000-000000000001")


def asked(query: str):
    return read(QueryDict(query).lists())


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", "badVerb"),
        ("verb=Steal", "badVerb"),
        ("verb=Identify&verb=Identify", "badVerb"),
        ("verb=identify", "badVerb"),
        ("verb=Identify&set=x", "badArgument"),
        ("verb=ListRecords", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=marc21", "cannotDisseminateFormat"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-01&until=2026-01-01", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01T00:00:00.5Z", "badArgument"),
        ("verb=ListRecords&resumptionToken=x&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=", "badArgument"),
        ("verb=ListRecords&metadataPrefix=oai_dc&set=%00", "badArgument"),
        ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
        ("verb=GetRecord&identifier=x", "badArgument"),
        ("verb=GetRecord&identifier=x&metadataPrefix=y", "cannotDisseminateFormat"),
        ("verb=GetRecord&resumptionToken=x", "badArgument"),
        ("verb=ListMetadataFormats&metadataPrefix=oai_dc", "badArgument"),
        ("verb=ListSets&identifier=x", "badArgument"),
        (f"verb=ListRecords&metadataPrefix=oai_dc&set={'x' * 1001}", "badArgument"),
    ],
)
def test_what_is_wrong_is_told_by_the_protocols_code(query, code):
    with pytest.raises(Wrong) as no:
        asked(query)
    assert no.value.code == code
    assert no.value.sentence


def test_until_is_inclusive_to_the_day_or_to_the_second():
    days = asked("verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02").selection
    assert days == Selection(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 3, tzinfo=UTC))
    one = asked("verb=ListIdentifiers&metadataPrefix=oai_dc&from=2026-01-01T00:00:00Z&until=2026-01-01T00:00:00Z&set=a").selection
    assert one == Selection(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 0, 0, 1, tzinfo=UTC), "a")
    last = asked("verb=ListRecords&metadataPrefix=oai_dc&until=9999-12-31").selection
    assert last.before == datetime(9999, 12, 31, tzinfo=UTC)


def test_moments_are_written_as_they_are_read():
    assert stamp(moment("2026-03-01T10:20:30Z")) == "2026-03-01T10:20:30Z"


def test_an_identifier_leads_back_to_practice_and_language():
    assert named("academy.test", identifier_of("academy.test", KEY, "fr")) == (KEY, "fr")


@pytest.mark.parametrize(
    "identifier",
    [
        "x",
        "oai:other.test:0a1b2c3d-0000-4000-8000-000000000001:fr",
        f"oai:academy.test:{KEY}:xx",
        f"oai:academy.test:{KEY.hex}:fr",
        "oai:academy.test::",
    ],
)
def test_no_other_identifier_is_known(identifier):
    with pytest.raises(Wrong, match="No record"):
        named("academy.test", identifier)


AT = datetime(2026, 4, 1, 1, 2, 3, tzinfo=UTC)
PLACE = Place("ListRecords", Selection(None, datetime(2026, 5, 1, tzinfo=UTC), "theme-x"), AT, 7, 100, 250)


def test_a_token_holds_its_place():
    assert place_of(token_of(PLACE), "ListRecords") == PLACE


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "x" * 900, "é"])
def test_a_token_that_is_not_ours_is_refused(token):
    with pytest.raises(Wrong) as no:
        place_of(token, "ListRecords")
    assert no.value.code == "badResumptionToken"


def test_a_token_of_another_verb_or_changed_by_a_letter_or_too_old_is_refused(monkeypatch):
    token = token_of(PLACE)
    with pytest.raises(Wrong, match="ListRecords"):
        place_of(token, "ListIdentifiers")
    with pytest.raises(Wrong, match="not ours"):
        place_of(("B" if token[0] == "A" else "A") + token[1:], "ListRecords")
    monkeypatch.setattr("content.harvesting.tokens.VALID", timedelta(seconds=-1))
    with pytest.raises(Wrong, match="older than a week"):
        place_of(token, "ListRecords")


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=12), st.lists(st.text(max_size=30), max_size=3)), max_size=5))
def test_whatever_is_asked_is_read_or_refused(arguments):
    with suppress(Wrong):
        assert read(arguments).verb in VERBS
