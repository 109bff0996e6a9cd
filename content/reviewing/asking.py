"""What this room asks of rooms above it, by hook: who else wrote a text, what stands against accepting it, where a person looks at it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wagtail import hooks
from wagtail.models import Page, TaskState


def co_authors(keys: Iterable[UUID]) -> dict[UUID, set[int]]:
    """Return the ids of those who wrote these texts beside their owners (hook `practice_authors`: keys → {key: {id}})."""
    asked = list(keys)
    found: dict[UUID, set[int]] = {key: set() for key in asked}
    for tell in hooks.get_hooks("practice_authors"):
        for key, people in tell(asked).items():
            found.setdefault(key, set()).update(people)
    return found


def authors_of(page: Page, state: TaskState | None = None) -> set[int]:
    """Return the ids of those whose text this is: who made the page, co-authors and, while under review, who sent it and saved it last."""
    sent = (state.workflow_state.requested_by_id, state.revision.user_id) if state else ()
    return {pk for pk in (page.owner_id, *sent) if pk} | co_authors([page.translation_key])[page.translation_key]


def authors_of_rounds(states: Iterable[TaskState]) -> dict[int, set[int]]:
    """Return, for each round (with its workflow and revision at hand), the ids of those whose text it is about; few queries for many."""
    rounds = list(states)
    pks = {int(state.workflow_state.object_id) for state in rounds}
    pages = {pk: (owner, key) for pk, owner, key in Page.objects.filter(pk__in=pks).values_list("pk", "owner", "translation_key")}
    others = co_authors({key for _owner, key in pages.values()})
    found = {}
    for state in rounds:
        owner, key = pages.get(int(state.workflow_state.object_id), (None, None))
        sent = (owner, state.workflow_state.requested_by_id, state.revision.user_id)
        found[state.pk] = {pk for pk in sent if pk} | (others[key] if key else set())
    return found


def objection(page: Page, state: TaskState, user: Any) -> str | None:
    """Return why this person cannot accept this text now, as a sentence, or None (hook `review_gate`: page, state, user)."""
    return next((why for gate in hooks.get_hooks("review_gate") if (why := gate(page, state, user))), None)


def link_for(page: Page, person: Any) -> str | None:
    """Return the path at which this person looks at this text under review, or None (hook `review_link`: page, person)."""
    return next((link for tell in hooks.get_hooks("review_link") if (link := tell(page, person))), None)
