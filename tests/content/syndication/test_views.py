"""What machines read: sitemap, robots, feed, API."""

import json
from base64 import b64encode
from xml.etree import ElementTree

import pytest

from content.pages.models import ArticlePage
from tests.content.conftest import LANGUAGES, published

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml", "a": "http://www.w3.org/2005/Atom"}


def locations(client) -> list[str]:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    return [node.text for node in tree.findall("s:url/s:loc", NS)]


def test_the_sitemap_lists_each_page_with_all_its_languages(client, tree):
    tree.add("Open")
    document = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    found = {node.find("s:loc", NS).text: node for node in document.findall("s:url", NS)}
    assert "http://127.0.0.1:8000/fr/open/" in found
    links = found["http://127.0.0.1:8000/fr/open/"].findall("x:link", NS)
    assert {link.get("hreflang"): link.get("href").removeprefix("http://127.0.0.1:8000") for link in links} == {
        "pt": "/pt/open/",
        "pt-br": "/pt-br/open/",
        "en": "/en/open/",
        "es": "/es/open/",
        "fr": "/fr/open/",
    }


def test_the_sitemap_has_no_closed_page_no_alias_and_no_draft(client, tree, closed):
    published(tree.homes["pt"], ArticlePage(title="Only pt", slug="only-pt", locale=tree.homes["pt"].locale))
    draft = tree.add("Draft")
    draft["pt"].unpublish()
    found = " ".join(locations(client))
    assert "/pt/only-pt/" in found
    assert "/fr/only-pt/" not in found
    assert "lesson" not in found
    assert "/course/" not in found
    assert "/pt/draft/" not in found


def test_the_sitemap_costs_the_same_with_one_page_and_with_three(client, tree, django_assert_num_queries):
    tree.add("One")
    locations(client)
    for titles in (("Two", "Three"), ("Four",)):
        with django_assert_num_queries(2):
            locations(client)
        for title in titles:
            tree.add(title)


def test_robots_are_told_where_the_sitemap_is_and_kept_from_screens(client, db):
    text = client.get("/robots.txt").content.decode()
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in text
    assert "Disallow: /admin/" in text
    assert "Disallow: /pt-br/account/" in text


@pytest.mark.parametrize("code", [*LANGUAGES, "pt-br"])
def test_each_language_has_a_feed_of_its_new_pages(client, tree, closed, code):
    tree.add("Open", lead="Lead {} <b>&")
    content = "pt" if code == "pt-br" else code
    response = client.get(f"/{code}/feed/")
    feed = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    assert response["Content-Type"].startswith("application/atom+xml")
    assert [node.text for node in feed.findall("a:entry/a:title", NS)] == [f"Open {content}"]
    assert feed.find("a:entry/a:summary", NS).text == f"Lead {content} <b>&"
    assert feed.find("a:entry/a:link", NS).get("href") == f"http://127.0.0.1:8000/{code}/open/"


def test_the_feed_is_the_same_for_members_and_strangers(client, closed, member):
    client.force_login(member)
    assert b"Secret" not in client.get("/pt/feed/").content


def listed(client, **question) -> list[str]:
    response = client.get("/api/v2/pages/", {"limit": 20, **question})
    assert response.status_code == 200, response.content
    return [item["title"] for item in json.loads(response.content)["items"]]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_api_tells_strangers_of_open_pages_only_and_members_of_all(client, tree, closed, member, code):
    tree.add("Open")
    assert f"Open {code}" in listed(client, locale=code)
    assert f"Lesson {code}" not in listed(client, locale=code)
    assert f"Course {code}" not in listed(client, locale=code)
    client.force_login(member)
    assert f"Lesson {code}" in listed(client, locale=code)


def test_no_question_to_the_api_leads_a_stranger_to_a_closed_page(client, tree, closed):
    page, parent = closed["pt"], closed["pt"].get_parent()
    assert client.get(f"/api/v2/pages/{page.pk}/", follow=True).status_code == 404
    assert client.get("/api/v2/pages/find/", {"html_path": "/course/lesson/"}, follow=True).status_code == 404
    assert client.get("/api/v2/pages/find/", {"id": page.pk}, follow=True).status_code == 404
    assert client.get("/api/v2/pages/", {"child_of": parent.pk}).status_code == 400
    assert client.get("/api/v2/pages/", {"descendant_of": parent.pk}).status_code == 400
    assert client.get("/api/v2/pages/", {"translation_of": page.pk}).status_code == 400
    assert listed(client, type="content.ArticlePage") == []
    assert listed(client, search="Lesson") == []
    assert listed(client, slug="lesson") == []


def test_the_api_takes_no_password_and_changes_nothing(client, tree, member):
    header = "Basic " + b64encode(b"ana@example.org:demo-demo-demo").decode()
    closed_to = client.get("/api/v2/pages/", headers={"authorization": header})
    assert closed_to.wsgi_request.user.is_anonymous
    assert client.post("/api/v2/pages/", {}).status_code in (403, 405)
    assert client.get("/api/v2/images/", follow=True).status_code == 404
    assert client.get("/api/v2/documents/", follow=True).status_code == 404
    assert "text/html" not in client.get("/api/v2/pages/", headers={"accept": "text/html"})["Content-Type"]


@pytest.mark.parametrize("question", [{"limit": "x"}, {"fields": "((("}, {"type": "auth.User"}, {"order": "password"}, {"nonsense": "1"}])
def test_nonsense_asked_of_the_api_is_a_bad_request_never_an_error(client, tree, question):
    assert client.get("/api/v2/pages/", question).status_code == 400
