"""May this person read or withdraw this practice?"""

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.audience.rules import Reader, can_read, is_member, visible_to
from content.practices.models import PracticePage


def can_see(user: Reader, practice: PracticePage) -> bool:
    """Return whether this person may read this practice: published, and open to her."""
    return practice.live and can_read(user, practice)


def seen_by(user: Reader, practices: QuerySet[PracticePage]) -> QuerySet[PracticePage]:
    """Return those of these practices that this person may read: the twin of `can_see`."""
    return visible_to(user, practices.filter(live=True))


def can_withdraw(user: Reader, practice: Page) -> bool:
    """Return whether this person may take this practice down: whoever may unpublish it where it stands."""
    return is_member(user) and practice.live and practice.permissions_for_user(user).can_unpublish()


def withdrawable_by(user: Reader, practices: QuerySet[PracticePage]) -> QuerySet[PracticePage]:
    """Return those of these practices that this person may take down: the twin of `can_withdraw`."""
    if not is_member(user):
        return practices.none()
    may = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    return practices.filter(live=True, pk__in=may.values("pk"))
