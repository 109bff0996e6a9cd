"""Which mails a learner wants."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from accounts.models import User
from courses.letters.choices import Letter
from mail.actions import resume, suppress
from mail.addresses import hidden


@transaction.atomic
def choose_letters(*, person: User, wanted: Collection[Letter], now: datetime) -> None:
    """Let exactly these kinds of mails go to a person. Safe to call twice."""
    for letter in Letter:
        if letter in wanted:
            resume(address_hash=hidden(person.email), kind=letter)
        else:
            suppress(address_hash=hidden(person.email), kind=letter, now=now)
