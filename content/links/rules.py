"""Who is told of broken links, and who may have one looked at again."""

from typing import Any

from django.db.models import Exists, OuterRef
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.audience.rules import is_member
from content.links.models import Address, AddressQuerySet, Leading

ADMIN = "wagtailadmin.access_admin"


def can_mend(user: Any) -> bool:
    """Return whether this person changes pages at all."""
    return is_member(user) and user.has_perm(ADMIN) and PagePermissionPolicy().user_has_any_permission(user, {"change"})


def can_recheck(user: Any, address: Address) -> bool:
    """Return whether this person may have this address looked at: whoever may change a page that leads there."""
    return mendable_by(user).filter(pk=address.pk).exists()


def mendable_by(user: Any) -> AddressQuerySet:
    """Return the addresses on pages that this person may change: the twin of `can_recheck`."""
    if not can_mend(user):
        return Address.objects.none()
    leading = Leading.objects.filter(address=OuterRef("pk"))
    if not user.is_superuser:
        leading = leading.filter(page__in=PagePermissionPolicy().instances_user_has_permission_for(user, "change").values("pk"))
    return Address.objects.filter(Exists(leading))
