"""Plain facts become rows that hang on a practice, saved with it."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from content.practices.choices import Role
from content.practices.models import (
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticeMaterial,
    PracticePage,
    PracticePicture,
    PracticeTarget,
    PracticeTheme,
)
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme
from content.taxonomy.queries import codes


def fill_facts(*, page: PracticePage, facts: dict[str, Any]) -> PracticePage:
    """Put these facts onto a practice, saved or not, in the place of what it had; what is not named stays. Returns the page, not saved.

    `countries`: rows of country (ISO code) and role; `themes`, `targets`, `instruments`: slugs and codes; `amounts`: amount, currency,
    source; `contacts`: name, email, address, confirmed_on; `materials`: title and address or document (id); `pictures`: picture (id)
    and alt. Said twice counts once; a code that the taxonomy does not have raises KeyError.
    """
    for name, place in _PLACES.items():
        if name in facts:
            place(page, facts[name])
    page.__dict__.pop("_facts", None)
    return page


def _ids(model: type[Any], key: str, wanted: Iterable[str]) -> list[int]:
    known = {code: pk for pk, code in codes(model, key).items()}
    return [known[code] for code in dict.fromkeys(wanted)]


def _countries(page: PracticePage, rows: list[Any]) -> None:
    pairs = dict.fromkeys((row["country"], row.get("role") or Role.TAKING_PART) for row in rows)
    known = {iso2: pk for pk, iso2 in codes(Country, "iso2").items()}
    page.country_roles = [PracticeCountry(country_id=known[iso2], role=role, sort_order=n) for n, (iso2, role) in enumerate(pairs)]


def _themes(page: PracticePage, rows: list[str]) -> None:
    page.theme_links = [PracticeTheme(theme_id=pk, sort_order=n) for n, pk in enumerate(_ids(Theme, "slug", rows))]


def _targets(page: PracticePage, rows: list[str]) -> None:
    page.target_links = [PracticeTarget(target_id=pk, sort_order=n) for n, pk in enumerate(_ids(SdgTarget, "code", rows))]


def _instruments(page: PracticePage, rows: list[str]) -> None:
    page.instrument_links = [PracticeInstrument(instrument_id=pk, sort_order=n) for n, pk in enumerate(_ids(Instrument, "code", rows))]


def _amounts(page: PracticePage, rows: list[Any]) -> None:
    page.amounts = [
        PracticeAmount(amount=Decimal(str(row["amount"])), currency=row["currency"], source=row.get("source", ""), sort_order=n)
        for n, row in enumerate(rows)
    ]


def _contacts(page: PracticePage, rows: list[Any]) -> None:
    page.contacts = [
        PracticeContact(**{name: row.get(name) or "" for name in ("name", "email", "address")}, confirmed_on=_day(row), sort_order=n)
        for n, row in enumerate(rows)
        if row.get("name") or row.get("email") or row.get("address")
    ]


def _day(row: dict[str, Any]) -> date | None:
    given = row.get("confirmed_on")
    return date.fromisoformat(given) if isinstance(given, str) and given else given or None


def _materials(page: PracticePage, rows: list[Any]) -> None:
    page.materials = [
        PracticeMaterial(title=row.get("title", ""), address=row.get("address") or "", document_id=row.get("document"), sort_order=n)
        for n, row in enumerate(rows)
    ]


def _pictures(page: PracticePage, rows: list[Any]) -> None:
    page.pictures = [PracticePicture(picture_id=row["picture"], alt=row.get("alt", ""), sort_order=n) for n, row in enumerate(rows)]


_PLACES: dict[str, Callable[[PracticePage, list[Any]], None]] = {
    "countries": _countries,
    "themes": _themes,
    "targets": _targets,
    "instruments": _instruments,
    "amounts": _amounts,
    "contacts": _contacts,
    "materials": _materials,
    "pictures": _pictures,
}
