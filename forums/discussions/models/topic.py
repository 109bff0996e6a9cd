"""One row is one topic."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.choices import State
from forums.guests.models import Guest


class TopicQuerySet(models.QuerySet["Topic"]):
    """Topics, picked."""

    def published(self) -> "TopicQuerySet":
        """Those that others read."""
        return self.filter(state=State.PUBLISHED)

    def in_order(self) -> "TopicQuerySet":
        """Pinned ones first, then those in which somebody wrote last."""
        return self.order_by("-is_pinned", "-last_post_at", "-pk")


class Topic(models.Model):
    """A question or a discussion. Its state is that of its first post.

    `last_place` is the place of the newest post, `posts_count` how many are read (the first included). `closes_at`: from then on nobody
    replies. `accepted` is the answer that the one who asked, or a moderator, chose. `merged_into`: where its posts stand since a moderator
    made one topic of two.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    forum = models.ForeignKey(Forum, models.CASCADE, related_name="topics")
    title = models.CharField(_("title"), max_length=150)
    author = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    guest = models.ForeignKey(Guest, models.SET_NULL, null=True, blank=True, related_name="+")
    is_question = models.BooleanField(_("question"), default=False)
    is_pinned = models.BooleanField(_("pinned"), default=False)
    state = models.CharField(max_length=12, choices=State, default=State.PUBLISHED)
    closed_at = models.DateTimeField(_("closed since"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    merged_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    accepted = models.ForeignKey("forums.Post", models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    last_post_at = models.DateTimeField()
    last_place = models.PositiveIntegerField(default=0)
    posts_count = models.PositiveIntegerField(default=0)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        indexes = [
            models.Index(fields=["forum", "-is_pinned", "-last_post_at", "-id"], condition=Q(state="published"), name="topics_of_a_forum"),
            models.Index(fields=["-last_post_at", "-id"], condition=Q(state="published"), name="topics_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_topic_has_a_known_state"),
            models.CheckConstraint(condition=Q(author=None) | Q(guest=None), name="a_topic_has_one_writer"),
            models.CheckConstraint(condition=~Q(title=""), name="a_topic_has_a_title"),
            models.CheckConstraint(condition=Q(accepted=None) | Q(is_question=True), name="only_questions_have_an_answer"),
        ]

    def __str__(self) -> str:
        return self.title

    def is_closed(self, now: datetime) -> bool:
        """Return whether nobody replies any more."""
        return self.closed_at is not None or (self.closes_at is not None and self.closes_at <= now)
