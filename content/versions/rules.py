"""May this person read this version? As she may read, or might have read, its practice."""

from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail.models import Page

from content.audience.models import Access, below, closed_paths
from content.audience.rules import Reader, is_member
from content.practices.models import LibraryPage
from content.versions.models import Version


def can_see_version(user: Reader, version: Version) -> bool:
    """Return whether this person may read this version: a practice for members keeps its versions for members, also when it is gone."""
    return is_member(user) or version.translation_key not in _closed({version.translation_key})


def versions_seen_by(user: Reader, versions: QuerySet[Version]) -> QuerySet[Version]:
    """Return those of these versions that this person may read: the twin of `can_see_version`."""
    if is_member(user):
        return versions
    return versions.exclude(translation_key__in=_closed(set(versions.values_list("translation_key", flat=True))))


def _closed(keys: set[UUID]) -> set[UUID]:
    """Return those of these practices that strangers may not read; of one that is gone its own row of access and the library tell."""
    shut = set(Access.objects.closed().filter(translation_key__in=keys).values_list("translation_key", flat=True))
    paths = closed_paths()
    if not paths:
        return shut
    pages = Page.objects.filter(translation_key__in=keys)
    shut |= set(pages.filter(below(paths)).values_list("translation_key", flat=True))
    if LibraryPage.objects.filter(Q(below(paths))).exists():
        shut |= keys - set(pages.values_list("translation_key", flat=True))
    return shut
