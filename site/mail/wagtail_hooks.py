"""Where mail meets the rest: sweeps, personal data, the report for staff."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import actions, queries, staff


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Mails due or stuck, texts to remove, rows to forget."""
    return [
        ("mails due", lambda now: actions.requeue_due(now=now)),
        ("mail texts", lambda now: actions.clear_texts(now=now)),
        ("old mails", lambda now: actions.forget_old(now=now)),
    ]


@hooks.register("personal_data")
def personal_data(user: Any) -> dict[str, Any]:
    """Every mail to this person, and the kinds that she stopped."""
    return {"mails": queries.held_about(user), "mails_stopped": sorted(queries.stopped_kinds(address=user.email))}


@hooks.register("erase_person")
def erase_person(user: Any, now: datetime) -> None:
    """Remove every mail to this person."""
    actions.erase(user=user)


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Routes of the report."""
    return [
        path("reports/mails/", staff.report, name="mails-report"),
        path("reports/mails/decide/", staff.decide, name="mails-decide"),
    ]


class MailsMenuItem(MenuItem):
    """Shown to those who may see mails."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person may see mails."""
        return request.user.has_perm("mail.view_message")


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    """Mails, among the reports."""
    return MailsMenuItem(_("Mails"), reverse("mails-report"), name="mails", icon_name="mail", order=1210)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """What a group may be given: see mails, send one again."""
    return Permission.objects.filter(content_type__app_label="mail", codename__in=["view_message", "change_message"])
