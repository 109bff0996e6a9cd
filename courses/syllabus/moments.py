"""Moments in words: the day, the hour and the place whose clock is meant."""

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import get_timezone_location
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def moment_in_words(moment: datetime, tz: tzinfo, now: datetime) -> str:
    """Return «3 March, 00:00 (Maputo)» in the active language; the year stands only where it is not this one."""
    here = moment.astimezone(tz)
    form = "MONTH_DAY_FORMAT" if here.year == now.astimezone(tz).year else "DATE_FORMAT"
    return _("%(day)s, %(time)s (%(place)s)") % {"day": date_format(here, form), "time": f"{here:%H:%M}", "place": place_of(tz)}


def end_in_words(moment: datetime, tz: tzinfo, now: datetime) -> str:
    """Return the last minute before a moment in words: a day that ends at 00:00 is over at 23:59 of that day."""
    return moment_in_words(moment - timedelta(minutes=1), tz, now)


def place_of(tz: tzinfo) -> str:
    """Return the city of a zone in the active language: Maputo for Africa/Maputo; what it is called where no city is meant."""
    name = getattr(tz, "key", None) or "UTC"
    if "/" not in name or name.startswith("Etc/"):
        return name.rpartition("/")[2]
    try:
        here = get_language() or "en"
        locale = Locale.parse({"pt": "pt_PT"}.get(here, here).replace("-", "_"))
        return str(get_timezone_location(tz, locale=locale, return_city=True)).rpartition("/")[2]
    except (UnknownLocaleError, ValueError, LookupError):
        return str(name.rpartition("/")[2].replace("_", " "))


def zone_named(name: str, fallback: tzinfo = UTC) -> tzinfo:
    """Return the zone with this name, or the fallback where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return fallback
