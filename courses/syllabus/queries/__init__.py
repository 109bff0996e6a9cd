"""Questions about what a course consists of."""

from courses.syllabus.queries.course import course_key_of, course_of_unit
from courses.syllabus.queries.outline import completion_of, course_outline, newest_outline, outline

__all__ = ["completion_of", "course_key_of", "course_of_unit", "course_outline", "newest_outline", "outline"]
