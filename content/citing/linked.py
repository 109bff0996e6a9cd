"""A practice as linked data: schema.org's LearningResource as JSON-LD. Pure."""

import json
from typing import Any

from content.citing.record import Record
from content.citing.styles import SITE, line

CONTEXT = "https://schema.org"
# In HTML no text may end the element that holds it.
HARMLESS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def learning_resource(record: Record) -> dict[str, Any]:
    """Return the record as schema.org's words say it; what is empty is left out."""
    said = {
        "@context": CONTEXT,
        "@type": "LearningResource",
        "@id": record.address,
        "url": record.address,
        "identifier": f"urn:uuid:{record.key}",
        "name": line(record.title),
        "abstract": line(record.summary),
        "inLanguage": record.language,
        "learningResourceType": "good practice",
        "isAccessibleForFree": True,
        "version": record.version,
        "sameAs": record.permanent,
        "datePublished": _day(record.published_at),
        "dateModified": _day(record.changed_at),
        "author": [{"@type": "Organization", "name": line(name)} for name in record.creators],
        "sourceOrganization": _thing("Organization", record.institution),
        "publisher": {"@type": "Organization", "name": SITE},
        "license": record.licence_address,
        "keywords": [term.name for term in record.themes],
        "about": [{"@type": "DefinedTerm", "termCode": term.code, "name": term.name} for term in (*record.themes, *record.targets)],
        "spatialCoverage": [{"@type": "Country", "name": place.name, "identifier": place.code} for place in record.places],
        "temporalCoverage": _span(record.years),
        "citation": [{"@type": "CreativeWork", "name": title, "url": address} for title, address in record.materials],
        "translator": _thing("Person", record.translator) if record.is_translation else None,
    }
    return {name: value for name, value in said.items() if value} | _works(record)


def _works(record: Record) -> dict[str, Any]:
    """Return how the renderings belong together: the original names its translations, each translation names its original."""
    if record.is_translation:
        original = record.others.get(record.original_language)
        if original:
            return {"translationOfWork": {"@type": "LearningResource", "@id": original, "inLanguage": record.original_language}}
        return {}
    held = [{"@type": "LearningResource", "@id": address, "inLanguage": code} for code, address in sorted(record.others.items())]
    return {"workTranslation": held} if held else {}


def _thing(kind: str, name: str) -> dict[str, str] | None:
    return {"@type": kind, "name": line(name)} if name.strip() else None


def _day(at: Any) -> str:
    return at.date().isoformat() if at else ""


def _span(years: tuple[int | None, int | None]) -> str:
    start, end = years
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def as_json_ld(record: Record) -> str:
    """Return the document."""
    return json.dumps(learning_resource(record), ensure_ascii=False, indent=1)


def inside_html(text: str) -> str:
    """Return JSON that may stand between the tags of a page."""
    return text.translate(HARMLESS)
