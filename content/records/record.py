"""A practice as readers see it: numbered answers, facts with their names in the reader's language. From plain values, live or kept."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import get_language

from content.blocks.checks import is_safe
from content.media.models import Paper, Picture
from content.practices.choices import FORM, LICENCES, Licence, Modality, Role, Sector
from content.taxonomy import queries as names
from content.taxonomy.sorting import plain

ANSWERS = 14  # of the form: what a record numbers; the rest are facts beside it
ROLES = list(Role.values)


@dataclass(frozen=True)
class Row:
    """One numbered answer: `kind` says how it is shown, `value` is its text, HTML or list; `is_hidden`: there is one, not for readers."""

    number: int
    key: str
    label: Any
    kind: str
    value: Any
    is_hidden: bool = False


@dataclass(frozen=True)
class Named:
    """A code of the taxonomy with its name here; `note` says more (a role, a title)."""

    code: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class Record:
    """All that is shown of a practice."""

    rows: list[Row]
    countries: list[Named]
    themes: list[Named]
    targets: list[Named]
    instruments: list[Named]
    modality: str
    sector: str
    licence: str
    licence_url: str
    starts_year: int | None
    ends_year: int | None
    is_demonstration: bool
    building_blocks: list[dict[str, str]]
    acronyms: list[dict[str, str]]
    amounts: list[str] = field(default_factory=list)
    pictures: list[dict[str, Any]] = field(default_factory=list)

    @property
    def country_count(self) -> int:
        """How many countries take part, each counted once."""
        return len({country.code for country in self.countries})


def record_of(values: dict[str, Any], facts: dict[str, Any], *, shows_contacts: bool = True) -> Record:
    """Return the record of these values in the active language. Contacts and pictures only where they agreed and `shows_contacts`."""
    language = get_language() or "en"
    countries = _countries(facts.get("countries", []), names.country_names(language))
    answers = {
        **values,
        "country_roles": countries,
        "contacts": _safe(facts.get("contacts", [])) if shows_contacts and values.get("contacts_consent") else [],
        "materials": _materials(facts.get("materials", [])),
    }
    hidden = {"contacts"} if facts.get("contacts") and not answers["contacts"] else set()
    licence = values.get("licence") or Licence.BY
    return Record(
        rows=[
            Row(number, asked.key, asked.label, asked.kind, answers.get(asked.key), asked.key in hidden)
            for number, asked in enumerate(FORM[:ANSWERS], start=1)
        ],
        countries=countries,
        themes=_named(facts.get("themes", []), names.theme_names(language)),
        targets=_named(facts.get("targets", []), names.target_names(language)),
        instruments=_named(facts.get("instruments", []), names.instrument_names(language)),
        modality=str(dict(Modality.choices).get(values.get("modality") or "", "")),
        sector=str(dict(Sector.choices).get(values.get("sector") or "", "")),
        licence=str(dict(Licence.choices).get(licence, licence)),
        licence_url=LICENCES.get(licence, ""),
        starts_year=values.get("starts_year"),
        ends_year=values.get("ends_year"),
        is_demonstration=bool(values.get("is_demonstration")),
        building_blocks=values.get("building_blocks", []),
        acronyms=values.get("acronyms", []),
        amounts=[_amount(row) for row in facts.get("amounts", [])],
        pictures=_pictures(facts.get("pictures", [])) if shows_contacts and values.get("pictures_consent") else [],
    )


def _named(codes: list[str], known: dict[str, str]) -> list[Named]:
    return [Named(code, known.get(code, code)) for code in codes]


def _countries(rows: list[dict[str, str]], known: dict[str, str]) -> list[Named]:
    """Return the countries by role, then by name; what merely takes part goes without saying."""
    roles = dict(Role.choices)
    ordered = sorted(rows, key=lambda row: (_place(row["role"]), plain(known.get(row["country"], row["country"]))))
    return [
        Named(
            row["country"],
            known.get(row["country"], row["country"]),
            "" if row["role"] == Role.TAKING_PART else str(roles.get(row["role"], "")),
        )
        for row in ordered
    ]


def _place(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def _amount(row: dict[str, str]) -> str:
    amount = Decimal(row["amount"])
    said = number_format(amount, 0 if amount == amount.to_integral() else 2, force_grouping=True)
    return f"{row['currency']} {said}{' (' + row['source'] + ')' if row.get('source') else ''}"


def _safe(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with addresses that run nothing: what came by another way than a form was never checked."""
    return [{**row, "address": row["address"] if is_safe(row.get("address") or "") else ""} for row in rows]


def _materials(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    rows = _safe(rows)
    wanted = [row["document"] for row in rows if row.get("document")]
    papers = Paper.objects.in_bulk(wanted) if wanted else {}
    shown = [{**row, "paper": papers.get(row.get("document"))} for row in rows]
    return [row for row in shown if row["paper"] or row["address"] or row["title"]]


def _pictures(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = Picture.objects.in_bulk([row["picture"] for row in rows]) if rows else {}
    return [{"picture": found[row["picture"]], "alt": row["alt"]} for row in rows if row["picture"] in found]
