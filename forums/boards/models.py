"""One row is one forum."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class ForumQuerySet(models.QuerySet["Forum"]):
    """Forums, picked."""

    def general(self) -> "ForumQuerySet":
        """Those that hang on no page, in the editors' order."""
        return self.filter(key=None).order_by("rank", "pk")

    def of_page(self, key: uuid.UUID, audience: str = "") -> "ForumQuerySet":
        """The forum of a page for an audience: one or none."""
        return self.filter(key=key, audience=audience)


class Forum(models.Model):
    """A place of discussion: of a page in all its languages (`key` is the page's translation key), or general (a slug and titles).

    `audience`: empty for all who may read the page, else an id that `content.audience.groups` knows.
    `titles` and `leads` of a general forum: {language code: text}, the default language always among them.
    `watched_words`: one a line; a post that has one waits for a moderator.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.UUIDField(null=True, blank=True)
    audience = models.CharField(max_length=80, blank=True)
    slug = models.SlugField(_("address"), max_length=60, blank=True)
    titles = models.JSONField(default=dict, blank=True)
    leads = models.JSONField(default=dict, blank=True)
    rank = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    checks_first_posts = models.BooleanField(_("first posts of new people wait for a moderator"), default=True)
    watched_words = models.TextField(_("words to look at"), blank=True)
    is_closed = models.BooleanField(_("closed: read, not written"), default=False)
    topics_count = models.PositiveIntegerField(default=0, editable=False)
    posts_count = models.PositiveIntegerField(default=0, editable=False)
    last_post_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ForumQuerySet.as_manager()

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("forums")
        permissions = [("moderate_forum", "Can moderate forums")]
        constraints = [
            models.UniqueConstraint(fields=["key", "audience"], condition=Q(key__isnull=False), name="a_page_has_one_forum_an_audience"),
            models.UniqueConstraint(fields=["slug"], condition=~Q(slug=""), name="general_forums_have_addresses_of_their_own"),
            models.CheckConstraint(
                condition=Q(key__isnull=False, slug="") | (Q(key=None) & ~Q(slug="")), name="a_forum_hangs_on_a_page_or_has_an_address"
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.uid)

    @property
    def title(self) -> str:
        """Return the title of a general forum in the reader's language, or in one that it has; empty for a page's."""
        return _in_language(self.titles)

    @property
    def lead(self) -> str:
        """Return what a general forum is for, in the reader's language or one that it has."""
        return _in_language(self.leads)

    @property
    def is_general(self) -> bool:
        """Whether it hangs on no page."""
        return self.key is None

    @property
    def words(self) -> list[str]:
        """Return the watched words."""
        return [word.strip() for word in self.watched_words.splitlines() if word.strip()]


def _in_language(texts: dict[str, str]) -> str:
    """Return the text in the active language, the language it is a variant of, Portuguese, or whatever there is."""
    active = get_language() or ""
    for code in (active, active.partition("-")[0], "pt", *texts):
        if texts.get(code):
            return texts[code]
    return ""
