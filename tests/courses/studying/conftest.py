"""The course, the edition and the learner of the tests of completion."""

from tests.courses.completion.conftest import _english, course, edition, enrolment, facilitator, homes, inspector, modules

__all__ = ["_english", "course", "edition", "enrolment", "facilitator", "homes", "inspector", "modules"]
