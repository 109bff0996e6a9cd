"""Answers of one part are saved; where two wrote the same answer at once, both texts stay."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from accounts.models import User
from content.contributing.actions.locking import locked
from content.contributing.actions.taking_over import take_over
from content.contributing.models import Contribution, PartAnswers
from content.contributing.queries import fingerprint
from content.questionnaire.form import Answers, Part, of_part, tidied


@dataclass(frozen=True)
class Saved:
    """What stands in the part now, and what was typed where another wrote meanwhile: those answers were not saved."""

    answers: Answers
    unsaved: Answers
    by: User | None


@transaction.atomic
def save_part(*, contribution: Contribution, part: Part, answers: Answers, seen: Mapping[str, str], by: User, now: datetime) -> Saved:
    """Save the answers of a part. `seen`: fingerprints of the answers as the writer's form showed them; what she did not change stays as
    others wrote it, what both changed is not saved but given back. Safe to call twice. Raises Gone.
    """
    row = locked(contribution=contribution)
    take_over(contribution=row, now=now)
    kept, _new = PartAnswers.objects.get_or_create(contribution=row, name=part.name, defaults={"saved_at": now, "saved_by": by})
    theirs, mine = of_part(part, kept.answers), of_part(part, tidied(answers))
    whole, unsaved = {}, {}
    for key in part.keys:
        shown = seen.get(key, fingerprint(theirs[key]))
        is_mine, is_theirs = fingerprint(mine[key]) != shown, fingerprint(theirs[key]) != shown
        if is_mine and is_theirs and mine[key] != theirs[key]:
            unsaved[key] = mine[key]
        whole[key] = mine[key] if is_mine and key not in unsaved else theirs[key]
    previous = kept.saved_by
    if whole != theirs:
        kept.answers, kept.saved_by, kept.saved_at = whole, by, now
        kept.save(update_fields=["answers", "saved_by", "saved_at"])
        row.title, row.changed_at = whole.get("title", row.title), now
        row.save(update_fields=["title", "changed_at"])
    return Saved(whole, unsaved, previous if unsaved else None)


@transaction.atomic
def tick_leftovers(*, contribution: Contribution, done: set[int]) -> None:
    """Note which words of a filled form were looked after, by their place in the list. Raises Gone."""
    row = locked(contribution=contribution)
    row.leftovers = [{**leftover, "is_done": place in done} for place, leftover in enumerate(row.leftovers)]
    row.save(update_fields=["leftovers"])
