"""What was judged, what stands in the way, what waits."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from wagtail.models import Page, TaskState, WorkflowState

from accounts.models import User
from content.judging.choices import Verdict
from content.judging.models import Judgement
from content.practices.models import PracticePage


def judgements_of(page: Page) -> QuerySet[Judgement]:
    """Return the judgements of a practice that were sent, the newest first, with their marks."""
    given = Judgement.objects.filter(translation_key=page.translation_key).exclude(given_at=None)
    return given.select_related("reviewer").prefetch_related("marks").order_by("-given_at", "-pk")


def standing_stops(key: UUID) -> list[Judgement]:
    """Return the stops that hold: the last word of a reviewer, as long as nobody lifted it."""
    last: dict[int | None, Judgement] = {}
    stops = []
    for one in Judgement.objects.filter(translation_key=key).exclude(given_at=None).select_related("reviewer").order_by("given_at", "pk"):
        if one.reviewer_id is None:  # of somebody who left: only lifting ends it
            stops.append(one)
        else:
            last[one.reviewer_id] = one
    return [one for one in (*stops, *last.values()) if one.verdict == Verdict.STOP and one.lifted_at is None]


def judgement_in(round: TaskState | None, reviewer: Any) -> Judgement | None:
    """Return this reviewer's checklist of a round, begun or sent."""
    return Judgement.objects.filter(round=round, reviewer=reviewer).prefetch_related("marks", "notes").first() if round else None


def last_judgement(key: UUID, reviewer: Any, but: Judgement) -> Judgement | None:
    """Return what this reviewer wrote of a practice in the round before."""
    rows = Judgement.objects.filter(translation_key=key, reviewer=reviewer).exclude(pk=but.pk)
    return rows.prefetch_related("marks").order_by("-begun_at").first()


def accepted_in(rounds: list[int]) -> dict[int, int]:
    """Return how many reviewers have accepted in each of these rounds."""
    told = Count("parts", filter=Q(parts__accepted_at__isnull=False))
    return dict(TaskState.objects.filter(pk__in=rounds).annotate(count=told).values_list("pk", "count"))


def practices_under_review() -> QuerySet[PracticePage]:
    """Return the practices that are on their way, those that wait longest first."""
    states = WorkflowState.objects.active().order_by("pk").values_list("object_id", flat=True)
    pks = [int(pk) for pk in states if pk.isdecimal()]
    return PracticePage.objects.filter(pk__in=pks).select_related("locale").order_by("latest_revision_created_at", "pk")


def held_about(user: User) -> list[dict[str, Any]]:
    """Return what this person judged, as plain values."""
    rows = Judgement.objects.filter(reviewer=user).prefetch_related("marks")
    return [
        {
            "begun_at": one.begun_at.isoformat(),
            "verdict": one.verdict,
            "comment": one.comment,
            "marks": [{"criterion": mark.criterion, "score": mark.score, "remark": mark.remark} for mark in one.marks.all()],
        }
        for one in rows
    ]
