"""One holding of a course, who runs it, what happens in it, and what staff changed."""

import uuid
import zoneinfo
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from courses.editions.choices import Policy, Stage
from courses.editions.days import BEGINNING, END, all_held, known_day

AUDIENCE = "edition"
LATEST_FIRST = (F("starts_on").desc(nulls_last=True), "-pk")


def known_zone(name: str) -> None:
    """Raise ValidationError for a time zone that nobody knows."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no time zone with this name."))


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions, picked."""

    def announced(self) -> "EditionQuerySet":
        """Those that people find: neither being prepared nor closed."""
        return self.filter(stage=Stage.OPEN)

    def latest_first(self) -> "EditionQuerySet":
        """The latest first, those without a first day last, on every database."""
        return self.order_by(*LATEST_FIRST)

    def of_course(self, key: uuid.UUID) -> "EditionQuerySet":
        """Those of the course with this translation key, the latest first; self-paced ones last."""
        return self.filter(course_key=key).latest_first()


class Edition(models.Model):
    """One holding of the course with this translation key. Days begin and end in its own time zone.

    `languages`: codes of the languages it is facilitated in. `places`: None is no limit. A self-paced one has no end and may have no start.
    `report`: the figures as they were when it was closed, frozen.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course_key = models.UUIDField(db_index=True)
    name = models.CharField(_("name"), max_length=120, help_text=_("What tells it from other editions: 2027, first half."))
    languages = models.JSONField(_("languages"), default=list)
    zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[known_zone])
    is_self_paced = models.BooleanField(_("self-paced, without end"), default=False)
    starts_on = models.DateField(_("first day"), null=True, blank=True, validators=[known_day])
    ends_on = models.DateField(_("last day"), null=True, blank=True, validators=[known_day])
    enrol_until = models.DateField(_("enrolment until"), null=True, blank=True, validators=[known_day])
    places = models.PositiveIntegerField(_("places"), null=True, blank=True)
    policy = models.CharField(_("enrolment"), max_length=12, choices=Policy.choices, default=Policy.OPEN)
    code = models.CharField(_("code"), max_length=40, blank=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.DRAFT, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    report = models.JSONField(null=True, blank=True, editable=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    facilitators = models.ManyToManyField(User, through="Facilitator", related_name="+")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        permissions = [("manage_editions", "Can prepare and run all editions")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_self_paced=True, ends_on=None)
                | Q(is_self_paced=False, starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="an_edition_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.CLOSED, closed_at__isnull=False) | (~Q(stage=Stage.CLOSED) & Q(closed_at=None)),
                name="closed_editions_know_since_when",
            ),
            models.CheckConstraint(condition=~Q(policy=Policy.CODE) | ~Q(code=""), name="enrolment_by_code_has_a_code"),
            models.CheckConstraint(condition=Q(places=None) | Q(places__gte=1), name="an_edition_has_a_place"),
            models.CheckConstraint(condition=Q(policy__in=Policy.values), name="an_edition_policy_is_known"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="an_edition_stage_is_known"),
            models.CheckConstraint(condition=all_held("starts_on", "ends_on", "enrol_until"), name="an_edition_has_days_of_our_calendar"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def audience(self) -> str:
        """Return the id under which its closed round is known to `content.audience.groups`."""
        return f"{AUDIENCE}:{self.uid}"

    @property
    def tz(self) -> zoneinfo.ZoneInfo:
        """Return its time zone."""
        return zoneinfo.ZoneInfo(self.zone)

    @property
    def is_closed(self) -> bool:
        """Whether its figures are frozen."""
        return self.stage == Stage.CLOSED

    @property
    def starts_at(self) -> datetime | None:
        """Return the first moment of its first day."""
        return self.day_begins(self.starts_on)

    @property
    def ends_at(self) -> datetime | None:
        """Return the moment after its last day."""
        return self.day_ends(self.ends_on)

    def day_begins(self, day: date | None) -> datetime | None:
        """Return the first moment of a day in its zone."""
        return None if day is None else datetime.combine(day, time.min, tzinfo=self.tz)

    def day_ends(self, day: date | None) -> datetime | None:
        """Return the moment after a day in its zone."""
        return None if day is None else datetime.combine(day + timedelta(days=1), time.min, tzinfo=self.tz)


class Facilitator(models.Model):
    """This person runs this edition."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="facilitator_rows")
    person = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "person"], name="a_person_runs_an_edition_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.person_id}"


class ModuleDates(models.Model):
    """When the module with this translation key opens, and until when it is due, in this edition; either may be empty."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="module_dates")
    module_key = models.UUIDField()
    opens_on = models.DateField(_("opens"), null=True, blank=True, validators=[known_day])
    due_on = models.DateField(_("due"), null=True, blank=True, validators=[known_day])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "module_key"], name="a_module_has_one_row_of_dates_an_edition"),
            models.CheckConstraint(
                condition=Q(opens_on=None) | Q(due_on=None) | Q(due_on__gte=F("opens_on")), name="a_module_is_due_after_it_opens"
            ),
            models.CheckConstraint(condition=all_held("opens_on", "due_on"), name="a_module_has_days_of_our_calendar"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.module_key}"


class Event(models.Model):
    """Something to attend: a webinar with its link, a meeting."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="events")
    title = models.CharField(_("title"), max_length=150)
    starts_at = models.DateTimeField(_("begins"), validators=[known_day])
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=60)
    link = models.URLField(_("address"), max_length=500, blank=True)
    text = models.TextField(_("what to know"), max_length=2000, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(minutes__gte=1), name="an_event_lasts"),
            models.CheckConstraint(condition=Q(starts_at__gte=BEGINNING, starts_at__lt=END), name="an_event_is_of_our_calendar"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ends_at(self) -> datetime:
        """Return when it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


class StaffAct(models.Model):
    """One change by staff, kept for good. `verb`: room.verb, as `enrolment.approve`; `about`: whom it concerns; `data`: plain values."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="staff_acts")
    by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    about = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    verb = models.CharField(max_length=60)
    reason = models.TextField(blank=True)
    data = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["edition", "-at"], name="staff_acts_of_an_edition")]

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%Y-%m-%d %H:%M}"


def language_codes() -> list[str]:
    """Return the codes that an edition may be held in."""
    return [code for code, _name in settings.LANGUAGES]
