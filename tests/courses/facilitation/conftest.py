"""The cohort of the room below serves here too."""

from tests.courses.cohorts.conftest import *  # noqa: F403
