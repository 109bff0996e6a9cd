"""The days that an edition can have: far enough for any course, near enough that no clock of any zone runs over."""

from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

FIRST_YEAR, LAST_YEAR = 2000, 2199
FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
BEGINNING, END = datetime(FIRST_YEAR - 1, 12, 31, tzinfo=UTC), datetime(LAST_YEAR + 1, 1, 2, tzinfo=UTC)  # of all zones


def is_held(day: date | datetime) -> bool:
    """Return whether an edition can have this day, or a moment of it."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def known_day(day: date | datetime) -> None:
    """Raise ValidationError for a day, or a moment of one, that no edition can have."""
    if not is_held(day):
        raise ValidationError(_("Choose a day of the years %(first)s to %(last)s."), params={"first": FIRST_YEAR, "last": LAST_YEAR})


def all_held(*names: str) -> Q:
    """Return the condition that each of these fields is empty or such a day."""
    condition = Q()
    for name in names:
        condition &= Q(**{name: None}) | Q(**{f"{name}__gte": FIRST, f"{name}__lte": LAST})
    return condition
