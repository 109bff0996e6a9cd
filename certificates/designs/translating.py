"""The certificate templates on the translation board: those with words of their own, in each language."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from certificates.designs.models import Template
from certificates.designs.rules import changeable_by
from content.translations.choices import State
from content.translations.rows import Asked, Cell, Line, Listed

LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
MOST = 500


def listed(user: Any, asked: Asked, start: int, stop: int) -> Listed:
    """Return a stretch of the templates that are asked for: one query, since there are few."""
    rows = changeable_by(user).in_use().filter(name__icontains=asked.words).order_by("name", "pk")[:MOST]  # type: ignore[attr-defined]
    lines = [line for row in rows if any(row.texts.get(row.language, {}).values()) if _fits(line := _line(row), asked)]
    lines.sort(key=lambda line: min(cell.state for cell in line.cells.values()))
    return Listed(lines[start:stop], len(lines))


def _fits(line: Line, asked: Asked) -> bool:
    return any(cell.state in asked.states for code, cell in line.cells.items() if asked.language in ("", code))


def _line(row: Template) -> Line:
    url = reverse("certificates-templates:edit", args=[row.pk])
    first = _at(row, row.language)
    cells = {code: _cell(row, code, first, url) for code in LANGUAGES if code != row.language}
    return Line(row.name, row.language, url, str(Template._meta.verbose_name), first, cells=cells)


def _cell(row: Template, code: str, first: datetime | None, url: str) -> Cell:
    if not any(row.texts.get(code, {}).values()):
        return Cell(code, State.MISSING, first, url=url)
    said = _at(row, code)
    is_stale = bool(said and first and said < first)
    return Cell(code, State.STALE if is_stale else State.CURRENT, first if is_stale else said, url=url)


def _at(row: Template, code: str) -> datetime | None:
    said = row.said_at.get(code)
    return datetime.fromisoformat(said) if said else None
