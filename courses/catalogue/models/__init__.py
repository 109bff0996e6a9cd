"""A course has modules, a module has units: the smallest things one opens."""

from courses.catalogue.models.course import CoursePage
from courses.catalogue.models.module import ModulePage
from courses.catalogue.models.unit import DiscussionPage, LinkPage, ReadingPage, Unit, VideoPage

__all__ = ["CoursePage", "DiscussionPage", "LinkPage", "ModulePage", "ReadingPage", "Unit", "VideoPage"]
