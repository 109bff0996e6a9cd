"""What this room offers to editors and to the importer itself."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from content.importing.queries import document_of, leftovers_of
from content.importing.registry import own_kinds
from content.importing.rules import can_bring_in_somewhere
from content.importing.views import bring, report, tick

hooks.register("document_kinds", own_kinds)


class BringMenuItem(MenuItem):
    """Leads to the screen; shown to those who may add pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person may use it."""
        return can_bring_in_somewhere(request.user)


@hooks.register("register_admin_menu_item")
def bring_menu_item() -> MenuItem:
    """Add the screen to the menu."""
    return BringMenuItem(_("Import"), reverse("importing-bring"), name="importing", icon_name="upload", order=250)


@hooks.register("register_admin_urls")
def importing_urls() -> list[URLPattern]:
    """Add the screens to the admin."""
    return [path("importing/", bring, name="importing-bring"), path("importing/<uuid:uid>/", report, name="importing-report")]


@hooks.register("edit_panel")
def show_leftovers(request: HttpRequest, page: Page) -> SafeString | None:
    """Show the box of leftovers at the head of the editor of a page that was made from a document."""
    document = document_of(page) if page.pk else None
    if document is None:
        return None
    context = {"document": document, "box": list(leftovers_of(document))}
    return render_to_string("importing/panel.html", context, request=request)


@hooks.register("after_edit_page")
def save_ticks(request: HttpRequest, page: Page) -> None:
    """Keep the ticks that were set in the box while the page was saved."""
    if "leftovers-of" in request.POST and (document := document_of(page)) is not None:
        tick(request, document)
