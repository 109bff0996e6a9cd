"""Ears of this room: quizzes handed in, messages in the forums, pages of a course that change, and the gate before quizzes."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from courses.assessment import gate
from courses.assessment.models import Attempt
from courses.assessment.signals import attempt_finished, attempt_regraded
from courses.catalogue.models import CoursePage, Unit
from courses.completion.actions import note_deed, note_message
from courses.completion.choices import Deed
from courses.completion.queries import why_closed
from courses.completion.tasks import check_course_task
from courses.enrolment.models import Enrolment
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


@receiver([page_published, page_unpublished], dispatch_uid="completion_course_changed")
def on_course_changed(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Look whom a course that asks for less now leaves with nothing to do."""
    if isinstance(instance, Unit | CoursePage) and Enrolment.objects.active().exists():
        check_course_task.enqueue(str(instance.translation_key))


gate.register(why_closed)
