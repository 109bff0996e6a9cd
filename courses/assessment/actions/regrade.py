"""Grading once more by a corrected key."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from accounts.models import User
from courses.assessment.actions.holding import hold
from courses.assessment.models import Answer, Attempt, Regrade, RegradedAnswer
from courses.assessment.signals import attempt_regraded
from courses.assessment.worth import fraction_of, score_of
from courses.editions.actions import note_act
from courses.editions.actions.locking import locked
from courses.editions.choices import Stage
from courses.editions.models import Edition
from courses.questions.models import QuestionVersion
from jobs.actions import enqueue

TASK = "courses.assessment.tasks.grade_again_task"
VERB = "assessment.regrade"


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
    Killed in the middle and run again, the log of each edition tells every answer that was changed, once.
    """
    row = Regrade.objects.select_related("version__question", "by").filter(pk=regrade_id).first()
    if row is None:
        return 0
    changed = sum(_regraded(row, attempt_id, edition, now) for attempt_id, edition in list(_attempts(row)))
    _note(row, now)
    return changed


def _attempts(row: Regrade) -> Iterator[tuple[int, Edition]]:
    """Give the attempts that asked an older version, with their editions; none once a later key of this kind has corrected this one.

    Also those under way: one of them may be handed in at this moment, by the older key; its row is waited for.
    """
    version = row.version
    later = Regrade.objects.filter(version__question=version.question_id, version__kind=version.kind, version__number__gt=version.number)
    if later.exists():
        return
    asked = Answer.objects.filter(question=version.question_id, version__number__lt=version.number, version__kind=version.kind)
    open_ones = asked.exclude(attempt__enrolment__edition__stage=Stage.CLOSED).order_by("attempt")
    for answer in open_ones.select_related("attempt__enrolment__edition"):
        yield answer.attempt_id, answer.attempt.enrolment.edition


@transaction.atomic
def _regraded(row: Regrade, attempt_id: int, edition: Edition, now: datetime) -> bool:
    if locked(edition=edition).is_closed:
        return False
    attempt = hold(attempt_id=attempt_id)
    if attempt is None:
        return False
    answer = attempt.answers.select_related("version").get(question=row.version.question_id)
    before, after = answer.fraction, fraction_of(row.version, answer.value)
    if before is None or (before == after and answer.key_id == row.version_id):
        return False
    answer.fraction, answer.key = after, row.version
    answer.save(update_fields=["fraction", "key"])
    if before == after:
        return False
    RegradedAnswer.objects.update_or_create(
        regrade=row, answer=answer, defaults={"after": after}, create_defaults={"before": before, "after": after}
    )
    if not attempt.is_open:
        attempt.score = min(score_of(attempt.answers.select_related("version")), attempt.points)
        attempt.save(update_fields=["score"])
        attempt_regraded.send(sender=Attempt, attempt=attempt, now=now)
    return True


@transaction.atomic
def _note(row: Regrade, now: datetime) -> None:
    """Write into the log of each edition how many answers were changed of which it does not tell yet, as the rows have them."""
    Regrade.objects.select_for_update().get(pk=row.pk)
    told = {"question": str(row.version.question.uid), "version": row.version.number}
    changed = (
        row.answers.values("answer__attempt__enrolment__edition")
        .annotate(number=Count("pk"))
        .order_by("answer__attempt__enrolment__edition")
    )
    for edition_id, number in changed.values_list("answer__attempt__enrolment__edition", "number"):
        edition = Edition.objects.get(pk=edition_id)
        acts = edition.staff_acts.filter(verb=VERB, data__question=told["question"], data__version=told["version"])
        left = number - sum(act.data["answers"] for act in acts)
        if left > 0:
            note_act(edition=edition, by=row.by, verb=VERB, reason=row.reason, data=told | {"answers": left}, now=now)
    Regrade.objects.filter(pk=row.pk, finished_at=None).update(finished_at=now)
