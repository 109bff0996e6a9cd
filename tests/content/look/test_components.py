"""The pieces of a page as readers get them."""

from uuid import UUID

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Page

from content.blocks.body import BodyBlock
from tests.factories.content import page_below, site_tree

HOSTILE = '"><script>alert(1)</script>'
BLOCK = str(UUID(int=5))
PAGE = Page(title="Página", translation_key=UUID(int=9), content_type_id=1)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def block(kind: str, value: object, **context: object) -> str:
    body = BodyBlock().to_python([{"type": kind, "value": value, "id": BLOCK}])
    return body[0].render(context={"page": PAGE, **context})


def component(name: str, **context: object) -> str:
    return render_to_string(f"components/{name}.html", context)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("heading", {"text": HOSTILE}),
        ("quote", {"text": HOSTILE, "who": HOSTILE}),
        ("figure", {"value": HOSTILE, "text": HOSTILE, "period": HOSTILE, "source": HOSTILE}),
        ("accordion", {"folds": [{"title": HOSTILE, "text": "<p>a</p>"}]}),
        ("timeline", {"phases": [{"title": HOSTILE, "period": HOSTILE, "text": ""}]}),
        ("action", {"text": HOSTILE, "url": "https://example.org/", "page": None}),
        ("video", {"title": HOSTILE, "place": "none"}),
    ],
)
def test_hostile_signs_are_text_in_every_block(kind, value):
    html = block(kind, value)
    assert "<script" not in html
    assert 'style="' not in html
    assert " on" not in html.replace(" one", "")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("quote", {"text": "Só isto", "who": ""}),
        ("figure", {"value": "7", "text": "países", "period": "", "source": ""}),
        ("timeline", {"phases": [{"title": "Criação", "period": "", "text": ""}]}),
    ],
)
def test_what_is_not_said_leaves_no_empty_element(kind, value):
    html = block(kind, value)
    for empty in ("<figcaption></figcaption>", "<small></small>", '<p class="when"></p>', '<div class="prose"></div>'):
        assert empty not in html


def test_a_heading_has_a_name_that_links_can_point_to():
    assert '<h2 id="o-que-muda">' in block("heading", {"text": "O que muda?"})
    assert f'<h2 id="{BLOCK}">' in block("heading", {"text": "العمل"})


def test_an_action_without_a_goal_is_no_button():
    assert "<a" not in block("action", {"text": "Começar", "url": "", "page": None})


def test_a_document_that_was_deleted_leaves_nothing(db):
    assert "<a" not in block("paper", {"paper": 999_999, "title": "Guia"})


def test_a_poster_tells_the_price_and_loads_the_pages_own_band():
    html = block(
        "video", {"title": "Sinais", "place": "youtube", "address": "https://youtu.be/abc_DEF-123", "minutes": 4, "megabytes": "9.1"}
    )
    assert f'src="/cover/{PAGE.translation_key.hex}.svg"' in html
    assert "4 min" in html
    assert "9.1 MB" in html
    assert ">≈<" in html
    assert 'data-video="9100000" data-about' in html
    assert "youtu" not in html.replace("YouTube", "").lower().replace("/en/video/", "")
    assert "<iframe" not in html


def test_no_video_yet_is_bare_warp_without_a_link():
    html = block(
        "video",
        {"title": "Sinais", "place": "none", "minutes": 4, "megabytes": "9.1", "transcripts": [{"language": "pt", "text": "<p>Texto</p>"}]},
    )
    assert "No video yet" in html
    assert "<a " not in html
    assert "data-video" not in html
    assert '<details class="transcript">' in html
    assert 'lang="pt"' in html


def test_a_video_shown_without_its_page_offers_its_text_only():
    html = block("video", {"title": "Sinais", "place": "youtube", "address": "https://youtu.be/abc_DEF-123"}, page=None)
    assert "<a " not in html


class Form(forms.Form):
    email = forms.EmailField(help_text="Only the team sees it.")
    is_old_enough = forms.BooleanField(label="I am 16 or older")
    way = forms.ChoiceField(choices=[("c", "Code"), ("p", "Password")], widget=forms.RadioSelect)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def test_a_field_ties_its_hint_and_its_error_to_the_input_and_keeps_what_was_typed():
    html = component("field", field=Form({"email": "ines@example"})["email"])
    assert 'value="ines@example"' in html
    assert 'aria-invalid="true"' in html
    described = html.split('aria-describedby="')[1].split('"')[0].split()
    assert len(described) == 2
    assert all(f'id="{name}"' in html for name in described)
    assert '<label for="id_email">' in html


def test_a_tick_has_its_words_beside_it_and_choices_have_a_legend():
    form = Form()
    assert '<label class="tick" for="id_is_old_enough">' in component("field", field=form["is_old_enough"])
    assert "<legend" in component("field", field=form["way"])
    assert "<label" not in component("field", field=form["hidden"])


def test_a_form_says_first_what_is_wrong_with_the_whole_of_it():
    form = Form({})
    form.add_error(None, HOSTILE)
    html = component("form", form=form)
    assert html.index('role="alert"') < html.index("id_email")
    assert "<script" not in html


@pytest.mark.parametrize(
    ("level", "sign", "role"),
    [
        (constants.SUCCESS, 'data-is="good"', "status"),
        (constants.ERROR, 'data-is="wrong"', "alert"),
        (constants.WARNING, 'data-is="care"', "status"),
        (constants.INFO, 'class="notice"', "status"),
    ],
)
def test_a_message_has_a_sign_and_is_announced(level, sign, role):
    html = component("messages", messages=[Message(level, HOSTILE)])
    assert sign in html
    assert f'role="{role}"' in html
    assert "<script" not in html


def test_a_pager_shows_only_the_steps_there_are():
    pages = Paginator(range(30), 10)
    assert component("pager", page_obj=Paginator(range(5), 10).page(1)).strip() == ""
    first, last = component("pager", page_obj=pages.page(1), query="q=a%20b"), component("pager", page_obj=pages.page(3))
    assert 'rel="prev"' not in first
    assert 'href="?q=a%20b&amp;page=2"' in first
    assert "Page 1 of 3" in first
    assert 'rel="next"' not in last


def test_a_cloth_shows_what_is_woven_and_says_it_in_words():
    strips = [{"key": UUID(int=1), "url": "/a/", "text": "Module 1", "woven": 0}, {"key": UUID(int=2), "url": "", "text": HOSTILE}]
    html = component("cloth", strips=strips, keys=[strip["key"] for strip in strips])
    assert 'data-woven="0"><a href="/a/">' in html
    assert 'data-woven="10"><span>' in html
    assert "<script" not in html
    assert component("cloth", strips=[], keys=[]).strip() == ""


@pytest.mark.django_db
def test_an_action_leads_to_the_page_in_the_readers_language():
    homes = site_tree()
    portuguese = page_below(homes["pt"], title="Curso")
    page_below(homes["fr"], title="Cours", slug="cours", translation_of=portuguese)
    value = {"text": "Go", "url": "", "page": portuguese.pk}
    for language, path in [("pt", "/pt/curso/"), ("pt-br", "/pt-br/curso/"), ("fr", "/fr/cours/"), ("es", "/pt/curso/")]:
        with translation.override(language):
            assert f'href="{path}"' in block("action", value)
