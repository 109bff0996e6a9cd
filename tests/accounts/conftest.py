"""What the tests about people share: the cast, and reading codes and links from mails."""

import re
from collections.abc import Callable

import pytest

from mail.models import Message
from tests.factories.cast import *  # noqa: F403


@pytest.fixture
def newest_mail(db) -> Callable[..., Message | None]:
    """Return the newest mail to an address, or None."""
    return lambda to: Message.objects.filter(to=to).order_by("-pk").first()


@pytest.fixture
def code_for(newest_mail) -> Callable[[str], str]:
    """Return the code of the newest mail to an address."""
    return lambda to: re.search(r"^\s+(\d{6})$", newest_mail(to).text, re.M)[1]


@pytest.fixture
def link_for(newest_mail) -> Callable[[str], str]:
    """Return the path of the first link of the newest mail to an address that bears a token."""
    return lambda to: re.search(r"https?://[^/\s]+(/\S*reset/key/\S+)", newest_mail(to).text)[1]


@pytest.fixture
def sign_up_data() -> dict[str, str]:
    """Return a sign-up form without fault."""
    return {
        "email": "new@example.org",
        "name": "Nova Pessoa",
        "country": "AO",
        "institution": "",
        "language": "pt",
        "password1": "",
        "is_of_age": "on",
        "is_accepted": "on",
    }
