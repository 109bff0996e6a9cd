"""The desk in the editors' menu and on their first screen."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from content.desk.own import OWN
from content.desk.rules import can_see_desk
from content.desk.views import desk

for tell in OWN:
    hooks.register("desk_panels", tell)


class DeskMenuItem(MenuItem):
    """Leads to the desk."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person has one."""
        return can_see_desk(request.user)


class DeskComponent(Component):
    """The way to the desk on the first screen of the editors."""

    name = "desk"
    order = 100
    template_name = "desk/way.html"

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Add where the desk is."""
        return {"url": reverse("desk")}


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    """Add the desk to the menu."""
    return DeskMenuItem(_("Desk"), reverse("desk"), name="desk", icon_name="tasks", order=50)


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    """Add the desk to the admin."""
    return [path("desk/", desk, name="desk")]


@hooks.register("construct_homepage_panels")
def desk_way(request: HttpRequest, panels: list[Any]) -> None:
    """Put the way to the desk on the first screen."""
    panels.append(DeskComponent())
