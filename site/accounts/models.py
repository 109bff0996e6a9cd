"""The door to the models of this storey: Django finds them here."""

from .notices.models import Acceptance, Notice
from .people.models import User

__all__ = ["Acceptance", "Notice", "User"]
