"""Contributions for tests: answers to every question, and a contribution that holds them."""

from datetime import UTC, datetime
from typing import Any

from accounts.models import User
from content.contributing import actions
from content.contributing.models import Contribution
from content.practices.choices import PROSE
from content.questionnaire.form import Answers

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SENTENCE = "Dois países trocaram inspetores durante duas semanas e leram juntos os mesmos livros. "


def whole_answers(**others: Any) -> Answers:
    """Return an answer to each question, as people type them; nothing in them is to be mended."""
    answers = dict.fromkeys(PROSE, f"{SENTENCE * 4}\n\n- **primeiro** passo\n- *segundo* passo")
    return {
        **answers,
        "title": "Ler juntos os livros do porto",
        "summary": SENTENCE * 2,
        "author": "Inês Mutombo",
        "institution": "Inspeção-Geral do Trabalho",
        "country_roles": [{"country": "BR", "role": "offering"}, {"country": "MZ", "role": "requesting"}],
        "starts_year": "2019",
        "ends_year": "2023",
        "modality": "south-south",
        "sector": "fishing",
        "theme_links": ["labour-inspection"],
        "target_links": ["8.7"],
        "instrument_links": ["C138"],
        "amounts": [{"amount": "150 000,50", "currency": "usd", "source": "Fundo comum"}],
        "contacts": [{"name": "Gabinete", "email": "gabinete@example.org", "address": "https://example.org/"}],
        "contacts_consent": True,
        "materials": [{"title": "Guia", "address": "https://example.org/guia"}],
        "acronyms": [{"short": "IGT", "meaning": "Inspeção-Geral do Trabalho"}],
        "building_blocks": [{"title": "Livro comum", "what": "Um **livro**.", "needs": "Papel.", "lessons": ""}],
        "is_safe": True,
        "may_publish": True,
        "licence": "CC-BY-4.0",
    } | others


def contribution(owner: User, *, language: str = "pt", **others: Any) -> Contribution:
    """Begin a contribution in which every question is answered."""
    return actions.begin(owner=owner, language=language, answers=whole_answers(**others), now=NOW)
