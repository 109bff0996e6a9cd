"""People out of a file: each row is somebody, or a fault with the number of its line. Nothing is asked of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from accounts.queries import country_code
from courses.admission.columns import columns_of, language_code
from courses.admission.tables import MOST_BYTES, Row, decoded, rows_of
from courses.enrolment.actions import Entry

LONGEST = {"email": 254, "name": 150, "institution": 200}
MOST_ROWS = 20_000


class Unreadable(Exception):
    """Nothing can be done with the file; the text of the exception is the sentence that says why."""


@dataclass
class Reading:
    """What a file holds: people by the line where they stand, and sentences by the line that is wrong."""

    entries: dict[int, Entry] = field(default_factory=dict)
    faults: dict[int, str] = field(default_factory=dict)


def read_people(data: bytes | str, language: str) -> Reading:
    """Read a file of people; who names no language gets this one. Raises Unreadable for a file without people or without addresses."""
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(size)s MB. Divide it.") % {"size": MOST_BYTES // 2**20})
    rows = rows_of(decoded(data) if isinstance(data, bytes) else data)
    head = next(rows, None)
    if head is None:
        raise Unreadable(_("The file is empty."))
    columns = columns_of(head.cells)
    if "email" not in columns:
        raise Unreadable(_("No column is called “e-mail”. The first line names the columns: e-mail, name, language, country, institution."))
    reading = Reading()
    lines: dict[str, int] = {}
    for row in rows:
        if len(reading.entries) + len(reading.faults) >= MOST_ROWS:
            raise Unreadable(_("The file has more than %(number)s people. Divide it.") % {"number": MOST_ROWS})
        try:
            entry = _entry(row, columns, language)
            if entry.email in lines:
                raise ValueError(_("The same address stands in line %(line)s.") % {"line": lines[entry.email]})
        except ValueError as fault:
            reading.faults[row.line] = str(fault)
        else:
            reading.entries[row.line] = entry
            lines[entry.email] = row.line
    if not reading.entries and not reading.faults:
        raise Unreadable(_("The file names columns and nobody."))
    return reading


def _entry(row: Row, columns: Mapping[str, int], language: str) -> Entry:
    """Return whom a row names. Raises ValueError with the sentence that says what is wrong."""
    if row.is_torn:
        raise ValueError(_("A quotation mark is opened in this line and not closed."))
    if len(row.cells) <= columns["email"]:
        raise ValueError(_("This line has fewer cells than the first one."))
    held = {name: row.cells[place] if place < len(row.cells) else "" for name, place in columns.items()}
    email = held["email"].lower().removeprefix("mailto:")
    if not email:
        raise ValueError(_("There is no address."))
    said = {"email": email, "name": f"{held.get('name', '')} {held.get('surname', '')}".strip(), "institution": held.get("institution", "")}
    for name, longest in LONGEST.items():
        if len(said[name]) > longest:
            raise ValueError(_("“%(words)s…” is too long: at most %(number)s signs.") % {"words": said[name][:20], "number": longest})
    try:
        validate_email(email)
    except ValidationError:
        raise ValueError(_("“%(words)s” is no e-mail address.") % {"words": held["email"][:80]}) from None
    return Entry(**said, language=_language(held.get("language", ""), language), country=_country(held.get("country", "")))


def _language(words: str, otherwise: str) -> str:
    code = language_code(words) if words else otherwise
    if not code:
        raise ValueError(_("“%(words)s” is none of our languages: pt, pt-br, en, es, fr.") % {"words": words[:40]})
    return code


def _country(words: str) -> str:
    code = country_code(words) if words else ""
    if words and not code:
        raise ValueError(_("“%(words)s” is no country that we know. Write its name or its code of two letters.") % {"words": words[:40]})
    return code
