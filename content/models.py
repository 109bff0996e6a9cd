"""The door through which Django finds the models of the rooms."""

from content.adapting.models import Adaptation
from content.audience.models import Access
from content.contributing.models import CoAuthor, Contribution, PartAnswers, Upload
from content.generation.models import Generation
from content.harvesting.models import HarvestRecord, Membership
from content.importing.models import ImportedDocument, Leftover
from content.judging.models import Judgement, Mark, Note
from content.likeness.models import Sketch, SketchBand
from content.links.models import Address, Leading
from content.media.models import Paper, Picture, Rendition
from content.pages.models import ArticlePage, HomePage, InitiativePage, SectionPage, SessionPage
from content.practices.models import (
    Acronym,
    LibraryPage,
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticeMaterial,
    PracticePage,
    PracticePicture,
    PracticeTarget,
    PracticeTheme,
)
from content.reviewing.models import Part, PublicationTask, Remark, ReviewTask
from content.search.models import Posting, SearchText
from content.searches.models import SavedSearch
from content.shelves.models import Shelf, ShelfItem, ShelfPart, ShelfState, ShelfText
from content.taxonomy.models import Country, CountryGroup, Instrument, Region, SdgTarget, Theme
from content.translations.models import Wording
from content.versions.models import Version

__all__ = [
    "Access",
    "Acronym",
    "Adaptation",
    "Address",
    "ArticlePage",
    "CoAuthor",
    "Contribution",
    "Country",
    "CountryGroup",
    "Generation",
    "HarvestRecord",
    "HomePage",
    "ImportedDocument",
    "InitiativePage",
    "Instrument",
    "Judgement",
    "Leading",
    "Leftover",
    "LibraryPage",
    "Mark",
    "Membership",
    "Note",
    "Paper",
    "Part",
    "PartAnswers",
    "Picture",
    "Posting",
    "PracticeAmount",
    "PracticeContact",
    "PracticeCountry",
    "PracticeInstrument",
    "PracticeMaterial",
    "PracticePage",
    "PracticePicture",
    "PracticeTarget",
    "PracticeTheme",
    "PublicationTask",
    "Region",
    "Remark",
    "Rendition",
    "ReviewTask",
    "SavedSearch",
    "SdgTarget",
    "SearchText",
    "SectionPage",
    "SessionPage",
    "Shelf",
    "ShelfItem",
    "ShelfPart",
    "ShelfState",
    "ShelfText",
    "Sketch",
    "SketchBand",
    "Theme",
    "Upload",
    "Version",
    "Wording",
]
