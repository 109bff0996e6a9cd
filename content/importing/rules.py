"""Who may bring documents in, and who may see what became of them."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.importing.models import ImportedDocument


def can_bring_in(user: Any, parent: Page) -> bool:
    """Say whether this person may add a page below `parent`."""
    return parent.permissions_for_user(user).can_add_subpage()


def can_bring_in_somewhere(user: Any) -> bool:
    """Say whether this person may add pages anywhere."""
    return PagePermissionPolicy().user_has_any_permission(user, {"add"})


def can_see(user: Any, document: ImportedDocument) -> bool:
    """Say whether this person may see the report: those who may edit the page."""
    page = document.page
    return page is not None and page.permissions_for_user(user).can_edit()


def visible_to(user: Any) -> QuerySet[ImportedDocument]:
    """Return the documents whose report `can_see` shows to this person."""
    editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change").filter(alias_of=None)
    theirs = editable.filter(translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id"))
    return ImportedDocument.objects.filter(Exists(theirs))
