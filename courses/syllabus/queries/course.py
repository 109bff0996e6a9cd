"""Which course a page or a unit belongs to."""

from uuid import UUID

from django.http import HttpRequest
from wagtail.models import Page

from content.generation.queries import remembered
from courses.catalogue.models import CoursePage, ModulePage, Unit


def course_key_of(page: Page, request: HttpRequest | None = None) -> UUID | None:
    """Return the translation key of the course that this page of the catalogue belongs to; with a request asked once a generation."""
    if isinstance(page, CoursePage):
        return page.translation_key
    if not isinstance(page, ModulePage | Unit) or page.depth is None:
        return None
    path = page.path[: -Page.steplen * (1 if isinstance(page, ModulePage) else 2)]
    return remembered(request, f"course-key:{path}", lambda: _key_at(path)) if request else _key_at(path)


def course_of_unit(unit_key: UUID) -> UUID | None:
    """Return the translation key of the course in which a unit, or a module, with this translation key is or was published."""
    for path, depth in Page.objects.filter(translation_key=unit_key).order_by("-live", "pk").values_list("path", "depth"):
        above = [path[: -Page.steplen * steps] for steps in (1, 2) if depth - steps > 1]
        found = CoursePage.objects.filter(path__in=above).values_list("translation_key", flat=True).first()
        if found:
            return found
    return None


def _key_at(path: str) -> UUID | None:
    """Return the translation key of the course at this place in the tree."""
    return CoursePage.objects.filter(path=path).values_list("translation_key", flat=True).first()
