"""How each text stands to its original: worked out when pages are published, so that the board can sift and count."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from content.translations.choices import State


class WordingQuerySet(models.QuerySet["Wording"]):
    """Wordings, picked."""

    def stale(self) -> "WordingQuerySet":
        """Those whose original has changed."""
        return self.filter(state=State.STALE)


class Wording(models.Model):
    """One page (translation key) in one language other than its original's. Follows from the pages: `look_again` writes it anew.

    `since`: when it came to this state; `by`: who brought it there.
    `changed`: how many passages are not translated as they read now, 0 where that is not known.
    """

    translation_key = models.UUIDField()
    language = models.CharField(max_length=8)
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    original = models.ForeignKey(Page, models.CASCADE, related_name="+")
    state = models.PositiveSmallIntegerField(choices=State.choices)
    since = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    rendering = models.CharField(max_length=12, blank=True)
    changed = models.PositiveIntegerField(default=0)
    is_managed = models.BooleanField(default=False)

    objects = WordingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "language", "since"], name="wordings_to_mend")]
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "language"], name="a_page_has_one_wording_a_language"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_state_of_a_wording_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.language}"
