"""Answers of the form made into what a page takes, and back."""

from typing import Any

from content.practices.choices import PROSE
from content.questionnaire.checks import amount_of
from content.questionnaire.form import Answers
from content.questionnaire.prose import page_html, typed

LINES = ("title", "summary", "author", "institution", "modality", "sector", "licence")
YEARS = ("starts_year", "ends_year")
TEXTS = ("title", "summary", "author", "institution", *PROSE)


def page_values(answers: Answers) -> dict[str, Any]:
    """Return the fields of the page, prose as rich text, years as numbers."""
    values: dict[str, Any] = {key: answers.get(key, "") for key in LINES}
    values |= {key: page_html(answers.get(key, "")) for key in PROSE}
    values |= {key: int(answers[key]) if str(answers.get(key, "")).isdecimal() else None for key in YEARS}
    return {
        **values,
        "contacts_consent": bool(answers.get("contacts_consent")),
        "building_blocks": [_block(row) for row in answers.get("building_blocks", [])],
    }


def page_facts(answers: Answers) -> dict[str, Any]:
    """Return the lists of the page, by code and slug."""
    amounts = [
        {"amount": amount_of(row["amount"]), "currency": row["currency"].upper(), "source": row["source"]}
        for row in answers.get("amounts", [])
    ]
    return {
        "countries": list({(row["country"], row["role"]): row for row in answers.get("country_roles", [])}.values()),
        "themes": answers.get("theme_links", []),
        "targets": answers.get("target_links", []),
        "instruments": answers.get("instrument_links", []),
        "amounts": [row for row in amounts if row["amount"] is not None],
        "contacts": answers.get("contacts", []),
        "materials": answers.get("materials", []),
        "acronyms": list({row["short"]: row for row in answers.get("acronyms", [])}.values()),
    }


def _block(row: dict[str, str]) -> dict[str, str]:
    return {"id": row.get("id", ""), "title": row["title"], **{name: page_html(row[name]) for name in ("what", "needs", "lessons")}}


def texts_of(page: Any) -> dict[str, str]:
    """Return the texts of a page as they stand."""
    return {key: str(getattr(page, key) or "") for key in TEXTS}


def typed_texts(texts: dict[str, str]) -> Answers:
    """Return texts of a page as people would type them."""
    return {key: typed(text) if key in PROSE else text for key, text in texts.items()}
