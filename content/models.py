"""The door through which Django finds the models of the rooms."""

from content.audience.models import Access
from content.generation.models import Generation
from content.importing.models import ImportedDocument, Leftover
from content.media.models import Paper, Picture, Rendition
from content.pages.models import ArticlePage, HomePage, InitiativePage, SectionPage, SessionPage
from content.search.models import Posting, SearchText

__all__ = [
    "Access",
    "ArticlePage",
    "Generation",
    "HomePage",
    "ImportedDocument",
    "InitiativePage",
    "Leftover",
    "Paper",
    "Picture",
    "Posting",
    "Rendition",
    "SearchText",
    "SectionPage",
    "SessionPage",
]
