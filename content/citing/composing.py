"""A record put together from plain values and facts, as a page or a version has them, with names in the record's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import override

from content.citing.record import Part, Place, Record, Term
from content.media.models import Paper
from content.pages.addresses import full
from content.practices.choices import FORM, LICENCES, PROSE, Licence, Modality, Role, Sector
from content.taxonomy.models import Instrument, SdgTarget
from content.taxonomy.queries import country_names, region_names, regions_above, remembered, theme_names

ADDRESSES: Mapping[str, str] = {str(licence): where for licence, where in LICENCES.items()}


@dataclass(frozen=True)
class About:
    """What is known of a record beside its own words: where it stands, in which version, and its other languages."""

    key: UUID
    language: str
    original_language: str = ""
    rendering: str = "original"
    translator: str = ""
    version: int = 0
    published_at: datetime | None = None
    changed_at: datetime | None = None
    address: str = ""
    permanent: str = ""
    others: dict[str, str] = field(default_factory=dict)
    is_adapted: bool = False
    is_withdrawn: bool = False


def composed(values: Mapping[str, Any], facts: Mapping[str, Any], about: About, papers: Mapping[int, Paper]) -> Record:
    """Return the record. `values` and `facts` in the form that `practices.actions.write_practice` takes; `papers`: of its materials."""
    code = about.language
    known: dict[str, Any] = {one.name: getattr(about, one.name) for one in fields(About)}
    words: dict[str, Any] = {name: values.get(name) or "" for name in ("title", "author", "institution", "summary")}
    with override(code):
        return Record(
            **known,
            **words,
            **_terms(facts, code),
            parts=tuple(Part(one.key, str(one.label), html) for one in FORM if one.key in PROSE and (html := values.get(one.key))),
            modality=_chosen(Modality, values.get("modality")),
            sector=_chosen(Sector, values.get("sector")),
            years=(values.get("starts_year"), values.get("ends_year")),
            amounts=tuple((_amount(row["amount"]), row["currency"], row["source"]) for row in facts.get("amounts", ())),
            contacts=_contacts(facts) if values.get("contacts_consent") else (),
            materials=_materials(facts, papers),
            licence=_chosen(Licence, values.get("licence")),
            licence_address=ADDRESSES.get(values.get("licence") or "", ""),
        )


def _terms(facts: Mapping[str, Any], code: str) -> dict[str, Any]:
    countries, themes, regions = country_names(code), theme_names(code), region_names(code)
    targets, instruments = names_of(SdgTarget, code), names_of(Instrument, code)
    roles = [(row["country"], row["role"]) for row in facts.get("countries", ())]
    above = regions_above()
    codes = dict.fromkeys(region for iso2, _role in roles for region in above.get(iso2, []))
    return {
        "places": tuple(Place(iso2, countries.get(iso2, iso2), role, _label(Role, role)) for iso2, role in roles),
        "regions": tuple(Term(region, regions.get(region, region)) for region in codes),
        "themes": tuple(Term(slug, themes.get(slug, slug)) for slug in facts.get("themes", ())),
        "targets": tuple(Term(target, targets.get(target, target)) for target in facts.get("targets", ())),
        "instruments": tuple(Term(one, instruments.get(one, one)) for one in facts.get("instruments", ())),
    }


def names_of(model: Any, code: str) -> dict[str, str]:
    """Return the names of all rows of a small table of the taxonomy by their code."""
    return remembered(f"names:{model.__name__}:{code}", lambda: {row.code: row.name_in(code) for row in model.objects.all()})


def _label(choices: Any, value: str) -> str:
    return str(choices(value).label) if value in choices.values else value


def _chosen(choices: Any, value: str | None) -> Term:
    return Term(value, _label(choices, value)) if value else Term("", "")


def _amount(amount: Any) -> str:
    return f"{Decimal(str(amount)):.2f}"


def _contacts(facts: Mapping[str, Any]) -> tuple[tuple[str, str, str], ...]:
    return tuple((row["name"], row["email"], row["address"]) for row in facts.get("contacts", ()))


def papers_of(many: Iterable[Mapping[str, Any]]) -> dict[int, Paper]:
    """Return the documents among the materials of these facts. One question, none where there are none."""
    ids = {row["document"] for facts in many for row in facts.get("materials", ()) if row.get("document")}
    return Paper.objects.in_bulk(ids) if ids else {}


def _materials(facts: Mapping[str, Any], papers: Mapping[int, Paper]) -> tuple[tuple[str, str], ...]:
    """Return title and address of each material; documents by the door that asks who may read them."""
    rows = [(row["title"], row["address"], row.get("document")) for row in facts.get("materials", ())]
    found = [(title, full(papers[document].url) if document in papers else where) for title, where, document in rows]
    return tuple((title or where, where) for title, where in found if where)
