"""The whole school and everybody around it."""

from tests.factories.campus import *  # noqa: F403 - fixtures
from tests.factories.cast import *  # noqa: F403 - fixtures
