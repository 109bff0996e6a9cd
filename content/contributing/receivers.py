"""What is heard from review: an editor's changes come back to the authors when it is their turn."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from content.contributing.actions import take_over
from content.contributing.models import Contribution
from content.reviewing.choices import Stage
from content.reviewing.signals import stage_changed


@receiver(stage_changed, dispatch_uid="contributing.stage_changed")
def on_stage(sender: Any, page: Any, stage: str, now: datetime, **kwargs: Any) -> None:
    """Let answers follow the page when the authors go on with it."""
    if stage in (Stage.CHANGES, Stage.DRAFT):
        for contribution in Contribution.objects.filter(key=page.translation_key, language=page.locale.language_code):
            take_over(contribution=contribution, now=now)
