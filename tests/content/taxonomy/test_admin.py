"""Editors' screens of the taxonomy."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.taxonomy.models import Country, CountryGroup, Theme
from content.taxonomy.permissions import grant
from content.taxonomy.queries import members
from content.taxonomy.wagtail_hooks import steps
from tests.factories.content import site_tree
from tests.factories.practices import practice

pytestmark = pytest.mark.django_db


def screen(model, name, *args):
    return reverse(f"wagtailsnippets_content_{model}:{name}", args=args)


@pytest.fixture
def desk(client, editor):
    """Return the client of an editor who may see the admin, as after `manage.py setup`."""
    grant()
    Group.objects.get(name="editor").permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)
    return client


@pytest.mark.parametrize("model", ["theme", "countrygroup", "country", "region", "sdgtarget", "instrument"])
def test_editors_see_every_list_and_can_search_it(desk, model):
    assert desk.get(screen(model, "list")).status_code == 200
    assert desk.get(screen(model, "list"), {"q": "a"}).status_code == 200


def test_a_theme_is_renamed_in_one_edit(desk):
    theme = Theme.objects.get(slug="girls-gender")
    fields = {name: getattr(theme, name) for name in ("name_en", "name_pt", "name_es", "name_fr", "slug", "facet", "synonyms", "position")}
    data = {**fields, "name_pt": "Meninas", "targets": list(theme.targets.values_list("pk", flat=True)), "instruments": []}
    response = desk.post(screen("theme", "edit", theme.pk), data)
    assert response.status_code == 302, response.context["form"].errors
    theme.refresh_from_db()
    assert (theme.name_pt, theme.instruments.count()) == ("Meninas", 0)


def test_a_group_gains_a_member_in_one_edit(desk):
    group = CountryGroup.objects.get(slug="palop")
    chosen = [*group.members.values_list("pk", flat=True), Country.objects.get(iso2="GQ").pk]
    fields = {name: getattr(group, name) for name in ("name_en", "name_pt", "name_es", "name_fr", "slug", "source", "note")}
    response = desk.post(screen("countrygroup", "edit", group.pk), {**fields, "as_of": "2026-11-01", "members": chosen})
    assert response.status_code == 302, response.context["form"].errors
    assert "GQ" in members()["palop"]


def test_learners_see_none_of_it(client, learner):
    client.force_login(learner)
    assert client.get(screen("theme", "list")).status_code == 302


def test_what_practices_use_is_not_deleted(client, admin):
    site_tree()
    practice(themes="girls-gender")
    client.force_login(admin)
    theme = Theme.objects.get(slug="girls-gender")
    client.post(screen("theme", "delete", theme.pk))
    assert Theme.objects.filter(pk=theme.pk).exists()


def test_editors_are_let_in_once_and_what_an_administrator_decided_stays():
    assert grant()
    assert not grant()
    group = Group.objects.get(name="editor")
    assert group.permissions.filter(codename="change_theme").exists()
    assert not group.permissions.filter(codename="delete_theme").exists()
    [(_order, _name, step)] = steps()
    assert step(None) is None


@pytest.mark.parametrize(
    ("model", "one", "more"),
    [("country", "Angola", "Guin"), ("region", "Melanesia", "Africa"), ("theme", "Girls", "a"), ("countrygroup", "child", "countries")],
)
def test_a_list_asks_the_same_however_many_rows(desk, model, one, more):
    asked = []
    for words in (one, one, more):  # the first only warms what is remembered
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(screen(model, "list"), {"q": words}).status_code == 200
        asked.append(len(queries))
    assert asked[1] == asked[2]


@pytest.mark.parametrize("words", ["'; drop table", "<script>", "%", "\x00", "a" * 3000])
def test_hostile_words_find_nothing_and_break_nothing(desk, words):
    html = desk.get(screen("theme", "list"), {"q": words}).content.decode()
    assert "<script>'" not in html
    assert Theme.objects.count() == 24


@pytest.mark.parametrize(
    ("field", "value"), [("slug", "financing"), ("slug", "not a slug"), ("facet", "other"), ("name_en", ""), ("position", "-1")]
)
def test_what_is_wrong_is_said_beside_its_field(desk, field, value):
    theme = Theme.objects.get(slug="girls-gender")
    fields = {name: getattr(theme, name) for name in ("name_en", "name_pt", "name_es", "name_fr", "slug", "facet", "synonyms", "position")}
    response = desk.post(screen("theme", "edit", theme.pk), {**fields, field: value})
    assert response.status_code == 200
    assert field in response.context["form"].errors


def test_a_new_theme_can_be_named_by_practices_at_once(desk):
    data = {"name_en": "Music", "slug": "music", "facet": "response", "position": 99}
    response = desk.post(screen("theme", "add"), data)
    assert response.status_code == 302, response.context["form"].errors
    site_tree()
    assert practice(themes="music").theme_links.get().theme.name_in("fr") == "Music"


def test_only_editors_and_administrators_come_in(client, cast):
    grant()
    group = Group.objects.get(name="editor")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    came_in = set()
    for role, user in cast.items():
        client.logout()
        if user.is_authenticated:
            client.force_login(user)
        if client.get(screen("theme", "add")).status_code == 200:
            came_in.add(role)
    assert came_in == {"editor", "admin"}
