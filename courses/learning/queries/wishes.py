"""How a learner wants her pages."""

from uuid import UUID

from accounts.models import User
from courses.learning.models import LearnerWish


def wish_of(user: User) -> LearnerWish | None:
    """Return what this person said of her pages; None where she never did."""
    return LearnerWish.objects.filter(person=user.pk).first()


def owner_of(secret: UUID) -> User | None:
    """Return whose calendar has this secret address; None for a secret that is nobody's, or of one who cannot sign in any more."""
    found = LearnerWish.objects.filter(calendar_secret=secret, person__in=User.objects.present()).select_related("person").first()
    return found.person if found else None
