"""The clock and the mails of the tests of subscriptions."""

from tests.forums.subscriptions.conftest import *  # noqa: F403 - fixtures
