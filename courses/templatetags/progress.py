"""What templates need to show how somebody stands: states of units and modules, moments in words."""

from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from django import template

from courses.completion.standing import ModuleStanding, Standing, UnitStanding
from courses.syllabus.moments import end_in_words
from courses.syllabus.release import Reason

register = template.Library()


@register.filter
def unit_of(standing: Standing | None, key: UUID) -> UnitStanding | None:
    """Return how the unit with this translation key stands; nothing for one who does not take part."""
    return standing.units.get(key) if standing else None


@register.filter
def module_of(standing: Standing | None, key: UUID) -> ModuleStanding | None:
    """Return how the module with this translation key stands; nothing for one who does not take part."""
    return standing.modules.get(key) if standing else None


@register.filter
def until(moment: datetime, clock: tuple[tzinfo, datetime]) -> str:
    """Return the last minute before a moment in words. Takes the reader's zone and the moment at which she reads."""
    return end_in_words(moment, *clock)


@register.filter
def told(reason: Reason, clock: tuple[tzinfo, datetime]) -> Any:
    """Return why something is closed, as a sentence, by the zone of the edition."""
    return reason.sentence(*clock)
