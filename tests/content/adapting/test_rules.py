"""Each rule agrees with its twin for the whole cast."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from wagtail.models import GroupPagePermission, Page

from content.adapting import rules
from content.adapting.models import Adaptation
from content.practices.models import PracticePage
from tests.content.adapting.conftest import shown, told
from tests.factories.accounts import PersonFactory
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(ana, keeper, tree):
    publish = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    GroupPagePermission.objects.create(group=Group.objects.get(name="reviewer"), page=Page.objects.get(depth=1), permission=publish)
    groups = ("facilitator", "moderator", "translator", "editor", "reviewer", "partner manager")
    return {"stranger": AnonymousUser(), "ana": ana, "keeper": keeper, "member": PersonFactory()} | {
        name: PersonFactory(groups=[name]) for name in groups
    }


@pytest.fixture
def rows(calendar, ana, keeper):
    draft = practice("Rascunho")
    hidden = told(draft, ana)
    draft.live = False
    draft.save()
    return [told(calendar, ana), shown(calendar, ana, keeper, "TL"), told(calendar, keeper, "MZ"), hidden]


@pytest.mark.parametrize("verb", ["see", "decide", "take_back"])
def test_rules_agree_with_their_twins(cast, rows, verb):
    twin = {"see": rules.visible_to, "decide": rules.decidable_by, "take_back": rules.retractable_by}[verb]
    for name, user in cast.items():
        kept = set(twin(user))
        for row in Adaptation.objects.all():
            assert getattr(rules, f"can_{verb}")(user, row) == (row in kept), (name, row)


def test_telling_agrees_with_its_twin(cast, rows):
    for name, user in cast.items():
        kept = set(rules.can_tell_of(user))
        for page in PracticePage.objects.all():
            assert rules.can_tell(user, page) == (page in kept), (name, page)


def test_who_sees_and_decides_what(cast, rows):
    waiting, public, keepers, _hidden = rows
    assert list(rules.visible_to(cast["stranger"])) == [public]
    assert set(rules.visible_to(cast["member"])) == {public}
    assert waiting in rules.visible_to(cast["ana"])
    assert keepers not in rules.visible_to(cast["ana"])
    assert not rules.decidable_by(cast["partner manager"]).exists()
    assert not rules.decidable_by(cast["translator"]).exists()
    assert not rules.decidable_by(cast["member"]).exists()
    assert rules.can_decide(cast["reviewer"], waiting)
    assert keepers not in rules.decidable_by(cast["keeper"])
