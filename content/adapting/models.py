"""One row is one adaptation of a practice, or of a part of it, somewhere."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from content.adapting.choices import FIRST_YEAR, LAST_YEAR, State
from content.taxonomy.models import Country


class AdaptationQuerySet(models.QuerySet["Adaptation"]):
    """Adaptations by how they stand."""

    def accepted(self) -> "AdaptationQuerySet":
        """Return those that everybody who reads the practice reads."""
        return self.filter(state=State.ACCEPTED)

    def waiting(self) -> "AdaptationQuerySet":
        """Return those that an editor has not looked at, the oldest first."""
        return self.filter(state=State.WAITING).order_by("sent_at", "pk")


class Adaptation(models.Model):
    """A member says: we adapted this practice (or one building block of it) in this country, since this year.

    It hangs on the practice's translation key. `parent`: what was adapted was itself an adaptation of the same practice. `became_key`:
    the adaptation has a record of its own in the library, from which the family goes on.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    practice_key = models.UUIDField()
    block_id = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")
    became_key = models.UUIDField(null=True, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, related_name="+", verbose_name=_("country"))
    place = models.CharField(_("place or institution"), max_length=200, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    kept = models.TextField(_("what was kept"), blank=True)
    changed = models.TextField(_("what was changed"), blank=True)
    dropped = models.TextField(_("what was dropped"), blank=True)
    result = models.TextField(_("result"), blank=True)
    contact = models.CharField(_("contact"), max_length=250, blank=True)
    language = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="adaptations")
    sent_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = AdaptationQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["practice_key", "state"], name="adaptations_of_a_practice"),
            models.Index(fields=["became_key"], name="adaptations_that_became"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="an_adaptation_stands_somehow"),
            models.CheckConstraint(condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="an_adaptation_has_a_likely_year"),
            models.CheckConstraint(
                condition=Q(state=State.WAITING, decided_at=None) | (~Q(state=State.WAITING) & Q(decided_at__isnull=False)),
                name="an_adaptation_is_decided_once_it_does_not_wait",
            ),
            models.CheckConstraint(condition=Q(became_key=None) | ~Q(became_key=F("practice_key")), name="nothing_adapts_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.practice_key}: {self.country_id} {self.year}"

    @property
    def is_accepted(self) -> bool:
        """Whether others read it."""
        return self.state == State.ACCEPTED
