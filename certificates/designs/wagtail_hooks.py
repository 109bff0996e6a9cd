"""The editors' screens of certificates, and what a group may be given."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from certificates.designs.rules import can_prepare
from certificates.designs.screens import SignatoryViewSet, TemplateViewSet, UseViewSet
from certificates.issuers.rules import can_manage
from certificates.issuers.screens import IssuerViewSet, KeyViewSet

TEMPLATES, SIGNATORIES, USES, ISSUERS, KEYS = TemplateViewSet(), SignatoryViewSet(), UseViewSet(), IssuerViewSet(), KeyViewSet()
RIGHTS = ("manage_issuers", "manage_templates", "use_signature")


class PreparersItem(MenuItem):
    """Shown to those who prepare templates."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person prepares templates."""
        return can_prepare(request.user)


class ManagersItem(MenuItem):
    """Shown to those who manage issuers."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person manages issuers."""
        return can_manage(request.user)


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """Templates, signatories, uses of signatures, issuers, keys."""
    return [TEMPLATES, SIGNATORIES, USES, ISSUERS, KEYS]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Everything about certificates in one place of the menu."""
    managed = [SIGNATORIES, ISSUERS, KEYS, USES]
    items: list[MenuItem] = [_item(PreparersItem, TEMPLATES, 1), *(_item(ManagersItem, one, 2 + n) for n, one in enumerate(managed))]
    return SubmenuMenuItem(_("Certificates"), Menu(items=items), name="certificates", icon_name="doc-full", order=320)


def _item(kind: type[MenuItem], viewset: Any, order: int) -> MenuItem:
    return kind(viewset.menu_label, reverse(viewset.get_url_name("index")), name=viewset.name, icon_name=viewset.icon, order=order)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """What a group may be given: to manage issuers and signatories, to prepare templates, to use signatures."""
    return Permission.objects.filter(content_type__app_label="certificates", codename__in=RIGHTS)
