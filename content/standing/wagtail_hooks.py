"""This room's steps of `manage.py setup`."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _
from wagtail import hooks

from content.pages.addresses import address, content_code
from content.pages.models import ArticlePage
from content.standing import permissions, trees


@hooks.register("setup_steps")
def steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """Return the steps: trees, permissions and workflow, standing texts."""
    return [
        (10, _("Site, languages and first pages"), plant_trees),
        (20, _("Permissions of the groups, workflow"), grant_permissions),
        (30, _("Standing texts"), write_texts),
    ]


@hooks.register("notice_url")
def notice_url(kind: str, language: str) -> str | None:
    """Return where the terms or the privacy notice are read in this language, or None while nobody has written them."""
    pages = ArticlePage.objects.live().filter(notice=kind, locale__language_code=content_code(language))
    url_path = pages.order_by("path").values_list("url_path", flat=True).first()
    return address(url_path, language=language) if url_path else None


def plant_trees(now: datetime) -> str | None:
    """Make the trees where they are missing."""
    made = trees.plant()
    return f"{made} pages made" if made else None


def grant_permissions(now: datetime) -> str | None:
    """Give the groups their permissions, and make the workflow, where that was never done."""
    granted, paved = permissions.grant(), permissions.pave()
    return f"{granted} groups, workflow {'made' if paved else 'kept'}" if granted or paved else None


def write_texts(now: datetime) -> str | None:
    """Write the standing texts that are missing."""
    made = trees.write_notices()
    return f"{made} texts written" if made else None
