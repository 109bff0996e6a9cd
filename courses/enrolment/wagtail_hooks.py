"""What this room answers when the whole site asks."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from courses.editions.models import Edition
from courses.enrolment.choices import VERBS


@hooks.register("staff_verbs")
def staff_verbs() -> dict[str, Any]:
    """Name what staff do with enrolments, for the log of an edition."""
    return dict(VERBS)


@hooks.register("edition_screens")
def edition_screens(request: HttpRequest, edition: Edition) -> list[tuple[str, str]]:
    """Lead from an edition to its people."""
    return []
