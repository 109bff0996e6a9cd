"""Words for how a text in one language stands to its original."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.IntegerChoices):
    """In the order in which they want attention."""

    STALE = 1, _("The original has changed")
    MISSING = 2, _("Not translated")
    CURRENT = 3, _("Up to date")


SIGNS = {State.STALE: ("stale", "stale"), State.MISSING: ("locked", "plus"), State.CURRENT: ("done", "check")}


def states_to_show(wanted: str) -> tuple[State, ...]:
    """Return the states that a filter of the board names; what it does not know is what is left to do."""
    known = {"all": tuple(State), **{state.name.lower(): (state,) for state in State}}
    return known.get(wanted, (State.STALE, State.MISSING))
