"""Where the jobs meet the rest: schedules at setup, their own sweeps, the report for staff."""

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

from . import actions, views
from .setup import set_schedules


@hooks.register("setup_steps")
def setup_steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Schedules of the site."""
    return [(40, "Schedules", set_schedules)]


@hooks.register("sweeps")
def sweeps() -> list[tuple[str, Callable[[datetime], Any]]]:
    """Jobs whose pause is over, and jobs that got lost."""
    return [
        ("jobs due", lambda now: actions.requeue_due(now=now)),
        ("jobs lost", lambda now: actions.fail_lost(now=now)),
    ]


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Routes of the report."""
    return [
        path("reports/jobs/", views.report, name="jobs-report"),
        path("reports/jobs/decide/", views.decide, name="jobs-decide"),
    ]


class JobsMenuItem(MenuItem):
    """Shown to those who may see jobs."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Say whether this person may see jobs."""
        return request.user.has_perm("jobs.view_job")


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    """Jobs, among the reports."""
    return JobsMenuItem(_("Jobs"), reverse("jobs-report"), name="jobs", icon_name="history", order=1200)


@hooks.register("register_permissions")
def permissions() -> QuerySet[Permission]:
    """What a group may be given: see jobs, try them again."""
    return Permission.objects.filter(content_type__app_label="jobs", codename__in=["view_job", "change_job"])
