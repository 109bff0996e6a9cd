"""A site with its workflows, its cast, a page and a practice on their way."""

from datetime import UTC, datetime

import pytest
from wagtail.models import Page, Workflow

from content.reviewing import paving
from content.standing.permissions import grant
from tests.factories.accounts import PersonFactory
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import page_below, site_tree
from tests.factories.practices import library, practice

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def homes(db):
    """Plant the trees, the permissions and the workflows, as `manage.py setup` does."""
    homes = site_tree()
    library()
    grant()
    Workflow.objects.exclude(name="Moderators approval").delete()
    paving.pave_pages()
    paving.pave_practices()
    return homes


@pytest.fixture
def article(homes, editor):
    """Return a draft of an editor, saved once."""
    page = page_below(homes["pt"], title="Módulo", live=False, owner=editor)
    page.save_revision(user=editor)
    return fresh(page)


@pytest.fixture
def sent(homes, learner):
    """Return a draft of a practice that a member wrote, saved once."""
    page = practice("Inspeção partilhada", live=False, owner=learner)
    page.save_revision(user=learner)
    return fresh(page)


@pytest.fixture
def second(db):
    """Return another reviewer."""
    return PersonFactory(email="second@example.org", name="Segunda Revisora", groups=["reviewer"])


def fresh(page):
    """Return the page as the database has it now."""
    return Page.objects.get(pk=page.pk).specific
