"""May this person read this page? The one answer for pages, lists, search, feeds, API, sitemap, documents and pictures."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from wagtail.models import Page

from content.audience.models import below, closed_paths

FIRST_PAGE_DEPTH = 2
Reader = AbstractBaseUser | AnonymousUser | None


def is_member(user: Reader) -> bool:
    """Return whether this is somebody with an account that is in use."""
    return user is not None and user.is_authenticated and user.is_active


def can_read(user: Reader, page: Page) -> bool:
    """Return whether this person may read this page. Asks nothing of the database for members."""
    return is_member(user) or not page.path.startswith(tuple(_closed_to(user)))


def can_set_level(user: Reader, page: Page) -> bool:
    """Return whether this person may say who reads this page: those who publish it. The first page of a language is always open."""
    return page.depth > FIRST_PAGE_DEPTH and page.permissions_for_user(user).can_publish()


def visible_to(user: Reader, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Return those of these pages that this person may read: the twin of `can_read`."""
    if is_member(user):
        return pages
    paths = _closed_to(user)
    return pages.exclude(below(paths)) if paths else pages


def _closed_to(stranger: Reader) -> list[str]:
    """Return the closed paths, asked once for each stranger: Django makes a new one for each request."""
    if stranger is None:
        return closed_paths()
    if "_closed_paths" not in stranger.__dict__:
        stranger.__dict__["_closed_paths"] = closed_paths()
    return stranger.__dict__["_closed_paths"]
