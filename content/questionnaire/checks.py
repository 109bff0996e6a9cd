"""What must still be mended before a practice is sent, and what would make it plainer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.practices.choices import Asked
from content.questionnaire.form import ASKED, COLUMNS, MOST_THEMES, Answers, is_answered
from content.questionnaire.language import names_a_child, points_elsewhere, too_long, unexplained
from content.questionnaire.prose import plain

EARLIEST, LATEST = 1950, 2100
_is_email = EmailValidator()
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class Finding:
    """One sentence about one answer. `is_must`: it is not sent before that is mended."""

    key: str
    text: str
    is_must: bool


def findings(answers: Answers) -> list[Finding]:
    """Return what is wrong with the answers, in the order of the form, and what could be plainer."""
    found: list[Finding] = []
    meanings = {row["short"] for row in answers.get("acronyms", [])}
    for key, asked in ASKED.items():
        found += [Finding(key, text, is_must=True) for text in _musts(asked, answers)]
        if asked.kind in ("prose", "text") and is_answered(key, answers):
            text = plain(answers[key])
            found += [Finding(key, sentence, is_must=False) for sentence in _advice(asked, text, meanings)]
            meanings |= set(unexplained(text, meanings))  # said once is enough
    return found


def musts(answers: Answers) -> list[Finding]:
    """Return what keeps the answers from being sent."""
    return [finding for finding in findings(answers) if finding.is_must]


def _musts(asked: Asked, answers: Answers) -> Iterator[str]:
    value = answers.get(asked.key)
    if not value:
        if asked.is_required:
            yield _("Please tick this before you send.") if asked.kind == "tick" else _("This is still empty.")
        return
    if asked.longest and len(value) > asked.longest:
        over = len(value) - asked.longest
        yield ngettext("%(count)s character too many.", "%(count)s characters too many.", over) % {"count": over}
    if asked.kind == "years":
        yield from _years(asked.key, str(value), str(answers.get("starts_year", "")))
    if asked.kind == "themes" and len(value) > MOST_THEMES:
        yield _("At most %(count)s themes.") % {"count": MOST_THEMES}
    if asked.kind == "contacts" and not answers.get("contacts_consent"):
        yield _("Please confirm below that the contacts agree to be shown.")
    for number, row in enumerate(value if asked.kind in COLUMNS else (), 1):
        yield from (f"{number}. {sentence}" for sentence in _row(asked.kind, row))


def _years(key: str, value: str, first: str) -> Iterator[str]:
    if not re.fullmatch(r"\d{4}", value) or not EARLIEST <= int(value) <= LATEST:
        yield _("Write a year with four digits.")
    elif key == "ends_year" and re.fullmatch(r"\d{4}", first) and int(value) < int(first):
        yield _("The last year is before the first.")


def _row(kind: str, row: dict[str, Any]) -> Iterator[str]:
    if kind == "amounts":
        if amount_of(row["amount"]) is None:
            yield _("Write the amount in figures only, such as 150000 or 150000.50.")
        if not re.fullmatch(r"[A-Za-z]{3}", row["currency"]):
            yield _("Write the currency in three letters, such as USD.")
    if kind == "contacts" and not row["name"]:
        yield _("Name the office or the person.")
    if row.get("email") and not _passes(_is_email, row["email"]):
        yield _("This is no e-mail address.")
    if row.get("address") and not _passes(_is_address, row["address"]):
        yield _("This is no address of the web; it begins with https://.")
    if kind == "materials" and not (row["title"] and row["address"]):
        yield _("A title and an address are needed.")
    if kind == "acronyms" and not (row["short"] and row["meaning"]):
        yield _("An acronym and its meaning are needed.")
    if kind == "blocks" and not (row["title"] and row["what"]):
        yield _("A title, and what it is, are needed.")


def _passes(validator: Any, value: str) -> bool:
    try:
        validator(value)
    except ValidationError:
        return False
    return True


def amount_of(text: str) -> str | None:
    """Return an amount as a plain decimal, or None. Spaces are read over; a comma or point is a decimal sign where two digits follow it."""
    digits = re.sub(r"[\s\u00a0\u202f']", "", text)
    whole, sign, rest = digits.rpartition(",") if "," in digits[-3:] else digits.rpartition(".")
    if len(rest) > 2 or not sign:
        whole, rest = digits, ""
    whole = re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", whole)
    return f"{int(whole)}{f'.{rest}' if rest else ''}" if re.fullmatch(r"\d{1,13}", whole) and re.fullmatch(r"\d{0,2}", rest) else None


def _advice(asked: Asked, text: str, meanings: set[str]) -> Iterator[str]:
    least, most = asked.words
    count = len(text.split())
    if most and count > most:
        yield _("%(count)s words; %(most)s are enough.") % {"count": count, "most": most}
    elif count < least:
        told = {"count": count, "least": least}
        yield (
            ngettext("Only %(count)s word; readers need about %(least)s.", "Only %(count)s words; readers need about %(least)s.", count)
            % told
        )
    if names_a_child(text):
        yield _("It looks as if a child is named. Please take out the name, the age and the exact place.")
    if points_elsewhere(text):
        yield _("Say it here in words: who reads on paper or on a slow line cannot follow a link.")
    if short := unexplained(text, meanings):
        yield _("Not explained: %(acronyms)s. Write the meaning once, or add it to the acronyms.") % {"acronyms": ", ".join(short[:8])}
    for beginning in too_long(text)[:3]:
        yield _("A long sentence: “%(beginning)s …”. Two short ones are easier to read.") % {"beginning": beginning}
