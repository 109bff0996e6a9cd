"""Who sees to quizzes."""

from django.db.models import QuerySet

from content.audience.rules import Reader
from courses.editions.models import Edition
from courses.editions.rules import can_run, run_by
from courses.questions.rules import can_edit_questions


def can_see_figures(user: Reader, edition: Edition | None) -> bool:
    """Return whether this person reads how questions fared: in all editions (None) who writes questions, in one also who runs it."""
    return can_edit_questions(user) or (edition is not None and can_run(user, edition))


def figures_visible_to(user: Reader) -> QuerySet[Edition]:
    """Return the editions whose figures of questions this person reads: the twin of `can_see_figures`."""
    return Edition.objects.all() if can_edit_questions(user) else run_by(user)
