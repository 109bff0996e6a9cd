"""The schedule of the weekly round, and the list of broken links in the editors' desk."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django_q.models import Schedule
from wagtail import hooks

from content.links import views

WEEKLY = {
    "func": "jobs.backend.run_scheduled",
    "args": "'content.links.tasks.weekly',",
    "kwargs": "{'q_options': {'task_name': 'content.links.tasks.weekly'}}",
    "intended_date_kwarg": "at",
    "schedule_type": Schedule.WEEKLY,
    "repeats": -1,
}


@hooks.register("setup_steps")
def setup_steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Return the step that makes the schedule."""
    return [(45, str(_("Weekly look at links")), set_schedule)]


def set_schedule(now: datetime) -> str | None:
    """Make or mend the weekly schedule. Returns what changed, or None."""
    row = Schedule.objects.filter(name="links").order_by("id").first()
    if row and all(getattr(row, name) == value for name, value in WEEKLY.items()):
        return None
    Schedule.objects.update_or_create(name="links", defaults=WEEKLY, create_defaults={**WEEKLY, "next_run": now})
    return "links every week"


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    """Add the list to the admin."""
    return [
        path("desk/links/", views.broken, name="desk-links"),
        path("desk/links/<int:pk>/", views.link_recheck, name="desk-link-recheck"),
    ]
