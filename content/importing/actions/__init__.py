"""Verbs of this room: bring a document in, join a translation to its page, tick leftovers off."""

from content.importing.actions.bringing import Brought, bring_in
from content.importing.actions.joining import join_translation
from content.importing.actions.ticking import tick_off

__all__ = ["Brought", "bring_in", "join_translation", "tick_off"]
