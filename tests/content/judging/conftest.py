"""Practices before their judges."""

import pytest

from content.judging.choices import Criterion
from content.reviewing import actions as reviewing
from tests.content.reviewing.conftest import *  # noqa: F403
from tests.content.reviewing.conftest import NOW
from tests.factories.practices import whole

GOOD = dict.fromkeys(Criterion.values, 2)


def ticked(scores=GOOD, *, notes=None, comment="", remarks=None):
    """Return a checklist as `actions.keep` takes it."""
    return {"scores": dict(scores), "remarks": remarks or {}, "notes": notes or {}, "comment": comment}


def typed(scores=GOOD, do="keep", **more):
    """Return a checklist as the form sends it."""
    return {f"score_{name}": score for name, score in scores.items() if score is not None} | {"comment": "", "do": do} | more


@pytest.fixture
def waiting(homes, learner):
    """Return a practice that its author has sent."""
    page = whole("Inspeção partilhada", live=False, owner=learner)
    page.save_revision(user=learner)
    reviewing.submit(page=page, by=learner, now=NOW)
    return type(page).objects.get(pk=page.pk)
