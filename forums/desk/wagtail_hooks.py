"""Where the desk meets the house: sweeps, personal data, the account page, the editors' screens."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from forums.boards.rules import moderates_all
from forums.desk import staff
from forums.desk.queries import case_count
from forums.desk.screens import ForumViewSet, PhraseViewSet
from forums.moderation import actions
from forums.moderation.queries import held_about
from forums.moderation.rules import can_enter, decisions_about

FORUMS, PHRASES = ForumViewSet(), PhraseViewSet()


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Decisions of which those concerned are to be told."""
    return [("decisions to tell", lambda now: actions.tell_due(now=now))]


@hooks.register("mail_kinds")
def mail_kinds() -> list[tuple[str, Any]]:
    """What readers call the mails of the desk."""
    return [("forums-reports", gettext_lazy("What became of my reports"))]


@hooks.register("personal_data")
def personal_data(user: Any) -> dict[str, Any]:
    """What this person reported, what was decided about her, when she was suspended."""
    return held_about(user)


@hooks.register("erase_person")
def erase_person(user: Any, now: datetime) -> None:
    """Take this person out of reports and decisions."""
    actions.forget_person(user=user)


@hooks.register("account_panel")
def account_panel(request: HttpRequest) -> dict[str, str] | None:
    """Lead to the decisions about one's messages, where there are any, and moderators to their queue."""
    if not decisions_about(request.user).exists():
        return None
    return {"title": _("Decisions about my messages"), "url": reverse("my-decisions"), "text": ""}


@hooks.register("account_panel")
def queue_panel(request: HttpRequest) -> dict[str, str] | None:
    """Lead moderators to their queue."""
    return {"title": _("Moderation queue"), "url": reverse("queue"), "text": ""} if can_enter(request.user) else None


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Routes of the queue and the report."""
    return [
        path("forums/queue/", staff.queue, name="forums-queue"),
        path("reports/decisions/", staff.report, name="decisions-report"),
    ]


class ModeratorsItem(MenuItem):
    """Shown to those who moderate every forum."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person moderates every forum."""
        return moderates_all(request.user)


class QueueItem(MenuItem):
    """The queue, with how many cases wait."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person moderates anything."""
        return can_enter(request.user)

    def render_component(self, request: HttpRequest) -> Any:
        """Say how many cases wait for this person; on what is drawn for her, not on the entry that all requests share."""
        drawn = super().render_component(request)
        if number := case_count(request.user):
            drawn.label = _("Queue (%(number)s)") % {"number": number}
        return drawn


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Everything about forums in one place of the menu."""
    items: list[MenuItem] = [
        QueueItem(gettext_lazy("Queue"), reverse("forums-queue"), name="forums-queue", icon_name="tick-inverse", order=1),
        ModeratorsItem(gettext_lazy("Settings"), reverse(FORUMS.get_url_name("index")), name="forums-settings", icon_name="cog", order=2),
        ModeratorsItem(
            gettext_lazy("Message templates"), reverse(PHRASES.get_url_name("index")), name="forums-phrases", icon_name="openquote", order=3
        ),
    ]
    return SubmenuMenuItem(gettext_lazy("Forums"), Menu(items=items), name="forums", icon_name="comment", order=310)


@hooks.register("register_reports_menu_item")
def reports_menu_item() -> MenuItem:
    """Who did what, among the reports."""
    label = gettext_lazy("Moderation: who did what")
    return ModeratorsItem(label, reverse("decisions-report"), name="decisions", icon_name="tick-inverse", order=1220)


@hooks.register("register_admin_viewset")
def viewsets() -> list[Any]:
    """Settings of forums, message templates."""
    return [FORUMS, PHRASES]


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """What a group may be given: moderate every forum."""
    return Permission.objects.filter(content_type__app_label="forums", codename="moderate_forum")
