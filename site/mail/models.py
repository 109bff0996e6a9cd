"""One row is one mail to one address; another, one address that gets no mail of a kind."""

import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .addresses import host
from .choices import FINAL_STATES, Cause, State


def stuck_after() -> timedelta:
    """Return for how long a mail is left to the worker that took it: twice the time that a job may take."""
    return timedelta(seconds=2 * settings.Q_CLUSTER["timeout"])


def _is_stuck(now: datetime) -> Q:
    return Q(state=State.SENDING, claimed_at__lt=now - stuck_after())


class MessageQuerySet(models.QuerySet["Message"]):
    """Questions about mails."""

    def claimable(self, now: datetime) -> "MessageQuerySet":
        """Return the mails that a job may take: those that wait, and those that a worker took and died with."""
        return self.filter(Q(state=State.WAITING) | _is_stuck(now))

    def stuck(self, now: datetime) -> "MessageQuerySet":
        """Return the mails whose worker must be dead: no job may take twice its time."""
        return self.filter(_is_stuck(now))

    def due(self, now: datetime) -> "MessageQuerySet":
        """Return the mails that should have a job in the queue now."""
        return self.claimable(now).filter(next_attempt_at__lte=now)

    def ended(self) -> "MessageQuerySet":
        """Return the mails to which nothing more will happen by itself."""
        return self.filter(state__in=FINAL_STATES)

    def failed(self) -> "MessageQuerySet":
        """Return the mails that could not be sent."""
        return self.filter(state=State.FAILED)

    def about(self, *, person_id: int, email: str) -> "MessageQuerySet":
        """Return the mails to a person or to her address."""
        return self.filter(Q(person_id=person_id) | Q(to__iexact=email))


class Message(models.Model):
    """A mail from the moment it is written, in the transaction of what it tells.

    Sent by a job. Its texts are removed some days after it ended, since they may hold codes and links.
    Copies and several recipients are deliberately absent: nobody learns another's address.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    to = models.EmailField(_("to"), max_length=254)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    kind = models.CharField(_("kind"), max_length=50)
    language = models.CharField(_("language"), max_length=8)
    is_essential = models.BooleanField(_("essential"), default=False)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"))
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    written_at = models.DateTimeField(_("written"))
    next_attempt_at = models.DateTimeField(_("next try"), null=True, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    cleared_at = models.DateTimeField(_("texts removed"), null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-written_at", "-id"]
        indexes = [
            models.Index(fields=["state", "next_attempt_at"], name="mails_by_state"),
            models.Index(fields=["-written_at"], name="mails_by_time"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_mail_has_a_known_state"),
            models.CheckConstraint(condition=~Q(state=State.SENT) | Q(sent_at__isnull=False), name="a_sent_mail_says_when"),
            models.CheckConstraint(
                condition=~Q(state=State.SENDING) | Q(claimed_at__isnull=False), name="a_mail_being_sent_says_since_when"
            ),
            models.CheckConstraint(condition=~Q(state=State.FAILED) | ~Q(reason=""), name="a_failed_mail_says_why"),
            models.CheckConstraint(
                condition=~Q(state__in=[State.WAITING, State.SENDING]) | Q(next_attempt_at__isnull=False),
                name="an_open_mail_has_a_next_try",
            ),
            models.CheckConstraint(condition=~Q(subject__contains="\n") & ~Q(subject__contains="\r"), name="a_subject_is_one_line"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.state})"

    @property
    def message_id(self) -> str:
        """Return the Message-ID: the same at each try, so that a mail that came twice is known as one."""
        return f"<{self.uid}@{host()}>"


class Suppression(models.Model):
    """An address, hidden behind a hash, that gets no mail of a kind (of any kind, where the kind is empty).

    Outlives the account and the secret key: who asked once is not written to again. Essential mails go all the same.
    """

    address_hash = models.CharField(max_length=64)
    kind = models.CharField(_("kind"), max_length=50, blank=True)
    cause = models.CharField(_("cause"), max_length=10, choices=Cause)
    made_at = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("address without mail")
        verbose_name_plural = _("addresses without mail")
        constraints = [
            models.UniqueConstraint(fields=["address_hash", "kind"], name="one_suppression_for_an_address_and_kind"),
            models.CheckConstraint(condition=Q(cause__in=Cause.values), name="a_suppression_has_a_known_cause"),
        ]

    def __str__(self) -> str:
        return f"{self.kind or '*'} ({self.cause})"
