"""What this room answers when the whole site asks."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail import hooks

from courses.editions.models import Edition
from courses.enrolment.choices import VERBS
from courses.enrolment.standing import shut


@hooks.register("staff_verbs")
def staff_verbs() -> dict[str, Any]:
    """Name what staff do with enrolments, for the log of an edition."""
    return dict(VERBS)


@hooks.register("edition_screens")
def edition_screens(request: HttpRequest, edition: Edition) -> list[tuple[str, str]]:
    """Lead from an edition to its people."""
    people, invitations, bring = (reverse(name, args=[edition.uid]) for name in ("edition-people", "edition-invitations", "people-bring"))
    screens = [(gettext("People"), people), (gettext("Invitations"), invitations)]
    return screens if shut(edition, timezone.now()) else [*screens, (gettext("Bring people in from a file"), bring)]
