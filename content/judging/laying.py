"""A practice laid out for its judges: every question of the form with its answer, and what the plain-language check finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html_join, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from content.mentions.acronyms import unexplained
from content.practices.choices import FORM, Asked
from content.practices.models import PracticePage
from content.questionnaire.language import names_a_child, points_elsewhere, too_long
from content.taxonomy.models import Country, Instrument, SdgTarget, Theme


@dataclass(frozen=True)
class Laid:
    """One question: `html` is its answer (empty: none), `findings` are sentences, `is_grave` where a child seems to be named."""

    key: str
    label: str
    html: str
    is_text: bool
    findings: list[str]
    is_grave: bool


def laid_out(page: PracticePage) -> list[Laid]:
    """Return the form with the answers of one version of a practice; five queries, whatever its length."""
    meanings = {row.short for row in page.acronyms.all()}
    return [_laid(asked, page, meanings) for asked in FORM] + _blocks(page)


def _laid(asked: Asked, page: PracticePage, meanings: set[str]) -> Laid:
    html = _answer(asked, page)
    text = strip_tags(html.replace("</p>", "\n").replace("</li>", "\n")).strip()
    findings = [*_empty(asked, text), *(_advice(text, meanings) if asked.kind in ("prose", "text") else ())]
    is_text = asked.kind in ("line", "prose", "text")
    return Laid(asked.key, str(asked.label), html, is_text, findings, asked.kind in ("prose", "text") and names_a_child(text))


def _empty(asked: Asked, text: str) -> Iterable[str]:
    return [_("This is still empty.")] if asked.is_required and not text else []


def _advice(text: str, meanings: set[str]) -> Iterable[str]:
    if names_a_child(text):
        yield _("Somebody under 18 seems to be named here: children are never named.")
    if words := unexplained(text, meanings):
        yield _("Acronyms that are not explained: %(words)s.") % {"words": ", ".join(words[:8])}
    if points_elsewhere(text):
        yield _("This sends readers elsewhere instead of telling them.")
    for beginning in too_long(text)[:3]:
        yield _("A long sentence: “%(beginning)s …”") % {"beginning": beginning}


def _answer(asked: Asked, page: PracticePage) -> str:
    if asked.kind == "prose":
        return mark_safe(expand_db_html(getattr(page, asked.key)))  # noqa: S308 - rich text of the editor, cleaned when it was written
    if asked.kind in ("line", "text"):
        return _paragraphs([getattr(page, asked.key)])
    if asked.kind == "choice":
        return _paragraphs([getattr(page, f"get_{asked.key}_display")()])
    if asked.kind == "years":
        return _paragraphs([f"{page.starts_year} – {page.ends_year or ''}" if page.starts_year else ""])
    return _listed(ROWS[asked.kind](page)) if asked.kind in ROWS else ""


def _paragraphs(texts: Iterable[Any]) -> SafeString:
    return format_html_join("", '<p dir="auto">{}</p>', ((text,) for text in texts if text))


def _listed(texts: Iterable[str]) -> SafeString | str:
    items = format_html_join("", '<li dir="auto">{}</li>', ((text,) for text in texts if text))
    return format_html_join("", "<ul>{}</ul>", ((items,),)) if items else ""


def _countries(page: PracticePage) -> list[str]:
    rows = list(page.country_roles.all())
    held = Country.objects.in_bulk([row.country_id for row in rows])
    return [f"{held[row.country_id].name} ({row.get_role_display()})" for row in rows if row.country_id in held]


def _named(model: Any, relation: str, column: str) -> Callable[[PracticePage], list[str]]:
    def names(page: PracticePage) -> list[str]:
        pks = [getattr(row, f"{column}_id") for row in getattr(page, relation).all()]
        held = model.objects.in_bulk(pks)
        return [str(held[pk]) for pk in pks if pk in held]

    return names


def _amounts(page: PracticePage) -> list[str]:
    return [" ".join(str(part) for part in (row.amount, row.currency, row.source) if part) for row in page.amounts.all()]


def _contacts(page: PracticePage) -> list[str]:
    return [" · ".join(part for part in (row.name, row.email, row.address) if part) for row in page.contacts.all()]


def _materials(page: PracticePage) -> list[str]:
    return [" · ".join(part for part in (row.title, row.address) if part) for row in page.materials.all()]


ROWS: dict[str, Callable[[PracticePage], list[str]]] = {
    "countries": _countries,
    "themes": _named(Theme, "theme_links", "theme"),
    "targets": _named(SdgTarget, "target_links", "target"),
    "instruments": _named(Instrument, "instrument_links", "instrument"),
    "amounts": _amounts,
    "contacts": _contacts,
    "materials": _materials,
}


def _blocks(page: PracticePage) -> list[Laid]:
    """Return the building blocks, each as a question of its own."""
    found = []
    for block in page.building_blocks:
        parts = [block.value["what"], block.value["needs"], block.value["lessons"]]
        html = mark_safe("".join(expand_db_html(part.source) for part in parts if part))  # noqa: S308 - as above
        label = f"{_('Building block')}: {block.value['title']}"
        found.append(Laid(f"block-{block.id}"[:60], label, html, is_text=True, findings=[], is_grave=names_a_child(strip_tags(html))))
    return found
