"""What the tests of moderation share."""

import pytest

from forums.boards.models import Forum
from forums.discussions.actions import recount
from forums.moderation.actions import decide
from forums.moderation.choices import Verb
from forums.moderation.queries import last_decision
from tests.factories.forums import NOW


@pytest.fixture
def decided(moderator):
    """Decide about a post as a moderator who saw all that was decided before."""

    def do(post, verb, now=NOW, by=None, **more):
        latest = last_decision(post)
        post.refresh_from_db()
        return decide(post=post, verb=Verb(verb), moderator=by or moderator, seen=str(latest.uid) if latest else "", now=now, **more)

    return do


@pytest.fixture
def is_counted_right(db):
    """Return whether every forum's and topic's numbers are what counting anew gives."""

    def check():
        return [recount(forum=forum) for forum in Forum.objects.all()] == [0] * Forum.objects.count()

    return check
