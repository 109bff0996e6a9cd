"""Bring the site to the state that this release needs."""

from collections.abc import Callable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from .queries import _admin_email
from .steps import steps


class Refused(Exception):
    """Setup cannot do what was asked. The message is one line for the operator."""


def set_up(*, now: datetime, admin_email: str = "", say: Callable[[str], None]) -> None:
    """Run every step of setup, each in a transaction of its own; may be run again at any time.

    `admin_email`: the first administrator's address; she gets a link by mail. Raises Refused for what is no address.
    `say` is told one line for each step.
    """
    if admin_email:
        try:
            validate_email(admin_email)
        except ValidationError as error:
            raise Refused(f"Not set up: {admin_email} is not an e-mail address.") from error
    token = _admin_email.set(admin_email)
    try:
        for step in steps():
            with transaction.atomic():
                outcome = step.do(now)
            say(f"{step.title}: {outcome or 'nothing to do'}")
    finally:
        _admin_email.reset(token)
