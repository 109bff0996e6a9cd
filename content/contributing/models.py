"""What contributors write before, and while, it is a page: their answers part by part, who writes with them, their files."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from content.media.models import Paper, Picture


class Contribution(models.Model):
    """One practice that somebody writes in one language; `key` is the translation key of its page once it was sent.

    `title` is kept for lists. `sent` holds the texts of the page as they were written last, `sent_revision` the revision that holds them:
    what differs since is an editor's. `leftovers` are words of a filled form that found no place: {text, key, is_done}.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=10)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="contributions")
    title = models.CharField(_("title"), max_length=500, blank=True)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    sent = models.JSONField(default=dict, blank=True)
    sent_revision = models.PositiveBigIntegerField(null=True, blank=True)
    leftovers = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-changed_at", "-pk"]

    def __str__(self) -> str:
        return self.title or str(_("A practice without a title"))


class PartAnswers(models.Model):
    """What stands in one part of the form. Rows apart, so that two who write different parts never meet."""

    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="parts")
    name = models.CharField(max_length=20)
    answers = models.JSONField(default=dict)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contribution", "name"], name="a_part_of_a_contribution_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.name}"


class CoAuthorQuerySet(models.QuerySet["CoAuthor"]):
    """Those who were asked to write along."""

    def joined(self) -> Self:
        """Return those who accepted."""
        return self.filter(joined_at__isnull=False, person__isnull=False)


class CoAuthor(models.Model):
    """An address that was asked to write along, and the person who accepted."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="co_authors")
    email = models.EmailField(_("e-mail address"), max_length=254)
    language = models.CharField(max_length=10)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    invited_at = models.DateTimeField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="co_authored")
    joined_at = models.DateTimeField(null=True, blank=True)

    objects = CoAuthorQuerySet.as_manager()

    class Meta:
        ordering = ["invited_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["contribution", "email"], name="an_address_is_asked_to_write_along_once"),
            models.UniqueConstraint(fields=["contribution", "person"], name="a_person_writes_along_once"),
            models.CheckConstraint(
                condition=Q(person=None, joined_at=None) | Q(person__isnull=False, joined_at__isnull=False),
                name="who_writes_along_has_accepted",
            ),
        ]

    def __str__(self) -> str:
        return self.email


class Upload(models.Model):
    """A file or picture of a contribution. Each is a row by itself: two who upload at once do not meet."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contribution = models.ForeignKey(Contribution, models.CASCADE, related_name="uploads")
    title = models.CharField(_("title"), max_length=250)
    paper = models.ForeignKey(Paper, models.CASCADE, null=True, blank=True, related_name="+")
    picture = models.ForeignKey(Picture, models.CASCADE, null=True, blank=True, related_name="+")
    has_consent = models.BooleanField(default=False)
    token = models.UUIDField(default=uuid.uuid4)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paper=None, picture__isnull=False) | Q(paper__isnull=False, picture=None),
                name="an_upload_is_a_file_or_a_picture",
            ),
            models.CheckConstraint(condition=Q(picture=None) | Q(has_consent=True), name="a_contributed_picture_has_consent"),
            models.UniqueConstraint(fields=["contribution", "token"], name="an_upload_sent_twice_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.title
