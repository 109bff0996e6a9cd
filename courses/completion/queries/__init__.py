"""Questions about progress."""

from courses.completion.queries.memory import memory_of
from courses.completion.queries.progress import completable, progress_of, progress_of_many, rules_of
from courses.completion.queries.standing import standing, standings, why_closed
from courses.syllabus.queries.course import course_key_of, course_of_unit
from courses.syllabus.queries.outline import course_outline, newest_outline, outline

__all__ = [
    "completable",
    "course_key_of",
    "course_of_unit",
    "course_outline",
    "memory_of",
    "newest_outline",
    "outline",
    "progress_of",
    "progress_of_many",
    "rules_of",
    "standing",
    "standings",
    "why_closed",
]
