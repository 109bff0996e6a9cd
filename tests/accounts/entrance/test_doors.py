"""One door for staff and readers; only the routes that are used."""

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import override

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/", "/pt/_util/login/"])
def test_every_door_leads_to_ours_and_keeps_where_to_go(client, door):
    answer = client.get(door + "?next=/admin/pages/%3Fq%3D1")
    assert answer.status_code == 302
    assert answer.url.endswith("/account/login/?next=/admin/pages/%3Fq%3D1")
    assert client.post(door, {"username": "a", "password": "b"}).status_code == 302


def test_staff_come_back_to_the_editors_screens(client, editor):
    door = client.get("/admin/").url
    onward = client.get(door).url
    answer = client.post(onward, {"login": editor.email, "password": "velvet-otter-lantern", "way": "password"})
    assert answer.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_readers_find_the_editors_screens_closed(client, learner):
    client.force_login(learner)
    assert client.get("/admin/", follow=True).status_code == 403


def test_staff_who_are_in_pass_the_door_at_once(client, editor):
    client.force_login(editor)
    assert client.get("/admin/login/?next=/admin/pages/").url == "/admin/pages/"
    assert client.get("/admin/login/?next=//evil.example/").url == "/admin/"


@pytest.mark.parametrize(
    ("who", "is_open"),
    [
        ("editor", True),
        ("reviewer", True),
        ("translator", True),
        ("partner", True),
        ("moderator", True),
        ("facilitator", False),
        ("learner", False),
    ],
)
def test_groups_enter_the_editors_screens_where_they_work_there(cast, who, is_open):
    assert cast[who].has_perm("wagtailadmin.access_admin") is is_open


@pytest.mark.parametrize(
    "path", ["3rdparty/", "signup/passkey/", "phone/verify/", "password/reset/confirm/", "confirm-email/abc/", "social/login/"]
)
def test_routes_that_nobody_uses_are_not_there(client, path):
    assert client.get(f"/en/account/{path}").status_code == 404


def test_wagtails_own_password_pages_are_closed(client, admin):
    assert client.get("/admin/password_reset/", follow=True).status_code == 404
    client.force_login(admin)
    page = client.get("/admin/account/")
    assert page.status_code == 200
    assert "password" not in page.content.decode().lower().partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    "name", ["account_login", "account_signup", "account_logout", "account_email", "account_reset_password", "account"]
)
def test_addresses_bear_the_language(name):
    for language in ("pt", "pt-br", "en"):
        with override(language):
            assert reverse(name).startswith(f"/{language}/account/")


def test_the_password_link_needs_an_outside_id():
    with pytest.raises(NoReverseMatch):
        reverse("account_reset_password_from_key", kwargs={"uidb36": "1", "key": "abc"})


@pytest.mark.parametrize("path", ["login/", "signup/", "password/reset/", "password/reset/done/", "inactive/", "password/reset/key/done/"])
@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_every_open_page_answers_in_every_language(client, path, language):
    page = client.get(f"/{language}/account/{path}")
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.content.decode()
    assert "noindex" in page.content.decode()


def test_json_is_no_second_door(client, learner):
    answer = client.post(
        "/en/account/login/", {"login": learner.email, "password": "x", "way": "password"}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert answer["Content-Type"].startswith("text/html")
