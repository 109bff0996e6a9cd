"""Who follows: a member or a guest, in one shape."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from accounts.models import User
from forums.guests.models import Guest

Follower = User | Guest


def by(follower: Follower) -> dict[str, Follower]:
    """Return the fields of a row that belongs to this person."""
    return {"user": follower} if isinstance(follower, User) else {"guest": follower}


def zone_of(follower: Follower) -> ZoneInfo:
    """Return the time zone in which she reads: UTC for guests, and where hers is not known."""
    try:
        return ZoneInfo(follower.time_zone if isinstance(follower, User) else "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
