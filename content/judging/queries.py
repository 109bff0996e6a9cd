"""What was judged, what stands in the way, what waits."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from wagtail.models import Page, TaskState

from accounts.models import User
from content.judging.choices import Verdict
from content.judging.models import Judgement


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
