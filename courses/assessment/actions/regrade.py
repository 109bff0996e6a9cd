"""Grading once more by a corrected key."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.assessment.actions.holding import hold
from courses.assessment.models import Answer, Attempt, Regrade, RegradedAnswer
from courses.assessment.signals import attempt_regraded
from courses.assessment.worth import fraction_of, score_of
from courses.editions.actions import note_act
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.questions.models import QuestionVersion
from jobs.actions import enqueue

TASK = "courses.assessment.tasks.grade_again_task"


@transaction.atomic
def regrade(*, version: QuestionVersion, by: User, reason: str, now: datetime) -> Regrade:
    """Have answers to older versions graded by the key of this one, in the background; asked again, the first asking stands.

    Attempts under way are graded by it when they are handed in. Editions that are closed keep their figures.
    """
    row, _is_new = Regrade.objects.get_or_create(version=version, defaults={"by": by, "reason": reason, "at": now})
    enqueue(path=TASK, args=[row.pk])
    return row


def grade_again(*, regrade_id: int, now: datetime) -> int:
    """Do what `regrade` asked for; return how many answers changed. Any number of times: what is graded already stays.

    Attempt by attempt, so that learners wait for none. Each attempt keeps what it is worth. Says `attempt_regraded` for each that changed.
    """
    row = Regrade.objects.select_related("version", "by").filter(pk=regrade_id).first()
    if row is None:
        return 0
    changed: dict[int, int] = {}
    for attempt_id, edition_id in list(_attempts(row)):
        changed[edition_id] = changed.get(edition_id, 0) + _regraded(row, attempt_id, now)
    with transaction.atomic():
        for edition in Edition.objects.filter(pk__in=[pk for pk, count in changed.items() if count]).order_by("pk"):
            data = {"question": str(row.version.question.uid), "version": row.version.number, "answers": changed[edition.pk]}
            note_act(edition=edition, by=row.by, verb="assessment.regrade", reason=row.reason, data=data, now=now)
        Regrade.objects.filter(pk=row.pk, finished_at=None).update(finished_at=now)
    return sum(changed.values())


def _attempts(row: Regrade) -> Iterator[tuple[int, int]]:
    """Give the attempts that asked an older version, with their editions; none once a later key has corrected this one."""
    version = row.version
    if Regrade.objects.filter(version__question=version.question_id, version__number__gt=version.number).exists():
        return
    asked = Answer.objects.filter(question=version.question_id, version__number__lt=version.number, version__kind=version.kind)
    done = asked.filter(fraction__isnull=False).exclude(attempt__enrolment__edition__stage=Stage.CLOSED)
    yield from done.order_by("attempt").values_list("attempt", "attempt__enrolment__edition")


@transaction.atomic
def _regraded(row: Regrade, attempt_id: int, now: datetime) -> bool:
    attempt = hold(attempt_id=attempt_id)
    if attempt is None:
        return False
    answer = attempt.answers.select_related("version").get(question=row.version.question_id)
    before, after = answer.fraction, fraction_of(row.version, answer.value)
    if before is None or before == after:
        return False
    RegradedAnswer.objects.update_or_create(
        regrade=row, answer=answer, defaults={"after": after}, create_defaults={"before": before, "after": after}
    )
    answer.fraction = after
    answer.save(update_fields=["fraction"])
    if not attempt.is_open:
        attempt.score = min(score_of(attempt.answers.select_related("version")), attempt.points)
        attempt.save(update_fields=["score"])
        attempt_regraded.send(sender=Attempt, attempt=attempt, now=now)
    return True
