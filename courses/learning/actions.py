"""What a learner changes for herself."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from accounts.models import User
from courses.learning.choices import Budget
from courses.learning.models import LONGEST, LearnerWish, Note


@transaction.atomic
def choose_budget(*, person: User, budget: Budget, now: datetime) -> LearnerWish:
    """Keep how much her pages may weigh. Safe to call twice."""
    return LearnerWish.objects.update_or_create(person=person, defaults={"budget": budget})[0]


@transaction.atomic
def new_calendar_secret(*, person: User, now: datetime) -> LearnerWish:
    """Give her calendar another address; the one before is shut at once."""
    return LearnerWish.objects.update_or_create(person=person, defaults={"calendar_secret": uuid4()})[0]


@transaction.atomic
def save_note(*, person: User, unit_key: UUID, text: str, now: datetime) -> Note | None:
    """Keep what she noted on a unit, at most 20,000 characters of it; an empty text removes the note. Safe to call twice."""
    text = text.replace("\0", "").replace("\r\n", "\n")[:LONGEST]
    if not text.strip():
        Note.objects.filter(person=person, unit_key=unit_key).delete()
        return None
    held = Note.objects.select_for_update().filter(person=person, unit_key=unit_key).first()
    if held and held.text == text:
        return held
    return Note.objects.update_or_create(person=person, unit_key=unit_key, defaults={"text": text, "saved_at": now})[0]
