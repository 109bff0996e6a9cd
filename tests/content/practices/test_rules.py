"""Who may read practices and take them down; each rule against its twin."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from content.audience.actions import set_level
from content.practices.models import PracticePage
from content.practices.queries import live_practices, practices_seen_by
from content.practices.rules import can_see, can_withdraw, seen_by, withdrawable_by
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(shelf):
    """Return an open practice, one for members, a draft."""
    closed = practice("Closed")
    set_level(translation_key=closed.translation_key, level="members", now=timezone.now())
    return {"open": practice("Open"), "closed": closed, "draft": practice("Draft", live=False)}


@pytest.fixture
def publishers(editor):
    """Let editors publish everywhere, as `manage.py setup` does."""
    GroupPagePermission.objects.create(
        group=Group.objects.get(name="editor"),
        page=Page.objects.get(depth=1),
        permission=Permission.objects.get(codename="publish_page", content_type__app_label="wagtailcore"),
    )


def test_each_rule_agrees_with_its_twin_for_everybody(practices, cast, publishers):
    every = PracticePage.objects.all()
    for role, user in cast.items():
        for name, page in practices.items():
            assert can_see(user, page) == seen_by(user, every).filter(pk=page.pk).exists(), (role, name)
            assert can_withdraw(user, page) == withdrawable_by(user, every).filter(pk=page.pk).exists(), (role, name)


def test_strangers_read_what_is_open_members_all_that_is_published(practices, stranger, learner):
    assert [page.title for page in practices_seen_by(stranger)] == ["Open"]
    assert {page.title for page in practices_seen_by(learner)} == {"Open", "Closed"}
    assert live_practices().count() == 2


def test_those_who_publish_may_take_down(practices, publishers, editor, admin, learner, stranger):
    assert can_withdraw(editor, practices["open"])
    assert can_withdraw(admin, practices["closed"])
    assert not can_withdraw(admin, practices["draft"])
    assert not can_withdraw(learner, practices["open"])
    assert not can_withdraw(stranger, practices["open"])
