"""The door to the actions of this storey."""

from .entrance.expecting import expect_sign_up
from .notices.actions import accept_notices, raise_notice
from .people.actions import activate, confirm_address, deactivate, put_into_groups
from .privacy.actions import erase

__all__ = ["accept_notices", "activate", "confirm_address", "deactivate", "erase", "expect_sign_up", "put_into_groups", "raise_notice"]
