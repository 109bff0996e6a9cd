"""Who sees the board, and who may begin a translation."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.audience.rules import is_member
from content.translations.models import Wording, WordingQuerySet

TRANSLATE = "wagtail_localize.submit_translation"
ADMIN = "wagtailadmin.access_admin"
WORK = {"change", "publish"}


def can_see_board(user: Any) -> bool:
    """Return whether this person sees the board: whoever works on pages in the editors' desk."""
    return is_member(user) and user.has_perm(ADMIN) and PagePermissionPolicy().user_has_any_permission(user, WORK)


def visible_to(user: Any) -> WordingQuerySet:
    """Return the wordings that this person sees on the board: of texts on which she may work in some language."""
    if not can_see_board(user):
        return Wording.objects.none()
    if user.is_superuser:
        return Wording.objects.all()
    return Wording.objects.filter(translation_key__in=pages_workable_by(user).values("translation_key"))


def pages_workable_by(user: Any) -> QuerySet[Page]:
    """Return the pages that this person may change or publish."""
    return PagePermissionPolicy().instances_user_has_any_permission_for(user, WORK)


def may_translate(user: Any) -> bool:
    """Return whether this person begins translations at all."""
    return can_see_board(user) and user.has_perm(TRANSLATE)


def can_translate(user: Any, page: Page) -> bool:
    """Return whether this person may begin or bring up the translation that stands, or will stand, at this page."""
    return may_translate(user) and page.permissions_for_user(user).can_edit()


def can_confirm(user: Any, page: Page) -> bool:
    """Return whether this person may say that a translation is still right: whoever may publish it."""
    return can_see_board(user) and page.live and page.permissions_for_user(user).can_publish()
