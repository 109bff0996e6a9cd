"""Who reads a page of a course as one who takes part, and where she stands: asked once for a request."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from content.audience.rules import is_member
from courses.catalogue.models import CoursePage, ModulePage, Unit
from courses.completion.models import UnitProgress
from courses.completion.queries import course_key_of, course_outline, memory_of
from courses.completion.standing import ModuleStanding, Standing, UnitStanding, stand
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import current_enrolment
from courses.syllabus.moments import zone_named
from courses.syllabus.outlining import CourseOutline


@dataclass(frozen=True)
class Tracked:
    """One who takes part, on a page of her course. `tz`: her zone, else that of the edition."""

    enrolment: Enrolment
    course: CourseOutline
    progress: Mapping[UUID, Any]
    dates: Mapping[UUID, Any]
    standing: Standing
    now: datetime
    tz: tzinfo

    @property
    def clock(self) -> tuple[tzinfo, datetime]:
        """Return what moments are told by."""
        return self.tz, self.now

    def here(self, page: Page) -> UnitStanding | ModuleStanding | None:
        """Return how this page stands for her."""
        return self.standing.units.get(page.translation_key) or self.standing.modules.get(page.translation_key)

    def why_closed(self, page: Page) -> list[str]:
        """Return the sentences that say why this page is not open for her; what she has done stays open."""
        here = self.here(page)
        if here is None or here.state == "done":
            return []
        return [reason.sentence(self.enrolment.edition.tz, self.now) for reason in here.reasons]

    def after(self, row: UnitProgress) -> "Tracked":
        """Return the same after a deed."""
        progress = {**self.progress, row.unit_key: row}
        return replace(self, progress=progress, standing=stand(self.course, self.enrolment, progress, self.dates, self.now))


def tracked(request: HttpRequest, page: Page) -> Tracked | None:
    """Return how one who takes part stands on this page; None for others, for other pages, and in a preview."""
    if getattr(request, "is_preview", False) or not is_member(getattr(request, "user", None)):
        return None
    if not page.pk or not isinstance(page, CoursePage | ModulePage | Unit):
        return None
    kept: dict[int, Tracked | None] = request.__dict__.setdefault("_tracked", {})
    if page.pk not in kept:
        kept[page.pk] = _tracked(request, page)
    return kept[page.pk]


def note_tracked(request: HttpRequest, page: Page, found: Tracked) -> None:
    """Take note of how she stands after a deed in this request."""
    request.__dict__.setdefault("_tracked", {})[page.pk] = found


def _tracked(request: HttpRequest, page: Page) -> Tracked | None:
    """Ask for it: her enrolments (kept on her), her progress with the dates of her edition, the outline where it is new."""
    key = course_key_of(page, request)
    enrolment = current_enrolment(request.user, key) if key else None
    if enrolment is None or key is None:
        return None
    now = timezone.now()
    course = course_outline(key, request)
    progress, dates = memory_of(enrolment)
    tz = own_zone(getattr(request.user, "time_zone", ""), enrolment.edition.tz)
    return Tracked(enrolment, course, progress, dates, stand(course, enrolment, progress, dates, now), now, tz)


def own_zone(name: str, fallback: tzinfo) -> tzinfo:
    """Return the zone that somebody has chosen; who chose none (UTC) reads the clock of the edition."""
    return fallback if name in ("", "UTC") else zone_named(name, fallback)
