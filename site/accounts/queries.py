"""The door to the questions of this storey."""

from .notices.queries import current_notices, is_accepted_by, pending_for
from .people.queries import by_address, by_uid, countries, country_code, country_name, has_proven, languages, proven_by_address

__all__ = [
    "by_address",
    "by_uid",
    "countries",
    "country_code",
    "country_name",
    "current_notices",
    "has_proven",
    "is_accepted_by",
    "languages",
    "pending_for",
    "proven_by_address",
]
