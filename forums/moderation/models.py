"""One row is a reader's alarm, a moderator's decision, a suspension, or a sentence that moderators use again."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from forums.discussions.models import Post, Topic
from forums.guests.models import Guest
from forums.moderation.choices import Reason, Verb


class Report(models.Model):
    """A reader's alarm about a post. `reporter`: none where a stranger or a rule of the house raised it. Open until `settled_at`."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    post = models.ForeignKey(Post, models.CASCADE, related_name="reports")
    reporter = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    words = models.CharField(_("in your own words"), max_length=1000, blank=True)
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        indexes = [models.Index(fields=["post"], condition=Q(settled_at=None), name="open_reports")]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "reporter"], condition=Q(settled_at=None, reporter__isnull=False), name="one_open_report_of_a_person"
            ),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="a_report_has_a_known_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.reason}"


class Decision(models.Model):
    """What a moderator did, to what, and why. `words` is what the writer is told. `before` is what undoing needs: plain values.

    `undone_at`: when it was taken back, within ten minutes. `told_at`: when the people concerned were told, once those minutes are over.
    `user`, `guest`: whose text it is, or who was suspended. Never deleted: with the person gone, the row stays without her.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    moderator = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    verb = models.CharField(_("decision"), max_length=10, choices=Verb)
    post = models.ForeignKey(Post, models.SET_NULL, null=True, blank=True, related_name="decisions")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="decisions")
    user = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    guest = models.ForeignKey(Guest, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, blank=True)
    words = models.TextField(_("words to the writer"), blank=True)
    before = models.JSONField(default=dict)
    decided_at = models.DateTimeField(_("decided"))
    undone_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-decided_at", "-pk"]
        indexes = [
            models.Index(fields=["-decided_at", "-id"], name="decisions_by_time"),
            models.Index(fields=["decided_at"], condition=Q(told_at=None), name="decisions_to_tell"),
        ]
        constraints = [models.CheckConstraint(condition=Q(verb__in=Verb.values), name="a_decision_has_a_known_verb")]

    def __str__(self) -> str:
        return f"{self.verb} {self.decided_at}"


class SuspensionQuerySet(models.QuerySet["Suspension"]):
    """Suspensions, picked."""

    def in_force(self, now: datetime) -> "SuspensionQuerySet":
        """Those that keep somebody from writing at this moment."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=now), begins_at__lte=now, released_at=None)


class Suspension(models.Model):
    """A member, or a guest's address, may not write until `ends_at` (null: until released). Never a network: whole ministries share one."""

    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="suspensions")
    guest = models.ForeignKey(Guest, models.CASCADE, null=True, blank=True, related_name="suspensions")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    words = models.TextField(blank=True)
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField(pgettext_lazy("a day", "until"), null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)

    objects = SuspensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suspension")
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None, guest__isnull=False) | Q(user__isnull=False, guest=None), name="a_suspension_is_somebodys"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id or self.guest_id} {self.ends_at or '…'}"


class Phrase(models.Model):
    """A sentence to writers that moderators use again, in the languages that it has: {code: text}."""

    verb = models.CharField(_("for"), max_length=10, choices=Verb, blank=True)
    title = models.CharField(_("title"), max_length=80)
    texts = models.JSONField(_("texts"), default=dict)
    rank = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("message template")
        verbose_name_plural = _("message templates")
        ordering = ["rank", "pk"]

    def __str__(self) -> str:
        return self.title
