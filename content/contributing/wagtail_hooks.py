"""What this room answers when others ask."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from content.contributing.models import CoAuthor, Contribution
from content.contributing.queries import authors_of, held_about
from content.contributing.rules import visible_to


@hooks.register("practice_authors")
def practice_authors(keys: Collection[UUID]) -> dict[UUID, set[int]]:
    """Tell who wrote these practices."""
    return authors_of(keys)


@hooks.register("review_link")
def review_link(page: Any, person: Any) -> str | None:
    """Tell an author where she sees how her text stands."""
    row = visible_to(person).filter(key=page.translation_key).first()
    return reverse("contribution", args=[row.uid]) if row else None


@hooks.register("account_panel")
def account_panel(request: HttpRequest) -> dict[str, str] | None:
    """Lead to one's own contributions."""
    return {
        "title": _("My good practices"),
        "url": reverse("contributions"),
        "text": _("What you write for the library, and whose turn it is"),
    }


@hooks.register("library_links")
def library_links(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """Lead from the library to contributing."""
    return [(_("Contribute a good practice"), reverse("contributions"))]


@hooks.register("personal_data")
def personal_data(user: Any) -> dict[str, Any]:
    """Tell what is kept of what a person contributed."""
    return {"contributions": held_about(user)}


@hooks.register("erase_person")
def erase_person(user: Any, now: datetime) -> None:
    """Delete what she never sent, and take her out of what she wrote along; what was sent is the institution's and stays."""
    Contribution.objects.filter(owner=user, sent_at=None, co_authors__person=None).delete()
    Contribution.objects.filter(owner=user).update(owner=None)
    CoAuthor.objects.filter(person=user).delete()
