"""Who may see what differs."""

from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy


def can_check(user: Any, page: Page) -> bool:
    """Say whether this person may see the facts that differ: those who may edit or publish this language's page."""
    asked = page.permissions_for_user(user)
    return asked.can_edit() or asked.can_publish()


def visible_to(user: Any) -> QuerySet[Page]:
    """Return the pages that `can_check` lets this person check."""
    return PagePermissionPolicy().instances_user_has_any_permission_for(user, {"add", "change", "publish"}).filter(depth__gt=1)
