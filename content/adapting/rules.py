"""May this person tell of an adaptation, read one, decide about one?"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.adapting.choices import State
from content.adapting.models import Adaptation, AdaptationQuerySet
from content.audience.rules import is_member
from content.practices.models import PracticePage
from content.practices.queries import live_practices, practices_seen_by


def can_tell(user: Any, practice: PracticePage) -> bool:
    """Say whether this person may tell of an adaptation of this practice: members who may read it."""
    return is_member(user) and practices_seen_by(user).filter(pk=practice.pk).exists()


def can_tell_of(user: Any) -> QuerySet[PracticePage]:
    """Return the practices of which this person may tell an adaptation: the twin of `can_tell`."""
    return practices_seen_by(user) if is_member(user) else PracticePage.objects.none()


def can_see(user: Any, adaptation: Adaptation) -> bool:
    """Say whether this person may read it: shown ones with their practice; her own; and those that she may decide about."""
    return visible_to(user).filter(pk=adaptation.pk).exists()


def visible_to(user: Any) -> AdaptationQuerySet:
    """Return the adaptations that this person may read: the twin of `can_see`."""
    seen = practices_seen_by(user).filter(translation_key=OuterRef("practice_key"))
    shown = Q(state=State.ACCEPTED) & Q(Exists(seen))
    if not is_member(user):
        return Adaptation.objects.filter(shown)
    return Adaptation.objects.filter(shown | Q(by=user) | Q(Exists(_kept_by(user))))


def can_decide(user: Any, adaptation: Adaptation) -> bool:
    """Say whether this person may decide: whoever publishes the practice, but nobody about her own."""
    return decidable_by(user).filter(pk=adaptation.pk).exists()


def decidable_by(user: Any) -> AdaptationQuerySet:
    """Return the adaptations about which this person may decide: the twin of `can_decide`."""
    if not is_member(user):
        return Adaptation.objects.none()
    return Adaptation.objects.filter(Exists(_kept_by(user))).exclude(by=user)


def can_take_back(user: Any, adaptation: Adaptation) -> bool:
    """Say whether this person may take it back: whoever told it."""
    return is_member(user) and adaptation.by_id == user.pk


def retractable_by(user: Any) -> AdaptationQuerySet:
    """Return the adaptations that this person may take back: the twin of `can_take_back`."""
    return Adaptation.objects.filter(by=user) if is_member(user) else Adaptation.objects.none()


def _kept_by(user: Any) -> QuerySet[PracticePage]:
    """Return the practices that this person publishes, as a condition on an adaptation."""
    mine = PagePermissionPolicy().instances_user_has_permission_for(user, "publish")
    return live_practices().filter(translation_key=OuterRef("practice_key"), pk__in=mine.values("pk"))
