"""The door of a closed page: a stranger is led to the sign-in and back, a member reads."""

import pytest
from django.urls import reverse

from tests.content.conftest import LANGUAGES


def path_of(page, prefix=""):
    code = page.locale.language_code
    return f"/{prefix or code}/" + page.url_path.split("/", 2)[2]


@pytest.mark.parametrize("code", [*LANGUAGES, "pt-br"])
def test_a_stranger_is_led_to_the_sign_in_in_her_language_and_back_afterwards(client, closed, code):
    path = path_of(closed["pt" if code == "pt-br" else code], code)
    response = client.get(path + "?from=mail")
    assert response.status_code == 302
    assert response["Location"].startswith(f"/{code}/account/login/?next={path}")
    assert "from%3Dmail" in response["Location"]
    assert "private" in response["Cache-Control"]
    assert b"Secret" not in response.content


def test_asking_only_for_the_head_or_in_advance_gives_nothing_away(client, closed):
    path = path_of(closed["pt"])
    assert client.head(path).status_code == 302
    assert client.get(path, headers={"sec-purpose": "prefetch"}).status_code == 302


def test_a_stranger_who_posts_is_refused(client, closed):
    assert client.post(path_of(closed["pt"])).status_code in (403, 405)


def test_a_member_and_an_editor_read_and_shared_caches_keep_nothing(client, closed, member, admin):
    for person in (member, admin):
        client.force_login(person)
        response = client.get(path_of(closed["pt"]))
        assert response.status_code == 200
        assert "private" in response["Cache-Control"]


def test_an_open_page_is_read_by_strangers(client, tree):
    assert client.get(path_of(tree.add("Open")["es"])).status_code == 200


def test_an_editor_closes_and_opens_a_page_for_all_languages(client, tree, admin):
    page = tree.add("Lesson")
    client.force_login(admin)
    address = reverse("audience-change-level", args=[page["pt"].pk])
    assert client.post(address, {"level": "members"}).status_code == 302
    client.logout()
    assert client.get(path_of(page["fr"])).status_code == 302
    client.force_login(admin)
    client.post(address, {"level": "open"})
    client.logout()
    assert client.get(path_of(page["fr"])).status_code == 200


def test_a_level_that_does_not_exist_comes_back_with_a_sentence(client, tree, admin):
    page = tree.add("Lesson")["pt"]
    client.force_login(admin)
    response = client.post(reverse("audience-change-level", args=[page.pk]), {"level": "vip"})
    assert response.status_code == 200
    assert response.context["form"].errors["level"]


def test_who_may_not_publish_a_page_may_not_open_it(client, tree, closed, member):
    client.force_login(member)
    response = client.post(reverse("audience-change-level", args=[closed["pt"].pk]), {"level": "open"})
    assert response.status_code in (302, 403)
    client.logout()
    assert client.get(path_of(closed["pt"])).status_code == 302


def test_the_first_page_of_a_language_cannot_be_closed(client, tree, admin):
    client.force_login(admin)
    address = reverse("audience-change-level", args=[tree.homes["pt"].pk])
    assert client.post(address, {"level": "members"}).status_code in (302, 403)
    client.logout()
    assert client.get("/pt/").status_code == 200


def test_the_editor_of_a_page_shows_who_may_read_it_and_why(client, closed, admin):
    client.force_login(admin)
    page = client.get(reverse("wagtailadmin_pages:edit", args=[closed["fr"].pk])).content.decode()
    assert page.count(reverse("audience-change-level", args=[closed["fr"].pk])) == 1
