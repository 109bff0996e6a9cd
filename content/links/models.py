"""Addresses that pages lead to, and what was found there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content.links.choices import BROKEN, Found


class AddressQuerySet(models.QuerySet["Address"]):
    """Addresses, picked."""

    def broken(self) -> "AddressQuerySet":
        """Those that lead nowhere."""
        return self.filter(found__in=BROKEN)


class Address(models.Model):
    """One address that live pages lead to, or `page:ID` for a page of this site. `digest`: SHA-256 of it, as hex.

    `failures`: how many times in a row it did not answer. `since`: when it came to what it is now. `due_at`: when it is looked at next.
    """

    digest = models.CharField(max_length=64, unique=True, editable=False)
    url = models.TextField(_("address"))
    found = models.CharField(_("what was found"), max_length=7, choices=Found.choices, default=Found.NEW)
    status = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveSmallIntegerField(default=0)
    since = models.DateTimeField()
    due_at = models.DateTimeField(db_index=True)

    objects = AddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        constraints = [models.CheckConstraint(condition=Q(found__in=Found.values), name="what_was_found_at_an_address_is_known")]
        indexes = [models.Index(fields=["found", "since"], name="addresses_broken")]

    def __str__(self) -> str:
        return self.url


class Leading(models.Model):
    """One live page leads to one address."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    address = models.ForeignKey(Address, models.CASCADE, related_name="pages")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "address"], name="a_page_leads_to_an_address_once")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.address_id}"
