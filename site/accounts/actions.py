"""The door to the actions of this storey."""

from .notices.actions import accept_notices, raise_notice
from .people.actions import activate, confirm_address, deactivate, put_into_groups
from .privacy.actions import erase

__all__ = ["accept_notices", "activate", "confirm_address", "deactivate", "erase", "put_into_groups", "raise_notice"]
