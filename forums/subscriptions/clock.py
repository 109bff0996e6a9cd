"""When a mail is due: at once, or with the next digest in the reader's own time zone. Pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from forums.subscriptions.choices import Rhythm

HOUR = time(7)
MONDAY = 0


def due_at(rhythm: Rhythm, moment: datetime, zone: ZoneInfo) -> datetime | None:
    """Return when news of this moment is mailed: at once, at the next 7 o'clock, on the next Monday at 7; None for never."""
    if rhythm == Rhythm.NEVER:
        return None
    if rhythm == Rhythm.AT_ONCE:
        return moment
    here = moment.astimezone(zone)
    days = (MONDAY - here.weekday()) % 7 if rhythm == Rhythm.WEEKLY else 0
    found = datetime.combine(here.date() + timedelta(days=days), HOUR, zone)
    step = 7 if rhythm == Rhythm.WEEKLY else 1
    return found if found > here else datetime.combine(found.date() + timedelta(days=step), HOUR, zone)
