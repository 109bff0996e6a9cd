"""The columns of an export, what each means, and how it is read from a record. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from content.citing.record import Record, Term
from content.exporting.tables import Value

BETWEEN = "; "


@dataclass(frozen=True)
class Column:
    """One column: its name is the same in every language; the words explain it. `kind`: text, code, codes, number, moment, address."""

    name: str
    kind: str
    meaning: Any
    read: Callable[[Record], Value]


def _part(key: str) -> Callable[[Record], Value]:
    return lambda record: next((part.text for part in record.parts if part.key == key), "")


def _joined(values: Iterable[str]) -> str:
    return BETWEEN.join(values)


def _codes(name: str) -> Callable[[Record], Value]:
    return lambda record: _joined(term.code for term in getattr(record, name))


def _names(name: str) -> Callable[[Record], Value]:
    return lambda record: _joined(dict.fromkeys(term.name for term in getattr(record, name)))


def _countries(record: Record) -> Value:
    return _joined(dict.fromkeys(place.code for place in record.places))


def _roles(record: Record) -> Value:
    return _joined(f"{place.code}:{place.role}" for place in record.places)


def _moment(name: str) -> Callable[[Record], Value]:
    return lambda record: at.isoformat(timespec="seconds") if (at := getattr(record, name)) else ""


def _amounts(record: Record) -> Value:
    return _joined(" ".join((amount, currency, source)).strip() for amount, currency, source in record.amounts)


COLUMNS = (
    Column("key", "code", _("The practice, the same in all languages and for good."), lambda record: str(record.key)),
    Column("language", "code", _("Language of the texts of this row."), lambda record: record.language),
    Column("title", "text", _("Good practice"), lambda record: record.title),
    Column("author", "text", _("Author’s name"), lambda record: record.author),
    Column("institution", "text", _("Institution"), lambda record: record.institution),
    Column("summary", "text", _("Summary"), lambda record: record.summary),
    Column(
        "countries",
        "codes",
        _("Countries involved, by ISO 3166 code"),
        _countries,
    ),
    Column("country_names", "text", _("Countries involved, by name"), _names("places")),
    Column(
        "country_roles",
        "codes",
        _("Role of each country, as code:role"),
        _roles,
    ),
    Column("regions", "codes", _("Regions of the countries, by M49 code"), _codes("regions")),
    Column("themes", "codes", _("Themes"), _codes("themes")),
    Column("theme_names", "text", _("Themes, by name"), _names("themes")),
    Column("sdg_targets", "codes", _("SDG targets"), _codes("targets")),
    Column("instruments", "codes", _("Instruments"), _codes("instruments")),
    Column("modality", "code", _("Modality"), lambda record: record.modality.code),
    Column("sector", "code", _("Sector or supply chain"), lambda record: record.sector.code),
    Column("starts_year", "number", _("First year"), lambda record: record.years[0]),
    Column("ends_year", "number", _("Last year; empty: it goes on, or nobody said"), lambda record: record.years[1]),
    Column("objectives", "text", _("South-South objective(s)"), _part("objectives")),
    Column("cooperation", "text", _("South-South cooperation"), _part("cooperation")),
    Column("effectiveness", "text", _("Effectiveness of the approach"), _part("effectiveness")),
    Column("innovation", "text", _("Innovation"), _part("innovation")),
    Column("results", "text", _("South-South results"), _part("results")),
    Column("adaptability", "text", _("South-South adaptability"), _part("adaptability")),
    Column("sustainability", "text", _("South-South sustainability"), _part("sustainability")),
    Column("funding", "text", _("Funding sources"), _part("funding")),
    Column("amounts", "text", _("Amounts: number, ISO 4217 currency, source"), _amounts),
    Column("materials", "address", _("Materials and web links"), lambda record: _joined(where for _title, where in record.materials)),
    Column("adapted", "number", _("1: it has been adapted elsewhere"), lambda record: int(record.is_adapted)),
    Column("licence", "code", _("Licence"), lambda record: record.licence.code),
    Column("original_language", "code", _("Language in which it was written"), lambda record: record.original_language),
    Column("status", "code", _("What this text is to the original"), lambda record: record.rendering),
    Column("version", "number", _("Version of this text"), lambda record: record.version or None),
    Column("published_at", "moment", _("When it was first published"), _moment("published_at")),
    Column("changed_at", "moment", _("When it last changed"), _moment("changed_at")),
    Column("address", "address", _("Where it is read"), lambda record: record.address),
    Column("permanent_address", "address", _("Where this very version stays"), lambda record: record.permanent),
)
NAMES = tuple(column.name for column in COLUMNS)
HEAD = ("column", "kind", "meaning", "values")


def row_of(record: Record) -> list[Value]:
    """Return the values of a record in the order of the columns."""
    return [column.read(record) for column in COLUMNS]


def as_object(record: Record) -> dict[str, Any]:
    """Return a record as JSON has it: several codes are a list."""
    lists = {column.name: str(column.read(record)) for column in COLUMNS if column.kind == "codes"}
    split = {name: value.split(BETWEEN) if value else [] for name, value in lists.items()}
    return {column.name: column.read(record) for column in COLUMNS} | split


def codebook(values: dict[str, Sequence[Term]]) -> list[tuple[str, str, str, str]]:
    """Return a row for each column: its name, kind and meaning in the active language, its codes."""
    return [
        (column.name, column.kind, str(column.meaning), _joined(f"{term.code} = {term.name}" for term in values.get(column.name, ())))
        for column in COLUMNS
    ]
