"""From what was said to a sheet: texts filled, dates and numbers written as each language writes them."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext, override, pgettext
from django.utils.translation import gettext as _

from certificates.printing.fields import around, fields_in, filled, unknown_fields
from certificates.printing.sheets import Picture, Sheet, Signature, Words

__all__ = ["filled", "sheet_of", "standard_texts", "unknown_fields"]

ENGLISH = {"DATE_FORMAT": "j F Y", "MONTH_DAY_FORMAT": "j F"}  # Django's own are American
FACTS = ("edition", "hours", "dates", "percent", "awarded_on", "valid_until")


@lru_cache(maxsize=64)
def standard_texts(kind: str, language: str) -> dict[str, str]:
    """Return the house's own headline, body and small print for a kind ("completion", "participation", "contribution") in a language."""
    with override(language):
        headline, body = {
            "completion": (_("Certificate of completion"), _("{issuer} certifies that {name} has completed the course {course}")),
            "participation": (_("Certificate of participation"), _("{issuer} certifies that {name} has taken part in the course {course}")),
            "contribution": (_("Certificate of contribution"), _("{issuer} thanks {name} for contributing to the course {course}")),
        }[kind]
        return {"headline": headline, "body": body, "small": _("The code shows whether this certificate is valid. No account is needed.")}


@lru_cache(maxsize=16)
def labels(language: str) -> dict[str, str]:
    """Return the words that stand beside facts, number, address and code."""
    with override(language):
        return {
            "edition": pgettext("on a certificate", "Edition"),
            "hours": pgettext("on a certificate", "Workload"),
            "dates": pgettext("on a certificate", "Held"),
            "percent": pgettext("on a certificate", "Result"),
            "awarded_on": pgettext("on a certificate", "Awarded on"),
            "valid_until": pgettext("on a certificate", "Valid until"),
            "number_label": pgettext("on a certificate", "Number"),
            "address_label": pgettext("on a certificate", "Check it at"),
            "code_alt": _("Code that leads to the check of this certificate"),
            "signature_alt": _("Signature of {name}"),
        }


def sheet_of(
    said: Mapping[str, Any],
    *,
    layout: str,
    orientation: str,
    texts: Mapping[str, Mapping[str, str]],
    number: str,
    qr: str,
    address: str,
    logos: tuple[Picture, ...] = (),
    images: Mapping[str, bytes] | None = None,
    shows_percent: bool = False,
    cloth: str = "",
) -> Sheet:
    """Return the sheet of what was said (a snapshot as plain values).

    `texts`: {language: {"headline", "body", "small"}}; what is missing comes from the house's own. `images`: pictures of signatures by
    their hash. `number` as people read it; the `address` is printed without it: whoever types has less to type. `cloth`: the key to
    weave, by itself the course's.
    """
    held = images or {}
    signatories = tuple(Signature(one["name"], one["title"], held.get(one.get("image", ""), b"")) for one in said["signatories"])
    return Sheet(
        layout=layout,
        orientation=orientation,
        name=said["name"],
        words=tuple(_words(said, code, texts.get(code) or {}, number, shows_percent=shows_percent) for code in said["languages"]),
        issuer=said["issuer"]["name"],
        number=number,
        qr=qr,
        address=address.removesuffix("/").removesuffix(number.replace("-", "")).removesuffix("/"),
        cloth=cloth or said["course_key"],
        logos=logos,
        signatories=signatories,
    )


def _words(said: Mapping[str, Any], language: str, own: Mapping[str, str], number: str, *, shows_percent: bool) -> Words:
    standard = standard_texts(said["kind"], language)
    texts = {part: own.get(part) or standard[part] for part in standard}
    values = _values(said, language, number, shows_percent=shows_percent)
    before, middle, after, is_apart = around(texts["body"], values)
    told = fields_in(texts["body"])
    if "starts_on" in told:
        told.add("dates")
    words = labels(language)
    return Words(
        language=language,
        headline=filled(texts["headline"], values),
        before=before,
        middle=middle,
        course=values["course"] if is_apart else "",
        after=after,
        small=filled(texts["small"], values),
        facts=tuple((fact, words[fact], values[fact]) for fact in FACTS if values[fact] and fact not in told),
        number_label=words["number_label"],
        address_label=words["address_label"],
        code_alt=words["code_alt"],
        signature_alt=words["signature_alt"],
    )


def _values(said: Mapping[str, Any], language: str, number: str, *, shows_percent: bool) -> dict[str, str]:
    """Return what fields are filled with, as the language writes it; "" where it is not known."""
    with override(language):
        return {
            "name": said["name"],
            "course": _in_language(said["course"], [language, language.partition("-")[0], *said["languages"]]),
            "edition": said["edition"],
            "hours": _hours(said["hours"]),
            "starts_on": _day(said["starts_on"]),
            "ends_on": _day(said["ends_on"]),
            "dates": _period(said["starts_on"], said["ends_on"]),
            "awarded_on": _day(said["awarded_on"]),
            "percent": _("%(number)s%%") % {"number": said["percent"]} if shows_percent and said["percent"] is not None else "",
            "issuer": said["issuer"]["name"],
            "valid_until": _day(said["valid_until"]),
            "number": number,
        }


def _in_language(titles: Mapping[str, str], wanted: list[str]) -> str:
    return next((titles[code] for code in wanted if titles.get(code)), next(iter(titles.values())))


def _hours(hours: str) -> str:
    if not hours:
        return ""
    number = float(hours)
    words = ngettext("%(number)s hour", "%(number)s hours", 1 if number == 1 else max(2, round(number)))
    return words % {"number": number_format(f"{number:g}")}


def _day(day: str, form: str = "DATE_FORMAT") -> str:
    in_english = (get_language() or "").startswith("en")
    return date_format(date.fromisoformat(day), ENGLISH[form] if in_english else form) if day else ""


def _period(first: str, last: str) -> str:
    """Return first and last day; the year once where both are in it; one day where they are the same or one is not known."""
    if not first or not last or first == last:
        return _day(first or last)
    form = "MONTH_DAY_FORMAT" if first[:4] == last[:4] else "DATE_FORMAT"
    return _("%(first)s to %(last)s") % {"first": _day(first, form), "last": _day(last)}
