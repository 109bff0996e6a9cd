"""What this room answers when others ask."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from content.searches import actions
from content.searches.choices import KIND
from content.searches.models import SavedSearch
from content.searches.queries import held_about


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Mails of what is new in kept searches."""
    return [("news of the library", lambda now: actions.tell_due(now=now))]


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails."""
    return [(KIND, gettext_lazy("new good practices that fit my searches"))]


@hooks.register("library_links")
def library_links(request: HttpRequest, query: str) -> list[tuple[str, str]]:
    """Offer to keep a search and to follow it by feed."""
    tail = f"?{query}" if query else ""
    return [(_("Tell me when something new fits"), reverse("saved-search-new") + tail), (_("Feed (Atom)"), reverse("library-feed") + tail)]


@hooks.register("account_panel")
def account_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to one's searches."""
    return {"title": _("My searches"), "url": reverse("saved-searches"), "text": _("Of what you are told in the library")}


@hooks.register("personal_data")
def personal_data(user: Any) -> dict[str, Any]:
    """Tell what a member keeps."""
    return held_about(user)


@hooks.register("erase_person")
def erase_person(user: Any, now: datetime) -> None:
    """Remove what a member keeps."""
    SavedSearch.objects.filter(user=user.pk).delete()
