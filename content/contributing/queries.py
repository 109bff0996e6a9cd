"""Questions about contributions."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from content.contributing.models import CoAuthor, Contribution, Upload
from content.practices.choices import PROSE
from content.practices.models import PracticePage
from content.questionnaire.form import Answers
from content.questionnaire.prose import plain


def contribution_or_none(uid: UUID) -> Contribution | None:
    """Return the contribution with this id, with its owner."""
    return Contribution.objects.select_related("owner").filter(uid=uid).first()


def answers_of(contribution: Contribution) -> Answers:
    """Return all answers. One query."""
    found: Answers = {}
    for row in contribution.parts.all():
        found |= row.answers
    return found


def fingerprint(value: Any) -> str:
    """Return a short sign of an answer: a form holds what its answers were when it was shown."""
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]


def page_of(contribution: Contribution) -> PracticePage | None:
    """Return the page that it became, or None as long as it was never sent."""
    pages = PracticePage.objects.filter(translation_key=contribution.key, locale__language_code=contribution.language, alias_of=None)
    return pages.select_related("locale").first()


def uploads_of(contribution: Contribution) -> list[Upload]:
    """Return files and pictures in the order in which they came. One query."""
    return list(contribution.uploads.select_related("paper", "picture"))


def co_authors_of(contribution: Contribution) -> list[CoAuthor]:
    """Return who was asked to write along. One query."""
    return list(contribution.co_authors.select_related("person"))


def authors_of(keys: Iterable[UUID]) -> dict[UUID, set[int]]:
    """Return the ids of the people who wrote these practices. Two queries."""
    found: dict[UUID, set[int]] = {}
    for key, pk in Contribution.objects.filter(key__in=list(keys), owner__isnull=False).values_list("key", "owner"):
        found.setdefault(key, set()).add(pk)
    joined = CoAuthor.objects.joined().filter(contribution__key__in=list(keys))
    for key, pk in joined.values_list("contribution__key", "person"):
        found.setdefault(key, set()).add(pk)
    return found


def all_text(answers: Answers) -> str:
    """Return the running text of the sections without signs, to be compared with other practices."""
    return "\n".join(plain(answers[key]) for key in PROSE if answers.get(key))


def held_about(user: Any) -> list[dict[str, Any]]:
    """Return what is kept of what this person contributed, for her own copy of her data."""
    rows = Contribution.objects.filter(owner=user).prefetch_related("parts")
    return [
        {"title": row.title, "language": row.language, "begun_at": row.begun_at.isoformat(), "answers": answers_of(row)} for row in rows
    ]
