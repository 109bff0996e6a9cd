"""The stock cast."""

from tests.factories.cast import *  # noqa: F403
