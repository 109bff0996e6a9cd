"""What this room answers when the whole site asks."""

from collections.abc import Callable
from datetime import datetime

from wagtail import hooks

from certificates.issuers.steps import issuers_step


@hooks.register("setup_steps")
def setup_steps() -> list[tuple[int, str, Callable[[datetime], str | None]]]:
    """The first issuer and its keys."""
    return [(46, "Issuer of certificates and its keys", issuers_step)]
