"""Broken links with the pages that carry them."""

from typing import Any, NamedTuple

from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.links.models import Address, AddressQuerySet, Leading
from content.links.rules import mendable_by

MOST_PAGES = 5  # shown for one address


class Broken(NamedTuple):
    """One address that leads nowhere, and the first pages that lead there and may be changed by whoever looks."""

    address: Address
    pages: list[Page]


def broken_for(user: Any) -> AddressQuerySet:
    """Return the broken addresses on pages that this person may change, the newest finding first."""
    return mendable_by(user).broken().order_by("-since", "pk")


def with_pages(user: Any, addresses: list[Address]) -> list[Broken]:
    """Return these addresses with their pages: one query, however many."""
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    leading = (
        Leading.objects.filter(address__in=addresses, page__in=pages.values("pk")).select_related("page__locale").order_by("page__title")
    )
    by_address: dict[int, list[Page]] = {}
    for row in leading:
        by_address.setdefault(row.address_id, []).append(row.page)
    return [Broken(address, by_address.get(address.pk, [])[:MOST_PAGES]) for address in addresses]
