"""Ears of this room: quizzes handed in, messages in the forums, pages of a course that change, and the gate before quizzes."""

from datetime import datetime
from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from courses.assessment import gate
from courses.assessment.models import Attempt
from courses.assessment.signals import attempt_finished, attempt_regraded
from courses.catalogue.models import CoursePage, ModulePage, Unit
from courses.completion.actions import complete, note_deed, note_message
from courses.completion.choices import Deed
from courses.completion.queries import why_closed
from courses.completion.tasks import check_course_task
from courses.enrolment.models import Enrolment
from courses.enrolment.signals import enrolled
from forums.discussions.models import Post
from forums.discussions.signals import post_published, post_removed, post_restored


@receiver(attempt_finished, dispatch_uid="completion_attempt_finished")
def on_finished(sender: type[Attempt], attempt: Attempt, now: datetime, **kwargs: Any) -> None:
    """Note what an attempt gave, in the transaction that ended it."""
    _note_score(attempt, str(attempt.uid), now)


@receiver(attempt_regraded, dispatch_uid="completion_attempt_regraded")
def on_regraded(sender: type[Attempt], attempt: Attempt, now: datetime, **kwargs: Any) -> None:
    """Note what a corrected key made of it."""
    _note_score(attempt, f"{attempt.uid} {now.isoformat()}", now)


def _note_score(attempt: Attempt, token: str, now: datetime) -> None:
    """Note the score of an attempt."""
    data = {"percent": attempt.percent, "is_passed": attempt.is_passed, "attempt": str(attempt.uid), "number": attempt.number}
    note_deed(enrolment=attempt.enrolment, unit_key=attempt.quiz_key, deed=Deed.SCORED, token=token, data=data, now=now)


@receiver(post_published, dispatch_uid="completion_post_published")
def on_written(sender: type[Post], post: Post, now: datetime, **kwargs: Any) -> None:
    """Count a learner's message in the discussions of her course."""
    note_message(post=post, now=now)


@receiver(post_removed, dispatch_uid="completion_post_removed")
def on_removed(sender: type[Post], post: Post, now: datetime, **kwargs: Any) -> None:
    """Count it no longer."""
    note_message(post=post, change="removed", now=now)


@receiver(post_restored, dispatch_uid="completion_post_restored")
def on_restored(sender: type[Post], post: Post, now: datetime, **kwargs: Any) -> None:
    """Count it again."""
    note_message(post=post, change="restored", now=now)


@receiver(enrolled, dispatch_uid="completion_enrolled")
def on_enrolled(sender: type[Enrolment], enrolment: Enrolment, now: datetime, **kwargs: Any) -> None:
    """Complete the course for one who comes back to find nothing left: what arrived while she was away was noted, and completed nothing."""
    if enrolment.units.exists():
        complete(enrolment=enrolment, now=now)


@receiver([page_published, page_unpublished], dispatch_uid="completion_course_changed")
def on_course_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Look whom a course that asks for less now leaves with nothing to do."""
    if isinstance(instance, Unit | ModulePage | CoursePage) and Enrolment.objects.active().exists():
        check_course_task.enqueue(str(instance.translation_key))


@receiver(post_page_move, dispatch_uid="completion_page_moved")
def on_moved(sender: type[Page], instance: Page, parent_page_before: Page, **kwargs: Any) -> None:
    """Do the same for the course that a page was taken out of."""
    _check_course_above(sender, [parent_page_before.path, parent_page_before.path[: -Page.steplen]])


@receiver(post_delete, sender=Page, dispatch_uid="completion_page_deleted")
def on_deleted(instance: Page, **kwargs: Any) -> None:
    """Do the same for the course that a page was deleted from; what goes with its module is told once, with the module."""
    kind, above = instance.specific_class, instance.path[: -Page.steplen]
    if kind and issubclass(kind, ModulePage):
        _check_course_above(kind, [above])
    elif kind and issubclass(kind, Unit) and ModulePage.objects.filter(path=above).exists():
        _check_course_above(kind, [above[: -Page.steplen]])


def _check_course_above(kind: type[Page], paths: list[str]) -> None:
    """Queue the look at the course at one of these places in the tree, where pages of this kind count in it."""
    if issubclass(kind, Unit | ModulePage) and Enrolment.objects.active().exists():
        key = CoursePage.objects.filter(path__in=paths).values_list("translation_key", flat=True).first()
        if key:
            check_course_task.enqueue(str(key))


gate.register(why_closed)
