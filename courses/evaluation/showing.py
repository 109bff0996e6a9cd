"""Figures as a page shows them: words in the reader's language, and a drawing beside each table."""

from typing import Any

from django.utils.translation import gettext as _

from courses.evaluation.asking import CHOICE, SCALE, TEXT, worded
from courses.evaluation.forms import AGREE
from courses.evaluation.hiding import is_shown
from courses.evaluation.svg import Bar, bars


def shown_questions(figures: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """Return the questions of frozen or live figures for a reader of this language; empty while they are hidden."""
    return [_shown(question, place, language) for place, question in enumerate(figures.get("questions", []), start=1)]


def _shown(question: dict[str, Any], place: int, language: str) -> dict[str, Any]:
    title, code = worded(question["words"], language)
    if not is_shown(question["number"] or 0):  # what was frozen before may hold fewer
        return {"title": title, "code": code, "kind": question["kind"], "number": None, "mean": None, "options": [], "texts": []}
    options = [] if question["kind"] == TEXT else _options(question, language)
    drawn = [Bar(option["label"], option["number"], str(option["number"])) for option in options]
    return {
        "title": title,
        "code": code,
        "kind": question["kind"],
        "number": question["number"],
        "mean": question.get("mean") if question["kind"] == SCALE else None,
        "options": options,
        "texts": question.get("texts", []),
        "chart": bars(f"q{place}", title, drawn, top=question["number"]) if drawn else "",
    }


def _options(question: dict[str, Any], language: str) -> list[dict[str, Any]]:
    counts = question["counts"]
    if question["kind"] == CHOICE:
        named = [(choice["id"], worded(choice["words"], language)[0]) for choice in question["choices"]]
    else:
        named = [(str(step), str(label)) for step, label in AGREE.items()]
    return [{"label": label, "number": counts.get(name, 0)} for name, label in named]


def shown_tests(tests: dict[str, Any]) -> str:
    """Return the drawing of the tests before and after; empty while the figures are hidden."""
    if tests["difference"] is None:
        return ""
    pairs = [(_("Before the course"), tests["before_both"]), (_("After the course"), tests["after_both"])]
    return bars("tests", _("Mean of the tests, in per cent"), [Bar(label, value, f"{value} %") for label, value in pairs], top=100)
