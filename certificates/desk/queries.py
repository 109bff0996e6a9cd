"""Questions of those who run editions about their certificates."""

from datetime import UTC

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import TruncMonth

from accounts.models import User
from certificates.credentials.choices import Stage, State, Wish
from certificates.credentials.models import Award, Correction, Credential, Paper
from certificates.desk.choices import VERBS
from certificates.desk.figures import Figures, figures_of
from certificates.issuing.queries import counts, without_award
from content.audience.rules import Reader
from courses.editions.models import Edition, StaffAct
from courses.editions.rules import run_by
from courses.enrolment.choices import State as Enrolled

LONGEST_SEARCH = 100


def awards_of(edition: Edition, *, state: str = "", words: str = "") -> QuerySet[Award]:
    """Return the awards of an edition, by name; `state`: a stage, "correction" for those whose holder wants another name, or
    "letters" for those whose paper is to be looked at.
    """
    rows = Award.objects.filter(edition=edition).select_related("person", "credential").order_by("name", "pk")
    if state == "correction":
        rows = rows.filter(credential__corrections__state=Wish.ASKED)
    elif state == "letters":
        rows = rows.filter(Exists(_noted().filter(credential=OuterRef("credential"))))
    elif state in Stage.values:
        rows = rows.filter(state=state)
    if words := words.strip()[:LONGEST_SEARCH]:
        rows = rows.filter(Q(name__icontains=words) | Q(person__email__icontains=words))
    return rows


def counts_of(edition: Edition, *, decided_by: User | None = None) -> dict[str, int]:
    """Return how many awards of an edition stand where, how many ask for another name, how many have a paper to be looked at, how many
    completed without an award; of those about which `decided_by` decides, where she is given.
    """
    asked = Correction.objects.filter(credential__current_of__edition=edition, state=Wish.ASKED).count()
    letters = Award.objects.filter(Exists(_noted().filter(credential=OuterRef("credential"))), edition=edition).count()
    missing = without_award(edition, decided_by=decided_by).count()
    return counts(edition, decided_by=decided_by) | {"correction": asked, "letters": letters, "missing": missing}


def notes_on(award: Award) -> list[str]:
    """Return what the press noted about the papers that count: letters that our fonts do not have."""
    return list(_noted().filter(credential=award.credential_id).values_list("note", flat=True).distinct())


def _noted() -> QuerySet[Paper]:
    return Paper.objects.exclude(note="")


def asked_of(award: Award) -> Correction | None:
    """Return the correction that waits for an answer."""
    return Correction.objects.filter(credential__award=award, state=Wish.ASKED).select_related("credential").first()


def story_of(award: Award) -> list[Credential]:
    """Return every credential that this award had, the latest first."""
    return list(award.credentials.order_by("-issued_at", "-pk"))


def acts_about(award: Award) -> QuerySet[StaffAct]:
    """Return what staff did with this person's certificates of the edition, the latest first."""
    about = Q(about=award.person_id) if award.person_id else Q(pk__in=[])
    return StaffAct.objects.filter(about, edition=award.edition_id, verb__in=VERBS).select_related("by")


def person_with(edition: Edition, email: str) -> User | None:
    """Return who takes or took part in this edition, or runs it, by her address."""
    found = User.objects.present().filter(email=email.strip().lower()).first()
    if found is None:
        return None
    took_part = edition.enrolments.filter(person=found, since__isnull=False).exclude(state=Enrolled.REFUSED)
    is_there = took_part.exists() or edition.facilitator_rows.filter(person=found).exists()
    return found if is_there else None


def certified(user: Reader, edition: Edition | None = None) -> Figures:
    """Return how many were certified by country and month, in one edition or in all that this person runs.

    One for each award whose present certificate is not revoked; corrected ones count once, in the month of the first number, and what was
    revoked and issued anew in that of the new one. Months are those of the edition's zone, of several editions those of UTC.
    """
    editions = run_by(user) if edition is None else [edition]
    firsts = Credential.objects.filter(supersedes=None)
    rows = firsts.filter(award__edition__in=editions, award__credential__isnull=False).exclude(award__credential__state=State.REVOKED)
    rows = rows.exclude(Exists(firsts.filter(award=OuterRef("award"), pk__gt=OuterRef("pk"))))
    month = TruncMonth("issued_at", tzinfo=edition.tz if edition else UTC)
    parted = rows.annotate(country=KeyTextTransform("country", "snapshot"), month=month).values_list("country", "month")
    counted = parted.annotate(number=Count("pk")).order_by("country", "month")
    return figures_of((country or "", f"{month:%Y-%m}", number) for country, month, number in counted)
