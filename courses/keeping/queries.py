"""What the courses hold of a person, as plain values that other programs read."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from accounts.models import User
from courses.assessment.choices import Review
from courses.assessment.models import Answer, Attempt, QuizPage
from courses.completion.models import Completion, Happening, UnitProgress
from courses.editions.models import Facilitator, StaffAct
from courses.editions.queries import courses_named
from courses.enrolment.models import Enrolment, Invitation
from courses.evaluation.models import Respondent
from courses.facilitation.models import Attendance
from courses.learning.models import LearnerWish, Note
from courses.letters.models import Reminder

Rows = dict[int, list[dict[str, Any]]]


def held_about(user: User) -> dict[str, Any]:
    """Return everything that the courses hold of a member. What she answered to an evaluation is not among it: nothing leads to it."""
    wish = LearnerWish.objects.filter(person=user).first()
    return {
        "enrolments": _enrolments(user),
        "invitations": [_invitation(row) for row in Invitation.objects.filter(email=user.email).select_related("edition").order_by("pk")],
        "runs": [row.edition.name for row in Facilitator.objects.filter(person=user).select_related("edition").order_by("pk")],
        "notes": [
            {"unit": str(row.unit_key), "text": row.text, "saved_at": row.saved_at.isoformat()}
            for row in Note.objects.filter(person=user).order_by("pk")
        ],
        "data_budget": wish.budget if wish else None,
        "has_calendar_address": wish is not None,
        "staff_noted": [
            {"verb": row.verb, "reason": row.reason, "at": row.at.isoformat()} for row in StaffAct.objects.filter(about=user).order_by("pk")
        ],
    }


def _enrolments(user: User) -> list[dict[str, Any]]:
    """Return her enrolments with all that hangs on them: a query for each kind of row, however many."""
    rows = list(Enrolment.objects.filter(person=user).select_related("edition").order_by("pk"))
    if not rows:
        return []
    names = courses_named({row.edition.course_key for row in rows}, user.language)
    parts = {name: ask(rows) for name, ask in PARTS.items()}
    return [
        {
            "course": named.title if (named := names.get(row.edition.course_key)) else str(row.edition.course_key),
            "edition": row.edition.name,
            "state": row.state,
            "reason": row.reason,
            "asked_at": row.asked_at.isoformat(),
            "since": _moment(row.since),
            "ended_at": _moment(row.ended_at),
            "extra_days": row.extra_days,
            **{name: found.get(row.pk, []) for name, found in parts.items()},
        }
        for row in rows
    ]


def _by_enrolment(rows: Iterable[Any], told: Callable[[Any], dict[str, Any]]) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows:
        found[row.enrolment_id].append(told(row))
    return found


def _happenings(rows: list[Enrolment]) -> Rows:
    return _by_enrolment(
        Happening.objects.filter(enrolment__in=rows).order_by("pk"),
        lambda row: {"unit": str(row.unit_key), "deed": row.deed, "data": row.data, "reason": row.reason, "at": row.at.isoformat()},
    )


def _progress(rows: list[Enrolment]) -> Rows:
    return _by_enrolment(
        UnitProgress.objects.filter(enrolment__in=rows).order_by("pk"),
        lambda row: {
            "unit": str(row.unit_key),
            "first_at": row.first_at.isoformat(),
            "last_at": row.last_at.isoformat(),
            "done_at": _moment(row.done_at),
            "percent": row.percent,
            "posts": row.posts,
            "place": row.place,
        },
    )


def _attempts(rows: list[Enrolment]) -> Rows:
    """Return attempts with their answers. What a quiz never shows is not told here either, before the edition is closed."""
    attempts = Attempt.objects.filter(enrolment__in=rows).order_by("pk")
    untold = QuizPage.objects.filter(review=Review.NEVER, translation_key__in=attempts.order_by().values("quiz_key"))
    hidden = set(untold.values_list("translation_key", flat=True))
    running = {row.pk for row in rows if not row.edition.is_closed}
    answers: Rows = defaultdict(list)
    for row in Answer.objects.filter(attempt__in=attempts).select_related("question", "version", "attempt").order_by("place"):
        is_told = row.attempt.quiz_key not in hidden or row.attempt.enrolment_id not in running
        given = {"question": str(row.question.uid), "version": row.version.number, "answer": row.value, "order": row.order}
        marks = {"answered_at": _moment(row.answered_at), "fraction": str(row.fraction) if is_told and row.fraction is not None else None}
        answers[row.attempt_id].append(given | marks)
    return _by_enrolment(
        attempts,
        lambda row: {
            "quiz": str(row.quiz_key),
            "number": row.number,
            "started_at": row.started_at.isoformat(),
            "finished_at": _moment(row.finished_at),
            "score": str(row.score) if row.score is not None else None,
            "points": str(row.points),
            "answers": answers[row.pk],
        },
    )


def _completions(rows: list[Enrolment]) -> Rows:
    return _by_enrolment(
        Completion.objects.filter(enrolment__in=rows), lambda row: {"at": row.completed_at.isoformat(), "percent": row.percent}
    )


def _attendance(rows: list[Enrolment]) -> Rows:
    return _by_enrolment(
        Attendance.objects.filter(enrolment__in=rows).select_related("event").order_by("pk"),
        lambda row: {"event": row.event.title, "was_there": row.was_there, "noted_at": row.at.isoformat()},
    )


def _reminders(rows: list[Enrolment]) -> Rows:
    return _by_enrolment(
        Reminder.objects.filter(enrolment__in=rows).order_by("pk"), lambda row: {"occasion": row.occasion, "at": row.at.isoformat()}
    )


def _evaluations(rows: list[Enrolment]) -> Rows:
    return _by_enrolment(Respondent.objects.filter(enrolment__in=rows), lambda _row: {"has_answered": True})


def _invitation(row: Invitation) -> dict[str, Any]:
    given = {name: getattr(row, name) for name in ("email", "name", "language", "country", "institution", "answer")}
    return {"edition": row.edition.name, **given, "sent_at": row.sent_at.isoformat(), "answered_at": _moment(row.answered_at)}


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


PARTS: dict[str, Callable[[list[Enrolment]], Rows]] = {
    "deeds": _happenings,
    "units": _progress,
    "attempts": _attempts,
    "completions": _completions,
    "attendance": _attendance,
    "told": _reminders,
    "evaluation": _evaluations,
}
