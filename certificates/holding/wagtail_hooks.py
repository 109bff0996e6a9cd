"""What this room answers when the whole site asks."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from certificates.credentials.models import Award
from certificates.holding.queries import awards_among, awards_for_course
from courses.catalogue.models import CoursePage
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import current_enrolment

WAY = "certificates/holding/way.html"


@hooks.register("account_panel")
def certificates_panel(request: HttpRequest) -> dict[str, Any]:
    """Show the way to one's certificates."""
    return {"title": _("My certificates"), "url": reverse("certificates"), "text": _("See, download, share, correct")}


@hooks.register("foot_menu")
def verify_link() -> tuple[str, str]:
    """Lead from every page to where certificates are verified."""
    return gettext("Verify a certificate"), reverse("verify")


@hooks.register("enrolment_extra")
def below_an_enrolment(request: HttpRequest, rows: Sequence[Enrolment]) -> dict[int, SafeString]:
    """Show on My courses what came of each course."""
    return {pk: _way(award) for pk, award in awards_among(rows).items()}


@hooks.register("page_extra", order=5)
def below_a_course(request: HttpRequest, page: Page) -> SafeString | str:
    """Show on the page of a course, to one who takes part, the way to her certificate; others cost no question."""
    if not isinstance(page, CoursePage) or not page.pk or current_enrolment(request.user, page.translation_key) is None:
        return ""
    found = awards_for_course(request.user, page.translation_key)
    return _way(found[0], is_section=True) if found else ""


def _way(award: Award, is_section: bool = False) -> SafeString:
    return render_to_string(WAY, {"award": award, "credential": award.credential, "is_section": is_section})
