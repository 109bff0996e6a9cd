"""What this room answers when the whole site asks."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from wagtail import hooks

from certificates.desk.choices import VERBS
from courses.editions.models import Edition


@hooks.register("edition_screens")
def edition_screens(request: HttpRequest, edition: Edition) -> list[tuple[str, str]]:
    """Lead from an edition to its certificates."""
    return [(gettext("Certificates"), reverse("certificates-desk", args=[edition.uid]))]


@hooks.register("staff_verbs")
def staff_verbs() -> dict[str, Any]:
    """Name what staff do with certificates, for the log of an edition."""
    return dict(VERBS)
