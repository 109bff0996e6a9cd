"""Hostile strings put into every field of an editor: on the page they are text, or gone."""

import json
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from content.pages.models import ArticlePage

HOSTILE = [
    "<script>alert('pwned')</script>",
    "<img src=x onerror=alert('pwned')>",
    "\"><svg onload=alert('pwned')>",
    "' onmouseover='alert(1)",
    "{{ 7*7 }}{% include 'x' %}",
    "<style>*{display:none}</style>",
    "</title><script>alert('pwned')</script>",
    "javascript:alert('pwned')",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href=\"javascript:alert('pwned')\">x</a>",
    "<p onclick=alert(1) style='position:fixed'>x</p>",
]


LEADING = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href")


class Page(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag in ("iframe", "style", "object", "embed", "base") or (
            tag == "script" and not (values.get("src") or "").startswith("/static/")
        ):
            self.bad.append(tag)
        self.bad += [name for name in values if name.startswith("on") or name == "style"]
        self.bad += [value for value in map(values.get, LEADING) if (value or "").strip().lower().startswith(("javascript:", "data:text"))]


def form(**fields: object) -> dict[str, object]:
    data = {"title": "x", "slug": "x", "lead": "", "seo_title": "", "search_description": "", "translator": "", "translated_version": ""}
    data |= {"rendering": "original", "original_language": "", "body": streamfield([]), "comments": [], **fields}
    counts = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0, "comments-MAX_NUM_FORMS": 1000}
    del data["comments"]
    return nested_form_data(data) | counts | {"action-publish": "1"}


def pasted(text: str) -> str:
    """Return what the editor's own script sends: a paragraph whose first letters are a link to nowhere good."""
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert('pwned')"}}
    ranges = [{"offset": 0, "length": 3, "key": 0}]
    block = {"key": "a", "type": "unstyled", "text": text, "depth": 0, "inlineStyleRanges": [], "entityRanges": ranges}
    odd = {**block, "key": "b", "type": "script", "entityRanges": []}
    return json.dumps({"blocks": [block, odd], "entityMap": {"0": link}})


def blocks(text: str) -> list[tuple[str, object]]:
    return [
        ("prose", pasted(text)),
        ("heading", {"text": text[:190]}),
        ("quote", {"text": text, "who": text}),
        ("figure", {"value": text[:50], "text": text, "period": text[:50], "source": text}),
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_an_editor_pastes_runs_nowhere(client, tree, admin, text):
    client.force_login(admin)
    address = reverse("wagtailadmin_pages:add", args=["content", "articlepage", tree.homes["en"].pk])
    fields = {
        "title": text,
        "lead": text,
        "seo_title": text,
        "search_description": text,
        "translator": text,
        "translated_version": text[:50],
    }
    response = client.post(address, form(**fields, rendering="unofficial", original_language="pt", body=streamfield(blocks(text))))
    assert response.status_code == 302, response.context["form"].errors
    page = ArticlePage.objects.get(slug="x", locale=tree.homes["en"].locale)
    assert page.live
    client.logout()
    for path in ("/en/x/", "/pt/x/", "/en/", "/en/search/?q=x+alert+pwned"):
        response = client.get(path)
        assert response.status_code == 200
        assert Page(response.content.decode()).bad == []
        assert "49" not in page.title


@pytest.mark.parametrize("text", ["javascript:alert(1)", "x" * 3000, "data:text/html,x", "http://"])
def test_addresses_that_are_none_come_back_with_a_sentence(client, tree, admin, text):
    client.force_login(admin)
    address = reverse("wagtailadmin_pages:add", args=["content", "articlepage", tree.homes["en"].pk])
    response = client.post(address, form(body=streamfield([("action", {"text": "Go", "page": "", "url": text})])))
    assert response.status_code == 200
    assert response.context["form"].errors["body"]
    assert not ArticlePage.objects.filter(slug="x").exists()
