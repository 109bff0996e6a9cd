"""Two editors at one page. Wagtail itself says who else is there, and its autosave stops at a newer version; what it lets pass is a
save by button over a version that the writer has not seen. Here both versions stay: the later one is saved as a draft, never published
unseen, and its writer is led to the two side by side.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page, Revision

from content.reviewing.rules import can_pass_by


def unseen(request: HttpRequest, page: Page) -> Revision | None:
    """Return the newest version, where the form that comes back was made from an older one; the same two signs that Wagtail's autosave
    compares: the number of the version and its moment, since an autosave writes over its own.
    """
    newest = page.get_latest_revision()
    if newest is None:
        return None
    if mine := request.POST.get("overwrite_revision_id"):
        return newest if mine != str(newest.pk) else None
    loaded = request.POST.get("loaded_revision_id")
    if not loaded:
        return None
    is_seen = loaded == str(newest.pk) and request.POST.get("loaded_revision_created_at") == newest.created_at.isoformat()
    return None if is_seen else newest


@hooks.register("before_edit_page")
def look(request: HttpRequest, page: Page) -> None:
    """Note, before anything is saved, whether the writer has seen the newest version."""
    if request.method == "POST":
        request.unseen_revision = unseen(request, page)  # type: ignore[attr-defined]


@hooks.register("before_publish_page")
def keep_from_readers(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Publish nothing over a version that the writer has not seen, nor past a review; her text is saved as a draft by now."""
    if newer := getattr(request, "unseen_revision", None):
        messages.warning(request, f"{_sentence(newer)} {_('Yours is saved as a draft and was not published: compare the two first.')}")
        request.unseen_revision = None  # type: ignore[attr-defined]
        return redirect(_side_by_side(page, newer))
    if not can_pass_by(request.user, page):
        messages.error(request, _("This text is under review. Your changes are saved as a draft; take it back from review to publish it."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("after_edit_page")
def tell(request: HttpRequest, page: Page) -> None:
    """Tell the writer that somebody saved while she wrote, and where both versions are."""
    if newer := getattr(request, "unseen_revision", None):
        button = messages.button(_side_by_side(page, newer), _("Compare the two"))
        messages.warning(request, f"{_sentence(newer)} {_('Yours is the newest now; theirs is kept beside it.')}", buttons=[button])


@hooks.register("before_bulk_action")
def keep_under_review(request: HttpRequest, action_type: str, objects: list[Page], action: object) -> HttpResponse | None:
    """Publish nothing in bulk past a review."""
    if action_type != "publish" or all(not isinstance(page, Page) or can_pass_by(request.user, page) for page in objects):
        return None
    messages.error(request, _("One of these texts is under review: it is not published past it."))
    return redirect(request.path)


def _sentence(newer: Revision) -> str:
    who = str(newer.user or _("Somebody"))
    return _("%(who)s saved this page while you were writing.") % {"who": who}


def _side_by_side(page: Page, newer: Revision) -> str:
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, newer.pk, "latest"])
