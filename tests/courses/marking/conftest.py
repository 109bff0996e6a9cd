"""The stock cast, an edition and a quiz in its course."""

from tests.factories.cast import *  # noqa: F403 - fixtures
from tests.factories.quizzes import *  # noqa: F403 - fixtures
