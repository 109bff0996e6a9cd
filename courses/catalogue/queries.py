"""What lies beside and below a page of the catalogue: rows, not pages, each list by one query however long."""

from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.db.models import CharField, Count, F, QuerySet, Value
from django.db.models.functions import Left, Length
from wagtail.models import Page

from content.audience.models import Access
from content.audience.rules import Reader, visible_to
from courses.catalogue.models import ModulePage, Unit


@dataclass(frozen=True)
class ModuleRow:
    """A module in its course. `code` is the language of its text where that is not the page's."""

    path: str
    title: str
    slug: str
    key: UUID
    hours: int | None
    code: str


@dataclass(frozen=True)
class UnitRow:
    """A unit in its module; weights in bytes, `is_about` where the editor stated a video's."""

    path: str
    title: str
    slug: str
    key: UUID
    minutes: int | None
    text_bytes: int
    video_bytes: int
    is_about: bool
    code: str
    label: str

    @property
    def model(self) -> type[Unit]:
        """Return the kind of unit."""
        return apps.get_model(self.label)


def modules_below(path: str, depth: int, reader: Reader) -> list[ModuleRow]:
    """Return the modules of the course at this place in the tree that this person may read."""
    rows = _below(ModulePage.objects, path, depth + 1, reader)
    return [ModuleRow(*row) for row in rows.values_list(*FIELDS, "hours", CODE)]


def units_below(path: str, depth: int, reader: Reader) -> list[UnitRow]:
    """Return the units of the module at this place in the tree, of every kind, by one query."""
    kinds = [
        _below(kind.objects, path, depth + 1, reader)
        .order_by()
        .values_list(
            *FIELDS, "minutes", "text_bytes", "video_bytes", "is_weight_about", CODE, Value(kind._meta.label, output_field=CharField())
        )
        for kind in unit_kinds()
    ]
    return [UnitRow(*row) for row in kinds[0].union(*kinds[1:], all=True).order_by("path")]


def units_in_each(course: Page, reader: Reader) -> dict[str, int]:
    """Return how many units each module of a course has, by the module's place in the tree."""
    below = Page.objects.live().filter(path__startswith=course.path, depth=course.depth + 2)
    counted = visible_to(reader, below).order_by().values(module=Left("path", Length("path") - Page.steplen)).annotate(units=Count("pk"))
    return dict(counted.values_list("module", "units"))


def closed_among(keys: list[UUID]) -> set[UUID]:
    """Return those of these translation keys that are set to be closed to strangers."""
    return set(Access.objects.closed().filter(translation_key__in=keys).values_list("translation_key", flat=True))


def unit_kinds() -> list[type[Unit]]:
    """Return every kind of unit that is installed, in a fixed order."""
    return sorted((model for model in apps.get_models() if issubclass(model, Unit)), key=lambda model: model._meta.label)


FIELDS = ("path", "title", "slug", "translation_key")
CODE = F("alias_of__locale__language_code")


def _below(pages: QuerySet, path: str, depth: int, reader: Reader) -> QuerySet:
    """Return the live pages right below a place in the tree that this person may read."""
    return visible_to(reader, pages.filter(live=True, path__startswith=path, depth=depth).order_by("path"))
