"""The cohort of the room below serves here too."""

from tests.courses.cohorts.conftest import *  # noqa: F403
from tests.courses.cohorts.conftest import _stopped_clock  # noqa: F401
