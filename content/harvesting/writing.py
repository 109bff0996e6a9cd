"""Answers of the protocol as XML. Pure: texts go in as they are, and come out as XML may carry them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from content.harvesting.protocol import PREFIX, Question, stamp

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = f"{OAI_DC} http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NO_SIGNS = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

for _prefix, _address in (("", OAI), ("oai_dc", OAI_DC), ("dc", DC), ("xsi", XSI)):
    register_namespace(_prefix, _address)


@dataclass(frozen=True)
class Header:
    """One record as lists name it; `dc` is its metadata as it was written, empty where it is deleted."""

    identifier: str
    changed_at: datetime
    sets: Sequence[str]
    is_deleted: bool
    dc: str = ""


def clean(text: str) -> str:
    """Return a text without the signs that XML cannot carry."""
    return NO_SIGNS.sub("", text)


def dublin_core(rows: Iterable[tuple[str, str, str]]) -> str:
    """Return one oai_dc element of (name, text, language of the text or "")."""
    root = Element(f"{{{OAI_DC}}}dc", {f"{{{XSI}}}schemaLocation": SCHEMA})
    for name, text, language in rows:
        if said := " ".join(clean(text).split()):
            SubElement(root, f"{{{DC}}}{name}", {LANGUAGE: language} if language else {}).text = said
    return tostring(root, encoding="unicode")


def answer(address: str, question: Question | None, at: datetime, parts: Iterable[Element]) -> bytes:
    """Return the whole answer. `question`: None where it could not be understood; its arguments are repeated then by nobody."""
    root = Element(f"{{{OAI}}}OAI-PMH", {f"{{{XSI}}}schemaLocation": f"{OAI} http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"})
    SubElement(root, f"{{{OAI}}}responseDate").text = stamp(at)
    said = {"verb": question.verb, **{name: clean(value) for name, value in question.said.items()}} if question else {}
    SubElement(root, f"{{{OAI}}}request", said).text = address
    root.extend(parts)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")


def error(code: str, sentence: str) -> Element:
    """Return an error."""
    made = Element(f"{{{OAI}}}error", {"code": code})
    made.text = clean(sentence)
    return made


def _texts(name: str, rows: Iterable[tuple[str, str]]) -> Element:
    made = Element(f"{{{OAI}}}{name}")
    for tag, text in rows:
        SubElement(made, f"{{{OAI}}}{tag}").text = clean(text)
    return made


def identify(name: str, address: str, mail: str, earliest: datetime) -> Element:
    """Return who we are. Deleted records are kept for good."""
    rows = [
        ("repositoryName", name),
        ("baseURL", address),
        ("protocolVersion", "2.0"),
        ("adminEmail", mail),
        ("earliestDatestamp", stamp(earliest)),
        ("deletedRecord", "persistent"),
        ("granularity", "YYYY-MM-DDThh:mm:ssZ"),
    ]
    return _texts("Identify", rows)


def formats() -> Element:
    """Return the one form in which we give records."""
    made = Element(f"{{{OAI}}}ListMetadataFormats")
    rows = [("metadataPrefix", PREFIX), ("schema", SCHEMA.split()[1]), ("metadataNamespace", OAI_DC)]
    made.append(_texts("metadataFormat", rows))
    return made


def sets(rows: Iterable[tuple[str, str]]) -> Element:
    """Return the sets as (spec, name)."""
    made = Element(f"{{{OAI}}}ListSets")
    made.extend(_texts("set", [("setSpec", spec), ("setName", name)]) for spec, name in rows)
    return made


def _header(one: Header) -> Element:
    made = _texts(
        "header", [("identifier", one.identifier), ("datestamp", stamp(one.changed_at)), *(("setSpec", spec) for spec in one.sets)]
    )
    if one.is_deleted:
        made.set("status", "deleted")
    return made


def record(one: Header) -> Element:
    """Return a record: header and, unless it is deleted, metadata."""
    made = Element(f"{{{OAI}}}record")
    made.append(_header(one))
    if not one.is_deleted:
        SubElement(made, f"{{{OAI}}}metadata").append(fromstring(one.dc))  # noqa: S314 - what `dublin_core` wrote
    return made


def listed(verb: str, records: Iterable[Header], token: str | None, given: int, total: int) -> Element:
    """Return a list. `token`: "" at the end of a list that came in pieces, None where it came in one."""
    made = Element(f"{{{OAI}}}{verb}")
    made.extend(_header(one) if verb == "ListIdentifiers" else record(one) for one in records)
    if token is not None:
        attributes = {"completeListSize": str(total), "cursor": str(given)}
        SubElement(made, f"{{{OAI}}}resumptionToken", attributes).text = token or None
    return made


def single(one: Header) -> Element:
    """Return the answer to GetRecord."""
    made = Element(f"{{{OAI}}}GetRecord")
    made.append(record(one))
    return made
