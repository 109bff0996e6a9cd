"""Where adaptations meet the house: the foot of a record, the facet, personal data, mails."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from accounts.models import User
from content.adapting import actions
from content.adapting.letters import KIND
from content.adapting.models import Adaptation
from content.adapting.queries import adapted_among, family_of
from content.generation.queries import remembered
from content.pages.addresses import content_code
from content.practices.models import PracticePage


@hooks.register("page_extra", order=30)
def family_below(request: HttpRequest, page: Page) -> SafeString | None:
    """Show the family of a practice at its foot, and the way to tell of an adaptation."""
    if not isinstance(page, PracticePage) or not page.pk:
        return None
    name = f"family:{page.translation_key}:{get_language()}"
    return mark_safe(remembered(request, name, lambda: _family(request, page)))  # noqa: S308 - a template escaped it


def _family(request: HttpRequest, page: PracticePage) -> str:
    context = {
        "root": family_of(page.translation_key, user=request.user, language=content_code(get_language())),
        "tell_url": reverse("adaptation-new", args=[page.translation_key]),
        "all_url": reverse("adaptations", args=[page.translation_key]),
    }
    return render_to_string("adapting/below.html", context)


@hooks.register("practices_adapted")
def adapted(keys: Collection[UUID]) -> set[UUID]:
    """Tell which of these practices have been adapted."""
    return adapted_among(keys)


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """Name the mails about adaptations."""
    return [(KIND, _("what became of an adaptation that I told of"))]


@hooks.register("personal_data")
def personal_data(user: User) -> dict[str, Any]:
    """Tell what is held of a member's adaptations."""
    names = ("practice_key", "year", "place", "kept", "changed", "dropped", "result", "contact", "state", "reason")
    rows = Adaptation.objects.filter(by=user).select_related("country").order_by("pk")
    told = [
        {name: str(getattr(row, name)) for name in names} | {"country": row.country.iso2, "sent_at": row.sent_at.isoformat()}
        for row in rows
    ]
    return {"adaptations": told}


@hooks.register("erase_person")
def erase_person(user: User, now: datetime) -> None:
    """Remove what only tells about her."""
    actions.erase_person(user=user, now=now)
