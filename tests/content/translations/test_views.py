"""The board as editors and translators see it."""

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import Translation

from content.pages.models import ArticlePage
from content.translations.models import Wording
from content.translations.views import PER_PAGE
from tests.content.translations.test_actions import rewritten, translated
from tests.factories.content import page_below, published, section_below

pytestmark = pytest.mark.django_db
BOARD = "/en/translations/"


@pytest.fixture
def desk(client, translator):
    client.force_login(translator)
    return client


def shown(client, **query):
    answer = client.get(BOARD, query)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def titles(soup):
    return [row.find("span").get_text() for row in soup.select("tbody th[scope=row]")]


def cell(soup, title, language):
    row = next(row for row in soup.select("tbody tr") if title in row.find("th").get_text())
    return next(td for td in row.find_all("td") if td["data-label"] == language)


def test_strangers_are_led_to_the_sign_in_and_learners_are_refused(client, learner, page):
    assert client.get(BOARD).status_code == 302
    client.force_login(learner)
    assert client.get(BOARD).status_code == 403


def test_a_missing_text_is_begun_with_one_press_and_opens_in_the_editor(desk, page, of):
    column = cell(shown(desk), "Olá", "French")
    assert "Not translated" in column.get_text()
    answer = desk.post(column.find("form")["action"])
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[of(page, "fr").pk])
    assert Translation.objects.filter(target_locale__language_code="fr").count() == 1
    assert "Begun" in cell(shown(desk), "Olá", "French").get_text()
    assert "js-translation-editor" in desk.get(answer.url).text


def test_a_stale_text_says_what_changed_since_when_and_by_whom(desk, page, editor, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    changed = ArticlePage.objects.get(pk=page.pk)
    changed.lead = "novo"
    changed.save_revision(user=editor).publish(user=editor, skip_permission_checks=True)
    words = cell(shown(desk), "Olá", "French").get_text()
    assert "The original has changed" in words
    assert "1 passage to translate" in words
    assert "Luciana Prado" in words


def test_a_current_text_says_who_translated_it(desk, page, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    words = cell(shown(desk, state="all"), "Olá", "French").get_text()
    assert "Up to date" in words
    assert "Koffi Agbessi" in words
    assert cell(shown(desk, state="all"), "Olá", "Portuguese").get_text(strip=True) == "original"


def test_what_has_changed_comes_before_what_was_never_translated(desk, homes, page, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    rewritten(page, "outro")
    published(page_below(homes["pt"], title="Mais nova"))
    assert titles(shown(desk)) == ["Olá", "Mais nova"]


def test_the_filter_narrows_by_language_state_and_words(desk, homes, page, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    published(page_below(homes["pt"], title="Outra"))
    assert titles(shown(desk, language="fr")) == ["Outra"]
    assert titles(shown(desk, language="fr", state="current")) == ["Olá"]
    assert titles(shown(desk, state="stale")) == []
    assert titles(shown(desk, q="out")) == ["Outra"]
    assert len(shown(desk, language="fr").select("thead th")) == 3


@pytest.mark.parametrize(
    "query",
    [{"language": "xx"}, {"state": "<b>"}, {"what": "everything"}, {"q": "x" * 500}, {"q": "\0'\""}, {"page": "-3"}, {"page": "999"}],
)
def test_nonsense_is_answered_with_the_board(desk, page, query):
    shown(desk, **query)


def test_a_text_written_by_hand_is_said_to_be_still_right(desk, homes, page):
    hand = page_below(homes["pt"], title="Um")
    published(page_below(homes["fr"], title="Un", translation_of=hand, rendering="unofficial", original_language="pt"))
    published(hand)
    form = cell(shown(desk), "Um", "French").find("form")
    assert desk.post(form["action"], follow=True).status_code == 200
    assert "Um" not in titles(shown(desk, language="fr", state="stale"))


def test_what_waits_for_review_says_so(desk, page, of, translator, homes):
    other = page_below(homes["pt"], title="Um")
    hand = page_below(homes["fr"], title="Un", translation_of=other, live=False)
    published(other)
    hand.save_revision()
    hand.get_workflow().start(hand, translator)
    assert "In review" in cell(shown(desk), "Um", "French").get_text()


def test_a_course_is_given_to_translation_by_a_form(desk, homes):
    section = published(section_below(homes["pt"], title="Curso"))
    published(page_below(section, title="Módulo"))
    link = next(a for a in shown(desk).select("th a") if "all below" in a.get_text())
    soup = BeautifulSoup(desk.get(link["href"]).content, "html.parser")
    assert "2 texts are given" in soup.get_text()
    assert [box["value"] for box in soup.select("input[type=checkbox]")] == ["en", "es", "fr"]
    assert "Choose at least one" in desk.post(link["href"], {}).text
    assert desk.post(link["href"], {"languages": ["fr"]}).status_code == 302
    assert Translation.objects.count() == 2


def test_the_editors_pages_lead_to_giving_a_course_to_translation(desk, homes):
    section = published(section_below(homes["pt"], title="Curso"))
    published(page_below(section, title="Módulo"))
    where = reverse("translations-whole", args=[section.translation_key])
    assert where in desk.get(reverse("wagtailadmin_explore", args=[section.pk])).text


@pytest.mark.parametrize("name", ["translations-begin", "translations-confirm"])
def test_nothing_is_changed_by_reading_and_what_is_not_there_is_not_found(desk, page, name):
    assert desk.get(reverse(name, args=[page.translation_key, "fr"])).status_code == 405
    assert desk.post(reverse(name, args=[uuid4(), "fr"])).status_code == 404
    assert desk.post(reverse(name, args=[page.translation_key, "xx"])).status_code == 404


@pytest.mark.parametrize("role", ["learner", "facilitator", "moderator", "partner"])
def test_who_does_not_work_on_pages_does_nothing_here(client, cast, page, role):
    client.force_login(cast[role])
    for name in ("translations-begin", "translations-confirm"):
        assert client.post(reverse(name, args=[page.translation_key, "fr"])).status_code == 403
    assert client.post(reverse("translations-whole", args=[page.translation_key]), {"languages": ["fr"]}).status_code == 403
    assert not Translation.objects.exists()


def test_a_reviewer_sees_the_board_and_begins_nothing(client, reviewer, page):
    client.force_login(reviewer)
    soup = shown(client)
    assert not soup.select("tbody form")
    assert client.post(reverse("translations-begin", args=[page.translation_key, "fr"])).status_code == 403


def test_one_person_does_not_begin_endlessly(desk, page, monkeypatch):
    monkeypatch.setitem(__import__("content.translations.views", fromlist=["x"]).BOARD_HITS, "limit", 1)
    where = reverse("translations-begin", args=[page.translation_key, "fr"])
    assert desk.post(where).status_code == 302
    assert desk.post(where).status_code == 403


def test_long_boards_have_pages(desk, homes, page):
    row = Wording.objects.get(language="fr")
    kind, since = row.kind, row.since
    Wording.objects.bulk_create(
        Wording(translation_key=uuid4(), language="fr", kind=kind, original_id=page.pk, state=2, since=since) for _n in range(PER_PAGE)
    )
    assert len(titles(shown(desk))) == PER_PAGE
    assert len(titles(shown(desk, page=2))) == 1


def queries(client):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        shown(client)
    return len(caught)


def test_the_board_asks_the_same_with_one_row_and_with_three(desk, homes, page):
    shown(desk)
    few = queries(desk)
    for number in range(2):
        published(page_below(homes["pt"], title=f"Mais {number}"))
    shown(desk)
    assert queries(desk) == few <= 16
