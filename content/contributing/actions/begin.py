"""A contribution is begun, or thrown away before it was ever sent."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from content.contributing.actions.files import remove_file
from content.contributing.choices import MOST_OPEN
from content.contributing.models import Contribution, PartAnswers
from content.contributing.refusals import Refused
from content.questionnaire.form import PARTS, Answers, tidied


@transaction.atomic
def begin(*, owner: User, language: str, answers: Answers, leftovers: Sequence[dict[str, Any]] = (), now: datetime) -> Contribution:
    """Begin a contribution in a language of the content, empty or with the answers of a filled form; `leftovers` are its words that found
    no place ({text, key}). Raises Refused where this person has too many that she never sent.
    """
    User.objects.select_for_update().get(pk=owner.pk)
    if owner.contributions.filter(sent_at=None).count() >= MOST_OPEN:
        raise Refused(
            _("You have %(count)s practices that were never sent. Please send or delete one of them first.") % {"count": MOST_OPEN}
        )
    clean = tidied(answers)
    row = Contribution.objects.create(
        owner=owner, language=language, title=clean.get("title", ""), begun_at=now, changed_at=now, leftovers=[*map(_leftover, leftovers)]
    )
    for part in PARTS:
        if said := {key: clean[key] for key in part.keys if key in clean}:
            PartAnswers.objects.create(contribution=row, name=part.name, answers=said, saved_by=owner, saved_at=now)
    return row


@transaction.atomic
def throw_away(*, contribution: Contribution, now: datetime) -> None:
    """Delete a contribution that was never sent, with its files. Safe to call twice. Raises Refused for one that was sent."""
    row = Contribution.objects.select_for_update().filter(pk=contribution.pk).first()
    if row is None:
        return
    if row.sent_at is not None:
        raise Refused(_("It was sent already. You can withdraw it."))
    for upload in row.uploads.all():
        remove_file(upload=upload, now=now)
    row.delete()


def _leftover(row: dict[str, Any]) -> dict[str, Any]:
    return {"text": str(row.get("text", "")), "key": str(row.get("key", "")), "is_done": False}
