"""Questions about ZIP files."""

from uuid import UUID

from django.db.models import Prefetch, QuerySet

from certificates.bundling.models import Bundle
from certificates.credentials.choices import Stage, State
from certificates.credentials.models import Award, Paper
from courses.editions.models import Edition


def printable(edition: Edition) -> QuerySet[Award]:
    """Return the awards of an edition that have a paper worth handing out: issued, and not revoked or withdrawn since."""
    rows = Award.objects.filter(edition=edition, state=Stage.ISSUED, credential__state=State.VALID, credential__papers__isnull=False)
    return rows.distinct().order_by("pk")


def with_papers(awards: QuerySet[Award]) -> QuerySet[Award]:
    """Return the awards with their credentials and papers, the newest paper first. Two queries for as many as there are."""
    newest = Prefetch("credential__papers", Paper.objects.order_by("-made_at", "-pk"))
    return awards.select_related("credential", "person").prefetch_related(newest)


def bundles_of(edition: Edition) -> list[Bundle]:
    """Return the ZIP files of an edition, in their order."""
    return list(Bundle.objects.filter(edition=edition))


def bundle_with(uid: UUID, edition: Edition) -> Bundle | None:
    """Return the ZIP file of this edition that the outside knows by this id."""
    return Bundle.objects.filter(uid=uid, edition=edition).first()
