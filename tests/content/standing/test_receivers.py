"""A new version of a notice is put before every member."""

import pytest

from accounts.notices.models import Notice
from content.pages.models import ArticlePage
from tests.factories.content import page_below, published, site_tree

pytestmark = pytest.mark.django_db


def test_publishing_a_new_version_of_the_terms_raises_the_notice_once_for_all_languages():
    homes = site_tree()
    page = published(page_below(homes["pt"], notice="terms", notice_version="7", slug="terms"))
    published(page)
    assert Notice.objects.filter(kind="terms", version="7").count() == 1


def test_the_contact_page_and_a_notice_without_version_raise_nothing():
    homes = site_tree()
    before = Notice.objects.count()
    published(page_below(homes["pt"], notice="contact", notice_version="7", slug="contact"))
    published(page_below(homes["pt"], notice="privacy", slug="privacy"))
    assert Notice.objects.count() == before
    assert ArticlePage.objects.filter(notice="privacy").exists()
