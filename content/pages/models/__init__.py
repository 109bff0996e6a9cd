"""The kinds of page that belong to no course: home, section, article, session, initiative."""

from content.pages.models.article import ArticlePage
from content.pages.models.base import BasePage
from content.pages.models.home import HomePage, SectionPage
from content.pages.models.initiative import InitiativePage
from content.pages.models.session import SessionPage

__all__ = ["ArticlePage", "BasePage", "HomePage", "InitiativePage", "SectionPage", "SessionPage"]
