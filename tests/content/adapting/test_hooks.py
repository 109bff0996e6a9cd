"""Where adaptations meet the house."""

import pytest
from django.contrib.auth.models import AnonymousUser

from content.adapting import wagtail_hooks as hooks_of
from content.adapting.models import Adaptation
from content.audience.actions import set_level
from content.library.asking import asked_by
from content.library.queries import find
from content.shelves.actions import shelve
from tests.content.adapting.conftest import NOW, shown, told
from tests.factories.content import page_below
from tests.factories.practices import whole

pytestmark = pytest.mark.django_db


def below(rf, page, user=None):
    request = rf.get("/")
    request.user = user or AnonymousUser()
    return hooks_of.family_below(request, page)


def test_the_facet_finds_what_was_adapted_and_forgets_what_is_hidden(calendar, ana, keeper):
    shelve(keys=[calendar.translation_key, whole("Outra").translation_key])

    def found():
        return find(asked_by("adapted=yes"), user=None, language="pt").keys()

    assert found() == []
    row = shown(calendar, ana, keeper)
    assert found() == [calendar.translation_key]
    hooks_of.actions.refuse(adaptation=row, by=keeper, reason="x", now=NOW)
    assert found() == []


def test_the_foot_of_a_practice_invites_to_tell_and_shows_what_was_told(rf, calendar, ana, keeper):
    assert f"/library/adaptations/{calendar.translation_key}/new/" in below(rf, calendar)
    told(calendar, ana)
    assert "Guiné-Bissau" not in below(rf, calendar)
    shown(calendar, ana, keeper, "TL")
    assert "Timor" in below(rf, calendar)


def test_other_pages_have_no_foot(rf, calendar, tree):
    assert below(rf, page_below(tree.homes["pt"], title="Artigo", slug="artigo")) is None


def test_a_member_and_a_stranger_each_see_their_own_family(rf, calendar, ana, keeper, member):
    child = whole("Secreta")
    shown(calendar, ana, keeper, became_key=child.translation_key)
    set_level(translation_key=child.translation_key, level="members", now=NOW)
    assert "Secreta" in below(rf, calendar, member)
    assert "Secreta" not in below(rf, calendar)


def test_a_member_is_told_what_is_held_and_leaves_without_a_trace(calendar, ana, keeper):
    told(calendar, ana)
    shown(calendar, ana, keeper, "TL", contact="ana@example.org")
    [first, second] = hooks_of.personal_data(ana)["adaptations"]
    assert (first["country"], first["state"]) == ("GW", "waiting")
    assert second["contact"] == "ana@example.org"
    hooks_of.erase_person(ana, NOW)
    assert list(Adaptation.objects.values_list("by", "contact")) == [(None, "")]


def test_the_mail_has_a_name_in_the_list_of_mails():
    [(kind, name)] = hooks_of.mail_kinds()
    assert kind == "practice-adaptation"
    assert str(name)
