"""Atom, as readers of feeds take it."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest

from forums.feeds.atom import Entry, drawn

MOMENT = datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<![CDATA[x]]>",
    "<!-- -->",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&amp;&lt;&quot;&#0;&#x1b;",
    "\x00\x01\x08\x0b\x0c\x0e\x1f",
    "\ud800",
    "\ufffe\uffff",
    "\u202egnp.exe",
    "<?xml version='1.0'?>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "' onmouseover='alert(1)",
    '" xlink:href="javascript:alert(1)',
]


def entry(**fields):
    values = {
        "id": "urn:uuid:1",
        "title": "T",
        "link": "https://example.org/1",
        "author": "A",
        "language": "fr",
        "html": "<p>x</p>",
        "published_at": MOMENT,
        "updated_at": MOMENT,
    }
    return Entry(**(values | fields))


def feed(*entries, **fields):
    values = {
        "title": "F",
        "link": "https://example.org/f/",
        "address": "https://example.org/f/feed/",
        "id": "urn:uuid:f",
        "language": "pt",
        "changed_at": MOMENT,
    }
    body = drawn(**(values | fields), entries=entries)
    return ElementTree.fromstring(body)  # noqa: S314 - our own


def test_a_feed_has_what_the_standard_asks_for():
    root = feed(entry())
    assert root.tag == f"{ATOM}feed"
    assert root.get(f"{XML}lang") == "pt"
    assert {child.tag.removeprefix(ATOM) for child in root} == {"title", "link", "id", "updated", "entry"}
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "alternate": "https://example.org/f/",
        "self": "https://example.org/f/feed/",
    }
    (one,) = root.findall(f"{ATOM}entry")
    assert {child.tag.removeprefix(ATOM) for child in one} == {"title", "link", "id", "published", "updated", "author", "content"}
    assert one.find(f"{ATOM}updated").text == "2026-11-22T01:02:03+00:00"


def test_an_empty_feed_has_the_time_that_it_was_given():
    assert feed().find(f"{ATOM}updated").text == "2026-11-22T01:02:03+00:00"


def test_addresses_in_a_text_begin_where_its_page_is():
    assert feed(entry()).get(f"{XML}base") == "https://example.org/f/"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_is_said_stays_text(hostile):
    root = feed(entry(title=hostile, author=hostile, html=hostile), title=hostile)
    assert {element.tag.removeprefix(ATOM) for element in root.iter()} == {
        *("feed", "title", "link", "id", "updated", "entry", "published", "author", "name", "content")
    }
    shown = root.find(f"{ATOM}entry/{ATOM}title").text or ""
    assert set(shown) <= set(hostile)
    assert not any(name.rpartition("}")[2].startswith("on") for element in root.iter() for name in element.attrib)


@pytest.mark.parametrize("language", ["", "pt", "fr", "pt-br"])
def test_each_entry_has_its_own_language(language):
    assert feed(entry(language=language)).find(f"{ATOM}entry").get(f"{XML}lang") == language
