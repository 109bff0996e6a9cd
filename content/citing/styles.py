"""A practice cited: as a line in APA's style, as BibTeX, RIS and CSL-JSON. Pure."""

import json
import re
from datetime import datetime

from content.citing.record import Record

SITE = "SSTC Academy"
UNDATED = {"pt": "s.d.", "en": "n.d.", "es": "s.f.", "fr": "s.d."}
VERSION = {"pt": "Versão", "en": "Version", "es": "Versión", "fr": "Version"}
TEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
UNPAIRED = TEX | {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
TEX_SIGNS = re.compile(r"[&%$#_{}~^\\]")
UNSAFE = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "", "\r": ""}
CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def line(text: str) -> str:
    """Return a text on one line, without signs that no format can carry."""
    return " ".join(CONTROL.sub(" ", text).split())


def label(record: Record) -> str:
    """Return the name of a citation, the same each time: letters, digits and hyphens."""
    version = f"-v{record.version}" if record.version else ""
    return f"sstc-{str(record.key)[:8]}-{record.language}{version}"


def year_of(at: datetime | None) -> str:
    """Return the year, or nothing."""
    return str(at.year) if at else ""


def as_apa(record: Record) -> tuple[str, str, str]:
    """Return a line in APA's style in three pieces: before the title, the title (to be set in italics), and after it."""
    creators, year = [line(name) for name in record.creators], year_of(record.published_at) or UNDATED.get(record.language, "n.d.")
    version = f" ({VERSION.get(record.language, 'Version')} {record.version})" if record.version else ""
    title, after = _ended(line(record.title), version), f" {SITE}. {record.permanent or record.address}"
    if not creators:
        return "", title, f"{version}. ({year}).{after}" if version else f" ({year}).{after}"
    names = creators[0] if len(creators) == 1 else f"{', '.join(creators[:-1])}, & {creators[-1]}"
    before = f"{names.removesuffix('.')}. ({year}). "
    return before, title, f"{version}.{after}" if version else after


def _ended(title: str, version: str) -> str:
    """Return the title with its full stop, where nothing follows that has one."""
    return title if version or title[-1:] in "?!." else f"{title}."


def as_apa_line(record: Record) -> str:
    """Return the line as plain text."""
    return "".join(as_apa(record))


def tex(text: str) -> str:
    """Return a text as TeX reads it, letters with accents as they are."""
    said = line(text)
    signs = TEX if _is_paired(said) else UNPAIRED
    return TEX_SIGNS.sub(lambda sign: signs[sign[0]], said)


def _is_paired(text: str) -> bool:
    """Say whether each brace has its other half: BibTeX counts braces, also those with a backslash in front."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def as_bibtex(record: Record) -> str:
    """Return one BibTeX entry in UTF-8. Names are braced: nobody knows which part of them is a family name."""
    at = record.published_at
    fields = {
        "title": f"{{{tex(record.title)}}}",
        "author": " and ".join(f"{{{tex(name)}}}" for name in record.creators),
        "institution": tex(record.institution),
        "publisher": SITE,
        "year": year_of(at),
        "month": str(at.month) if at else "",
        "edition": str(record.version or ""),
        "language": record.language,
        "url": _url(record.permanent or record.address),
        "abstract": tex(record.summary),
        "keywords": ", ".join(tex(term.name.replace(",", " ")) for term in record.themes),
        "copyright": tex(record.licence.name),
    }
    body = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{label(record)}{body}\n}}\n"


def _url(address: str) -> str:
    return "".join(UNSAFE.get(sign, sign) for sign in address)


def as_ris(record: Record) -> str:
    """Return one RIS reference, lines ended as the format wants them."""
    at = record.published_at
    rows = [
        ("TY", "ELEC"),
        *(("AU", name) for name in record.creators),
        ("TI", record.title),
        ("PY", year_of(at)),
        ("DA", at.strftime("%Y/%m/%d/") if at else ""),
        ("PB", SITE),
        ("ET", str(record.version or "")),
        ("LA", record.language),
        ("AB", record.summary),
        *(("KW", term.name) for term in record.themes),
        ("C1", ", ".join(place.name for place in record.places)),
        ("UR", record.permanent or record.address),
        ("ID", label(record)),
    ]
    said = [f"{tag}  - {line(value)}" for tag, value in rows if line(value)]
    return "\r\n".join([*said, "ER  - ", ""])


def csl_item(record: Record) -> dict[str, object]:
    """Return one item of CSL-JSON."""
    at = record.published_at
    item = {
        "id": label(record),
        "type": "webpage",
        "title": line(record.title),
        "author": [{"literal": line(name)} for name in record.creators],
        "issued": {"date-parts": [[at.year, at.month, at.day]]} if at else None,
        "container-title": SITE,
        "publisher": SITE,
        "version": str(record.version or ""),
        "language": record.language,
        "abstract": line(record.summary),
        "keyword": ", ".join(line(term.name) for term in record.themes),
        "URL": record.permanent or record.address,
    }
    return {name: value for name, value in item.items() if value}


def as_csl(record: Record) -> str:
    """Return CSL-JSON: a list of one item."""
    return json.dumps([csl_item(record)], ensure_ascii=False, indent=2) + "\n"
