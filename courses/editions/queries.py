"""Questions about editions, and about the course that they hold."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from accounts.models import User
from content.audience.models import below
from content.pages.addresses import address, content_code
from courses.catalogue.models import CoursePage, DiscussionPage, ModulePage
from courses.editions.models import Edition, EditionQuerySet, ModuleDates

HELD_FIRST = "pt"


@dataclass(frozen=True)
class Named:
    """A page as readers know it: title, address, and the language of the title where it is not the reader's."""

    key: UUID
    title: str
    url: str
    code: str


def editions_of(course_key: UUID) -> EditionQuerySet:
    """Return the editions of a course, the latest first."""
    return Edition.objects.of_course(course_key)


def edition_or_none(uid: UUID | str) -> Edition | None:
    """Return the edition that the outside knows by this id; None for anything else."""
    try:
        return Edition.objects.filter(uid=UUID(str(uid))).first()
    except ValueError:
        return None


def dates_of(edition: Edition) -> dict[UUID, ModuleDates]:
    """Return when each module opens and is due in this edition, by the module's key. One query."""
    return {row.module_key: row for row in edition.module_dates.all()}


def days_of(edition: Edition) -> list[date]:
    """Return every day that an edition holds: its own, those of its modules, those of its events in its zone. Two queries."""
    own = [edition.starts_on, edition.ends_on, edition.enrol_until]
    modules = [day for row in edition.module_dates.all() for day in (row.opens_on, row.due_on)]
    events = [event.starts_at.astimezone(edition.tz).date() for event in edition.events.all()]
    return [day for day in (*own, *modules, *events) if day]


def courses_named(keys: Collection[UUID] | None, language: str, request: HttpRequest | None = None) -> dict[UUID, Named]:
    """Return the courses with these keys (None: all), as readers of this language know them. One query."""
    pages = CoursePage.objects.live() if keys is None else CoursePage.objects.live().filter(translation_key__in=keys)
    return _named(pages, language, request)


def course_named(key: UUID, language: str, request: HttpRequest | None = None) -> Named:
    """Return a course as readers of this language know it; without title where it is not published any more."""
    return courses_named([key], language, request).get(key, Named(key, "", "", ""))


def modules_of(course_key: UUID, language: str, request: HttpRequest | None = None) -> list[Named]:
    """Return the modules of a course in their order, as readers of this language know them. Two queries."""
    return list(_named(ModulePage.objects.live().filter(below(_paths(course_key))), language, request).values())


def discussed_keys(course_key: UUID) -> set[UUID]:
    """Return the keys of the modules and discussions of a course: the pages that have a forum for each edition."""
    inside = below(_paths(course_key))
    kinds = (ModulePage.objects.live().filter(inside), DiscussionPage.objects.live().filter(inside))
    return {key for pages in kinds for key in pages.values_list("translation_key", flat=True)}


def announced_around(page: Page) -> EditionQuerySet:
    """Return the announced editions of the course that this page belongs to."""
    above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    keys = CoursePage.objects.filter(path__in=above).values("translation_key")
    return Edition.objects.announced().filter(course_key__in=keys)


def candidates_for(edition: Edition) -> QuerySet[User]:
    """Return whom one may let run an edition: the facilitators of the house, and those who run it now."""
    people = User.objects.present()
    chosen = people.filter(Q(groups__name="facilitator") | Q(pk__in=edition.facilitator_rows.values("person")))
    return people.filter(pk__in=chosen.values("pk")).order_by("name", "email")


def _paths(course_key: UUID) -> list[str]:
    return list(CoursePage.objects.filter(translation_key=course_key).values_list("path", flat=True))


def _named(pages: Any, language: str, request: HttpRequest | None) -> dict[UUID, Named]:
    """Return pages by key: the reader's language first, then Portuguese, then any; in the order of the tree."""
    own = content_code(language)
    found: dict[UUID, Named] = {}
    rows = list(pages.select_related("locale", "alias_of__locale").order_by("path"))
    rows.sort(key=lambda page: [own, HELD_FIRST, page.locale.language_code].index(page.locale.language_code))
    for page in rows:
        code = page.alias_of.locale.language_code if page.alias_of_id else page.locale.language_code
        held = Named(page.translation_key, page.title, address(page.url_path, request), "" if code == own else code)
        found.setdefault(page.translation_key, held)
    return found
