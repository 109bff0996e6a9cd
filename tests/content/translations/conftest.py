"""A page in several languages, and the people of the board."""

import pytest
from wagtail.models import Locale

from content.pages.models import ArticlePage
from content.standing.permissions import grant
from tests.factories.cast import *  # noqa: F403
from tests.factories.content import page_below, prose, published, site_tree


@pytest.fixture
def homes(db):
    """The trees, and the groups with their permissions on pages."""
    homes = site_tree()
    grant()
    return homes


@pytest.fixture
def page(homes):
    """A published Portuguese article; readers of the other languages see it through aliases."""
    return published(page_below(homes["pt"], title="Olá", slug="ola", body=prose("texto português")))


@pytest.fixture
def french(homes):
    return Locale.objects.get(language_code="fr")


@pytest.fixture
def of():
    """Return the page of a translation key in a language."""

    def find(page, code):
        return ArticlePage.objects.get(translation_key=page.translation_key, locale__language_code=code)

    return find
