"""One row is one address from which somebody without an account writes."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.models import User


class Guest(models.Model):
    """Somebody who writes with a name and an address that a mailed link proves.

    `accepted_at`, `of_age_at`: when she ticked the terms, and to be 16 or older. `confirmed_at`: when she first pressed the button behind
    a link. `claimed_by`: the account that later took over what she wrote. `erased_at`: when name and address were blanked. `turn`: of her
    long-lived link; one more, and the links mailed before open nothing.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("e-mail address"), max_length=254, null=True, unique=True)
    name = models.CharField(_("name"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    accepted_at = models.DateTimeField()
    of_age_at = models.DateTimeField()
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    claimed_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="guest_selves")
    erased_at = models.DateTimeField(null=True, blank=True)
    turn = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        constraints = [
            models.CheckConstraint(condition=Q(email=None) | Q(email=Lower("email")), name="addresses_of_guests_are_lower_case"),
            models.CheckConstraint(
                condition=Q(erased_at=None, email__isnull=False) | Q(erased_at__isnull=False, email=None, name=""),
                name="erased_guests_are_blank",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.uid)
