"""Keeping searches, and telling of what is new in them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from content.library.asking import Asked
from content.searches.choices import KIND, MOST, NAME, PEOPLE, QUERY
from content.searches.letter import TEMPLATE, letter
from content.searches.models import SavedSearch
from content.searches.queries import due_people, newest_number
from content.searches.refusals import Refused
from mail.actions import write_from_template


@transaction.atomic
def save(*, user: Any, asked: Asked, name: str, now: datetime) -> SavedSearch:
    """Keep a search under a name; what is in the library already is no news. The same search again changes its name.

    Raises Refused for one more than `MOST`, and for a question longer than can be kept.
    """
    name = " ".join(name.split())[:NAME]
    if len(asked.query) > QUERY:
        raise Refused(_("This search is too long to be kept. Take some filters away."))
    if not name:
        raise Refused(_("Give the search a name."))
    held = SavedSearch.objects.filter(user=user)
    if held.filter(query=asked.query).update(name=name):
        return held.get(query=asked.query)
    if held.count() >= MOST:
        raise Refused(_("You keep %(most)s searches already. Delete one that you need no more.") % {"most": MOST})
    return SavedSearch.objects.create(user=user, query=asked.query, name=name, told_up_to=newest_number(), looked_at=now, saved_at=now)


def drop(*, search: SavedSearch) -> None:
    """Forget a search. Safe to call twice."""
    SavedSearch.objects.filter(pk=search.pk).delete()


def tell_due(*, now: datetime) -> int:
    """Look through the searches of those who are due, and write to each in one mail what is new. Returns how many mails were written."""
    return sum(_tell(pk, now) for pk in due_people(now, PEOPLE))


@transaction.atomic
def _tell(pk: int, now: datetime) -> bool:
    """Tell one member; her rows are locked, so that no second job tells her the same."""
    searches = list(SavedSearch.objects.select_for_update().filter(user=pk).order_by("saved_at", "pk"))
    user = User.objects.present().filter(pk=pk).first()
    newest = newest_number()
    told = letter(user=user, searches=searches) if user else None
    SavedSearch.objects.filter(pk__in=[search.pk for search in searches]).update(told_up_to=newest, looked_at=now)
    if user and told:
        write_from_template(to=user.email, kind=KIND, template=TEMPLATE, context=told, language=user.language, person=user, now=now)
    return bool(told)
