"""An announced edition with modules, people to come in, and mails as they are written."""

import pytest

from mail.models import Message
from tests.factories.cast import *  # noqa: F403 - fixtures
from tests.factories.courses import modules_below
from tests.factories.learning import edition_of, run


@pytest.fixture
def modules(course):
    return modules_below(course, 2)


@pytest.fixture
def edition(course):
    return edition_of(course)


@pytest.fixture
def led(edition, facilitator):
    """Return an edition that the facilitator runs."""
    run(edition, facilitator)
    return edition


@pytest.fixture
def mails(db):
    """Return the mails to an address, the first first."""
    return lambda person: list(Message.objects.filter(to=getattr(person, "email", person)).order_by("pk"))
