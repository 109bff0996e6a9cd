"""A page for members, tried at every door at once: closed to a stranger in all languages, open to a member."""

import json

import pytest

from content.pages.models import SectionPage
from tests.content.conftest import LANGUAGES

WORD = "xilofone"


@pytest.fixture
def doors(tree, new_paper, picture) -> dict[str, list[tuple[str, str]]]:
    """Return for each language the doors to one closed page: what it is called, and its address."""
    paper = new_paper()
    film = new_paper("film.mp4", b"\x00\x00\x00\x18ftypisom" + bytes(100))
    captions = new_paper("film.vtt", b"WEBVTT\n\n00:00.000 --> 00:02.000\nA\n")
    body = [
        ("paper", {"paper": paper, "title": ""}),
        ("picture", {"picture": picture, "alt": "x", "is_decorative": False, "caption": ""}),
        ("video", {"title": "F", "place": "own", "file": film, "captions": [{"language": "pt", "file": captions}]}),
    ]
    course = tree.add("Course", kind=SectionPage)
    lesson = tree.add("Lesson", under=course, lead=f"{WORD} {{}}", body=body)
    tree.close(course["pt"])
    rendition = picture.get_rendition("width-20|format-webp")
    files = [
        ("document", paper.url),
        ("film", film.url),
        ("captions", captions.url),
        ("picture", rendition.url),
        ("original", picture.file.url),
    ]
    return {code: [("page", f"/{code}/course/lesson/"), ("api", f"/api/v2/pages/{lesson[code].pk}/"), *files] for code in LANGUAGES}


def lists(client, code: str) -> dict[str, str]:
    """Return the text of everything that lists pages."""
    addresses = {
        "search": f"/{code}/search/?q={WORD}",
        "search in all": f"/{code}/search/?q={WORD}&all=on",
        "feed": f"/{code}/feed/",
        "sitemap": "/sitemap.xml",
        "first page": f"/{code}/",
        "api": f"/api/v2/pages/?limit=20&fields=*&locale={code}",
    }
    return {name: client.get(address).content.decode() for name, address in addresses.items()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_stranger_finds_every_door_closed_and_no_list_names_what_is_behind(client, doors, code):
    for name, address in doors[code]:
        for ask in (client.get, client.head):
            response = ask(address)
            assert response.status_code in (302, 404), name
            assert not response.has_header("Location") or "login" in response["Location"] or name == "api", name
            assert WORD not in b"".join(response).decode(errors="ignore"), name
    for name, text in lists(client, code).items():
        shown = text.replace(f'value="{WORD}"', "").replace(f"<title>{WORD}", "").replace(f"q={WORD}", "")
        assert "Lesson" not in shown, name
        assert "/course/" not in shown, name
        assert WORD not in shown, name


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_member_goes_in_at_every_door(client, doors, member, code):
    client.force_login(member)
    for name, address in doors[code]:
        response = client.get(address)
        assert response.status_code == 200, name
        assert "public" not in response.get("Cache-Control", ""), name
    found = lists(client, code)
    assert f"Lesson {code}" in found["api"]
    assert f"/{code}/course/lesson/" in found["search"]
    assert WORD not in found["feed"] + found["sitemap"]


def test_what_is_closed_later_is_closed_at_every_door_at_once(client, tree):
    pages = tree.add("Later", lead=WORD)
    assert "/pt/later/" in lists(client, "pt")["search"]
    tree.close(pages["fr"])
    for code in LANGUAGES:
        assert client.get(f"/{code}/later/").status_code == 302
        assert all("/later/" not in text for text in lists(client, code).values())


def test_the_api_counts_only_what_it_shows(client, doors, member):
    def count() -> int:
        return json.loads(client.get("/api/v2/pages/").content)["meta"]["total_count"]

    before = count()
    client.force_login(member)
    assert count() > before
