"""Who may see a credential whole: with its name, its papers and its badges."""

from django.db.models import QuerySet

from certificates.credentials.choices import State
from certificates.credentials.models import Award, AwardQuerySet, Credential
from content.audience.rules import Reader, is_member
from courses.editions.rules import manages_all, run_by


def is_holder(user: Reader, credential: Credential) -> bool:
    """Return whether this person holds it."""
    return is_member(user) and credential.person_id is not None and credential.person_id == user.pk  # type: ignore[union-attr]


def can_see(user: Reader, credential: Credential) -> bool:
    """Return whether this person reads it whole: who holds it, and who runs its edition."""
    return is_holder(user, credential) or can_run_award(user, credential.award)


def visible_to(user: Reader) -> QuerySet[Credential]:
    """Return the credentials that this person reads whole: the twin of `can_see`."""
    if not is_member(user):
        return Credential.objects.none()
    held = Credential.objects.filter(person=user.pk)  # type: ignore[union-attr]
    return held | Credential.objects.filter(award__in=run_awards(user))


def can_be_revoked(credential: Credential) -> bool:
    """Return whether there is something to take back: it counts, with its name or after the name was withdrawn."""
    return credential.state in (State.VALID, State.WITHDRAWN)


def decides_about_all(user: Reader) -> bool:
    """Return whether this person decides about her own awards too: who manages all, and the site itself (None)."""
    return user is None or manages_all(user)


def can_run_award(user: Reader, award: Award) -> bool:
    """Return whether this person decides about an award: who runs its edition. Nobody decides about her own but who manages all."""
    return manages_all(user) or (award.person_id != getattr(user, "pk", None) and run_by(user).filter(pk=award.edition_id).exists())


def besides_own(awards: AwardQuerySet, user: Reader) -> AwardQuerySet:
    """Return these awards without those that this person must not decide about because they are her own."""
    return awards if decides_about_all(user) else awards.exclude(person=user.pk)  # type: ignore[union-attr]


def run_awards(user: Reader) -> QuerySet[Award]:
    """Return the awards that this person decides about: the twin of `can_run_award`."""
    if manages_all(user):
        return Award.objects.all()
    rows = Award.objects.filter(edition__in=run_by(user))
    return rows.exclude(person=user.pk) if is_member(user) else rows.none()  # type: ignore[union-attr]
