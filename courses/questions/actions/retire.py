"""Questions taken out of use and back."""

from datetime import datetime

from django.db import transaction

from courses.questions.models import Question


@transaction.atomic
def retire_question(*, question: Question, is_retired: bool = True, now: datetime) -> bool:
    """Ask a question no more, or (False) again; attempts that hold it keep it. Returns whether anything changed."""
    changed = Question.objects.filter(pk=question.pk, is_retired=not is_retired).update(is_retired=is_retired, changed_at=now)
    question.is_retired = is_retired
    return bool(changed)
