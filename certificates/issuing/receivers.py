"""Ears of this room: a course is completed."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from certificates.issuing.actions import award_completion
from courses.completion.models import Completion
from courses.completion.signals import course_completed


@receiver(course_completed, dispatch_uid="certificates_course_completed")
def on_completed(sender: type[Completion], completion: Completion, now: datetime, **kwargs: Any) -> None:
    """Award the certificate, in the transaction that completed the course."""
    award_completion(completion=completion, now=now)
