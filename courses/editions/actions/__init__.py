"""What happens to editions, one verb a file."""

from courses.editions.actions.announce import announce_edition
from courses.editions.actions.audit import note_act
from courses.editions.actions.close import close_edition
from courses.editions.actions.copy import copy_edition
from courses.editions.actions.dates import set_module_dates
from courses.editions.actions.events import add_event, change_event, remove_event
from courses.editions.actions.people import set_facilitators
from courses.editions.actions.prepare import change_edition, create_edition

__all__ = [
    "add_event",
    "announce_edition",
    "change_edition",
    "change_event",
    "close_edition",
    "copy_edition",
    "create_edition",
    "note_act",
    "remove_event",
    "set_facilitators",
    "set_module_dates",
]
