"""The library, the practice and the facts that hang on it."""

from content.practices.models.facts import (
    Acronym,
    PracticeAmount,
    PracticeContact,
    PracticeCountry,
    PracticeInstrument,
    PracticeMaterial,
    PracticePicture,
    PracticeTarget,
    PracticeTheme,
)
from content.practices.models.library import LibraryPage
from content.practices.models.practice import PracticePage

__all__ = [
    "Acronym",
    "LibraryPage",
    "PracticeAmount",
    "PracticeContact",
    "PracticeCountry",
    "PracticeInstrument",
    "PracticeMaterial",
    "PracticePage",
    "PracticePicture",
    "PracticeTarget",
    "PracticeTheme",
]
