"""What a record says in Dublin Core, and the sets it is in. Pure."""

from content.citing.record import Record
from content.citing.styles import SITE
from content.harvesting.writing import dublin_core


def dc_of(record: Record) -> str:
    """Return the record as one oai_dc element: names in its own language, codes beside them where others look for codes."""
    code = record.language
    rows = [
        ("title", record.title, code),
        *(("creator", name, "") for name in record.creators),
        *(("subject", term.name, code) for term in record.themes),
        *(("subject", f"SDG {term.code}", "") for term in record.targets),
        ("description", record.summary, code),
        ("publisher", SITE, ""),
        ("contributor", record.institution, ""),
        ("contributor", record.translator if record.is_translation else "", ""),
        ("date", record.published_at.date().isoformat() if record.published_at else "", ""),
        ("type", "Text", ""),
        ("format", "text/html", ""),
        ("identifier", record.address, ""),
        ("identifier", record.permanent, ""),
        ("language", code, ""),
        *(("relation", where, "") for _language, where in sorted(record.others.items())),
        *(("coverage", place.name, code) for place in record.places),
        *(("coverage", place.code, "") for place in record.places),
        ("rights", record.licence.name, ""),
        ("rights", record.licence_address, ""),
    ]
    return dublin_core(dict.fromkeys(rows))


def sets_of(record: Record) -> set[str]:
    """Return the names of the sets that the record is in."""
    themes, countries = (f"theme-{term.code}" for term in record.themes), (f"country-{place.code}" for place in record.places)
    return {f"language-{record.language}", *themes, *countries}
