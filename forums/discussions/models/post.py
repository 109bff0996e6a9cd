"""One row is one post; others, its earlier texts, who found it useful, whom it names."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from forums.discussions.choices import Source, State
from forums.discussions.models.topic import Topic
from forums.guests.models import Guest


class PostQuerySet(models.QuerySet["Post"]):
    """Posts, picked."""

    def published(self) -> "PostQuerySet":
        """Those that others read."""
        return self.filter(state=State.PUBLISHED)

    def placed(self) -> "PostQuerySet":
        """Those that have a place in their topic, tombstones among them, in reply order."""
        return self.filter(place__isnull=False).order_by("place")


class Post(models.Model):
    """What one person wrote at once. `text` is Markdown, `html` what `content.markup` made of it, in the version named beside it;
    `files_html` shows what is attached.

    `place`: 1 for the first post of a topic; given when the post is first published, so that a page of a topic is a range of places.
    `parent`: the post that it answers. `token`: of the form that it was written in; the same form twice is one post. Neither author nor
    guest: a former member wrote it. `language` is empty where nobody knows it.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="posts")
    place = models.PositiveIntegerField(null=True, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="posts")
    guest = models.ForeignKey(Guest, models.SET_NULL, null=True, blank=True, related_name="posts")
    text = models.TextField(_("text"))
    html = models.TextField(blank=True)
    files_html = models.TextField(blank=True)
    html_version = models.PositiveSmallIntegerField(default=0)
    language = models.CharField(_("language"), max_length=8, blank=True)
    language_source = models.CharField(max_length=10, choices=Source, default=Source.PRIOR)
    state = models.CharField(_("state"), max_length=12, choices=State)
    written_at = models.DateTimeField(_("written"))
    published_at = models.DateTimeField(null=True, blank=True)
    edited_at = models.DateTimeField(null=True, blank=True)
    useful_count = models.PositiveIntegerField(default=0)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        indexes = [
            models.Index(fields=["author", "-written_at"], name="posts_of_a_member"),
            models.Index(fields=["guest", "-written_at"], name="posts_of_a_guest"),
            models.Index(fields=["state", "written_at"], condition=~Q(state="published"), name="posts_not_published"),
            models.Index(fields=["topic", "author"], condition=~Q(state="published"), name="own_posts_not_published"),
            models.Index(fields=["-published_at", "-id"], condition=Q(state="published"), name="posts_by_time"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["topic", "place"], condition=Q(place__isnull=False), name="one_post_stands_at_a_place"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_post_has_a_known_state"),
            models.CheckConstraint(condition=Q(author=None) | Q(guest=None), name="a_post_has_one_writer"),
            models.CheckConstraint(
                condition=~Q(state="published") | Q(place__isnull=False, published_at__isnull=False), name="a_published_post_has_a_place"
            ),
            models.CheckConstraint(condition=Q(place=None) | Q(place__gte=1), name="places_begin_with_one"),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}/{self.place or '–'}"


class Revision(models.Model):
    """A text that a post had before it was edited; `replaced_by` is who wrote over it (a moderator at times)."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions")
    text = models.TextField()
    replaced_at = models.DateTimeField()
    replaced_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.post_id} {self.replaced_at}"


class Useful(models.Model):
    """One person found one post useful."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="marks")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "user"], name="a_post_is_useful_once_to_a_person")]

    def __str__(self) -> str:
        return f"{self.post_id} {self.user_id}"


class Mention(models.Model):
    """A post names a member (@name)."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="mentions")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "user"], name="a_post_mentions_a_person_once")]

    def __str__(self) -> str:
        return f"{self.post_id} {self.user_id}"
