"""The same people, course and edition as for enrolment."""

from tests.courses.enrolment.conftest import *  # noqa: F403 - fixtures
