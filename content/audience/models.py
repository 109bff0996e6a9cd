"""Who may read a page, held once for all its languages."""

from django.db import models
from django.db.models import Q
from wagtail.models import Page

from content.audience.choices import Level


class AccessQuerySet(models.QuerySet["Access"]):
    """Rows that say who may read."""

    def closed(self) -> "AccessQuerySet":
        """Return the rows that keep strangers out."""
        return self.exclude(level=Level.OPEN)


class Access(models.Model):
    """One row: the page with this translation key, and all below it, in every language, is for this level. No row means open."""

    translation_key = models.UUIDField(unique=True)
    level = models.CharField(max_length=12, choices=Level.choices, default=Level.OPEN)

    objects = AccessQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(level__in=Level.values), name="access_level_is_known")]

    def __str__(self) -> str:
        return f"{self.translation_key}: {self.level}"


def below(paths: list[str]) -> Q:
    """Return the condition that a page is at or below one of these tree paths."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(path__startswith=path)
    return condition


def closed_paths() -> list[str]:
    """Return the tree paths at and below which pages are closed to strangers. Two short queries, one where nothing is closed.

    The strictest answer wins in every language: where the trees of two languages differ (a page was moved in one of them), a page is
    closed as soon as one of its renderings, or the page that it is an alias of, is closed.
    """
    keys = Access.objects.closed().values("translation_key")
    paths = list(Page.objects.filter(translation_key__in=keys).values_list("path", flat=True))
    found = paths
    while found:
        closed = Page.objects.filter(below(paths))
        astray = Q(translation_key__in=closed.values("translation_key")) | Q(alias_of__in=closed.values("pk"))
        found = list(Page.objects.filter(astray).exclude(below(paths)).values_list("path", flat=True))
        paths = paths + found
    return paths
