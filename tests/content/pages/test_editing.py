"""An editor's life: sign in, write, preview, publish; a reader sees it."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.html import escape
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from content.pages.models import ArticlePage
from content.standing.permissions import grant
from tests.factories.content import page_below, prose, published


@pytest.fixture
def page(homes):
    """A published article."""
    return published(page_below(homes["pt"], title="Antes", slug="artigo", body=prose("velho")))


@pytest.fixture
def editor(django_user_model, client, homes):
    """An editor who has signed in."""
    grant()
    person = django_user_model.objects.create_user("editor@example.org", "a-long-password")
    person.is_staff = True
    person.save()
    person.groups.add(Group.objects.get(name="editor"))
    client.force_login(person)
    return person


def form(page, **changes):
    """Return what the edit screen sends."""
    data = {
        "title": page.title,
        "slug": page.slug,
        "lead": page.lead,
        "body": streamfield([("prose", rich_text("<p>novo</p>"))]),
        "notice": "",
        "notice_version": "",
        "original_language": "",
        "rendering": "original",
        "translator": "",
        "translated_version": "",
        "is_source_held": "on",
        "review_by_on": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
    }
    return nested_form_data({**data, **changes})


def send(client, page, **changes):
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form(page, **changes))


def test_an_editor_opens_a_page_and_its_provenance_panel(page, editor, client):
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    assert 'name="original_language"' in response.text


def test_a_draft_shows_to_nobody_and_a_publication_to_everyone(page, editor, client):
    assert send(client, page, title="Depois").status_code == 302
    assert "Antes" in client.get("/pt/artigo/").text
    assert send(client, page, title="Depois", **{"action-publish": "1"}).status_code == 302
    for address in ("/pt/artigo/", "/fr/artigo/"):
        assert "Depois" in client.get(address).text
        assert "novo" in client.get(address).text


def test_an_editor_previews_what_is_not_saved(page, editor, client):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    client.post(url, form(page, title="Por guardar"))
    response = client.get(url)
    assert response.status_code == 200
    assert "Por guardar" in response.text


def test_an_editor_previews_a_page_that_does_not_exist_yet(homes, editor, client):
    url = reverse("wagtailadmin_pages:preview_on_add", args=["content", "articlepage", homes["pt"].pk])
    client.post(url, form(ArticlePage(title="Nova", slug="nova", lead="")))
    response = client.get(url)
    assert response.status_code == 200
    assert "Nova" in response.text


def test_an_editor_adds_a_page_and_publishes_it(homes, editor, client):
    url = reverse("wagtailadmin_pages:add", args=["content", "articlepage", homes["en"].pk])
    response = client.post(url, form(ArticlePage(title="New", slug="new", lead=""), **{"action-publish": "1"}))
    assert response.status_code == 302
    assert client.get("/en/new/").status_code == 200
    assert client.get("/pt/new/").status_code == 200


def test_a_translation_names_the_language_of_its_original_when_published_but_not_in_a_draft(page, editor, client):
    response = send(client, page, rendering="unofficial", **{"action-publish": "1"})
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"original_language"}
    assert send(client, page, rendering="unofficial").status_code == 302
    assert send(client, page, rendering="unofficial", original_language="es", **{"action-publish": "1"}).status_code == 302


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><svg onload=alert(1)>', "{{ 7|add:7 }}", "' OR 1=1 --"])
def test_hostile_text_in_every_field_is_inert(page, editor, client, hostile):
    body = streamfield(
        [
            ("prose", rich_text(f"<p>{escape(hostile)}</p>")),
            ("heading", {"text": hostile}),
            ("quote", {"text": hostile, "who": hostile}),
            ("figure", {"value": hostile, "text": hostile, "period": hostile, "source": hostile}),
        ]
    )
    response = send(client, page, title=hostile, lead=hostile, translator=hostile, body=body, **{"action-publish": "1"})
    assert response.status_code in (200, 302)
    text = client.get("/pt/artigo/").text
    assert "<script>alert" not in text
    assert "<svg onload" not in text
    assert ">14<" not in text


def test_an_unsafe_link_in_a_call_to_action_is_refused_with_a_sentence_even_in_a_draft(page, editor, client):
    body = streamfield([("action", {"text": "x", "page": "", "url": "javascript:alert(1)"})])
    response = send(client, page, body=body)
    assert response.status_code == 200
    assert "https://" in response.text


def test_an_incomplete_block_is_kept_in_a_draft_and_refused_when_published(page, editor, client):
    body = streamfield([("action", {"text": "x", "page": "", "url": ""})])
    assert send(client, page, body=body).status_code == 302
    assert send(client, page, body=body, **{"action-publish": "1"}).status_code == 200


def test_a_translator_may_not_add_pages_and_a_stranger_may_nothing(homes, django_user_model, client, page):
    grant()
    person = django_user_model.objects.create_user("t@example.org", "a-long-password")
    person.groups.add(Group.objects.get(name="translator"))
    client.force_login(person)
    assert client.get(reverse("wagtailadmin_pages:add", args=["content", "articlepage", homes["en"].pk])).status_code in (302, 403)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    client.logout()
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302


def test_an_editor_chooses_and_uploads_pictures_and_documents(editor, client):
    for name in ("wagtailimages:add", "wagtaildocs:add", "wagtailimages_chooser:choose", "wagtaildocs_chooser:choose"):
        assert client.get(reverse(name)).status_code == 200


def test_a_copy_is_offered_as_a_page_of_its_own_only(page, editor, client):
    response = client.get(reverse("wagtailadmin_pages:copy", args=[page.pk]))
    assert 'name="new_slug"' in response.text
    assert 'name="alias"' not in response.text


def test_an_editor_cannot_make_a_fifth_first_page(homes, editor, client):
    root = Page.objects.get(depth=1)
    response = client.get(reverse("wagtailadmin_pages:add", args=["content", "homepage", root.pk]))
    assert response.status_code in (302, 403)
