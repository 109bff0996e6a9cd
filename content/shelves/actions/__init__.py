"""Keeping the index in step with what is published, one verb a file."""

from content.shelves.actions.catching_up import catch_up
from content.shelves.actions.hiding import hide, set_levels
from content.shelves.actions.labels import note_taxonomy
from content.shelves.actions.rebuilding import rebuild
from content.shelves.actions.shelving import shelve

__all__ = ["catch_up", "hide", "note_taxonomy", "rebuild", "set_levels", "shelve"]
