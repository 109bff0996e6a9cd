"""The door through which Django finds the models of the rooms."""

from courses.catalogue.models import CoursePage, LinkPage, ModulePage, ReadingPage, Unit, VideoPage

__all__ = ["CoursePage", "LinkPage", "ModulePage", "ReadingPage", "Unit", "VideoPage"]
