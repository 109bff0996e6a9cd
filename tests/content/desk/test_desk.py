"""The desk shows each person what waits for her, of all rooms."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import hooks
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

from content.desk.panels import MOST_LINES, Line, Panel
from content.desk.queries import drafts_of, in_review, past_review, to_review, with_leftovers
from content.desk.rules import can_see_desk
from content.importing.models import ImportedDocument, Leftover
from content.links.choices import Found
from content.links.models import Address, Leading
from content.pages.models import SessionPage
from tests.factories.content import page_below, published, section_below

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = date(2026, 11, 22)


def drafted(home, by, title="Rascunho"):
    page = page_below(home, title=title, live=False, owner=by)
    page.save_revision(user=by)
    return Page.objects.get(pk=page.pk).specific


def sent(home, by, title="Para rever"):
    page = drafted(home, by, title)
    page.get_workflow().start(page, by)
    return page


def panel(client, key):
    answer = client.get(reverse("desk"))
    assert answer.status_code == 200
    section = BeautifulSoup(answer.content, "html.parser").find(id=f"panel-{key}")
    return section.parent if section else None


@pytest.fixture
def sit(client):
    """Sit somebody down at her desk, in English."""

    def seat(person):
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})
        client.force_login(person)
        return client

    return seat


def test_the_desk_is_for_those_who_work_in_the_editors_screens(cast, homes):
    assert {role for role, person in cast.items() if can_see_desk(person)} >= {"editor", "reviewer", "translator", "admin"}
    assert not any(can_see_desk(cast[role]) for role in ("stranger", "learner"))


def test_a_member_without_the_screens_has_no_desk(client, learner, homes):
    client.force_login(learner)
    assert client.get(reverse("desk")).status_code in (302, 403)
    assert client.post(reverse("desk")).status_code in (302, 403, 405)


def test_what_an_editor_sends_waits_for_the_reviewer_and_not_for_her(sit, homes, editor, reviewer):
    page = sent(homes["pt"], editor)
    assert [row.page.pk for row in to_review(reviewer)] == [page.pk]
    assert to_review(editor) == []
    assert [row.page.pk for row in in_review(editor)] == [page.pk]
    waiting = panel(sit(reviewer), "waiting")
    assert "Para rever" in waiting.get_text()
    assert "Luciana Prado" in waiting.get_text()
    assert waiting.find("a")["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Para rever" in panel(sit(editor), "sent").get_text()


def test_what_is_through_waits_for_nobody(homes, editor, reviewer):
    page = sent(homes["pt"], editor)
    page.current_workflow_task_state.approve(user=reviewer)
    assert to_review(reviewer) == in_review(editor) == []


def test_a_page_that_has_gone_waits_for_nobody(homes, editor, reviewer):
    page = sent(homes["pt"], editor)
    Page.objects.get(pk=page.pk).delete()
    assert to_review(reviewer) == in_review(editor) == []


def test_drafts_are_those_that_one_wrote_oneself(homes, editor, reviewer):
    mine = drafted(homes["pt"], editor)
    drafted(homes["pt"], reviewer, "De outra")
    published(page_below(homes["pt"], title="Publicada", owner=editor))
    assert [page.pk for page in drafts_of(editor)] == [mine.pk]


def test_pages_past_their_review_date_are_told_the_longest_ago_first(homes, editor):
    late = page_below(homes["pt"], title="Um", review_by_on=date(2026, 11, 1))
    later = page_below(homes["pt"], SessionPage, title="Dois", review_by_on=date(2025, 1, 1))
    page_below(homes["pt"], title="Três", review_by_on=TODAY)
    page_below(homes["pt"], title="Quatro", review_by_on=date(2025, 1, 1), live=False)
    assert [page.pk for page, _day in past_review(editor, TODAY)] == [later.pk, late.pk]


def test_pages_past_their_date_are_told_to_those_who_may_change_them(homes, editor, learner):
    section = section_below(homes["pt"], title="Secção")
    inside = page_below(section, title="Dentro", review_by_on=date(2026, 1, 1))
    page_below(homes["pt"], title="Fora", review_by_on=date(2026, 1, 1))
    GroupPagePermission.objects.filter(group__name="editor").update(page=section)
    assert [page.pk for page, _day in past_review(editor, TODAY)] == [inside.pk]
    assert past_review(learner, TODAY) == []


def test_documents_with_words_left_over_are_told_until_all_are_placed(homes, editor):
    page = page_below(homes["pt"], title="Do documento")
    document = ImportedDocument.objects.create(
        sha256="a" * 64,
        kind="session",
        locale=page.locale,
        translation_key=page.translation_key,
        brought_in_at=NOW,
        report={"page": {"title": "Do documento"}},
    )
    Leftover.objects.create(document=document, position=1, text="palavras", went="left")
    assert [(row.pk, row.open) for row in with_leftovers(editor)] == [(document.pk, 1)]
    Leftover.objects.update(done_at=NOW)
    assert not with_leftovers(editor).exists()


def test_broken_links_and_stale_translations_have_their_panels(sit, homes, editor):
    page = published(page_below(homes["pt"], title="Um"))
    hand = page_below(homes["fr"], title="Un", translation_of=page_below(homes["pt"], title="Outra"), rendering="unofficial")
    published(hand)
    published(Page.objects.get(translation_key=hand.translation_key, locale__language_code="pt").specific)
    address = Address.objects.create(digest="x", url="https://x.example/", found=Found.GONE, since=NOW, due_at=NOW)
    Leading.objects.create(page_id=page.pk, address=address)
    client = sit(editor)
    assert "https://x.example/" in panel(client, "links").get_text()
    assert reverse("desk-links") in {a["href"] for a in panel(client, "links").find_all("a")}
    assert "French" in panel(client, "stale").get_text()


def test_other_rooms_add_panels_in_their_order(sit, homes, editor):
    mine = Panel("mine", "Mine", [Line("One", "/x/", "note")], 1, order=12)
    with hooks.register_temporarily("desk_panels", lambda request: mine), hooks.register_temporarily("desk_panels", lambda request: None):
        client = sit(editor)
        assert "One" in panel(client, "mine").get_text()
        headings = [h["id"] for h in BeautifulSoup(client.get(reverse("desk")).content, "html.parser").select("#desk h2")]
    assert headings[:2] == ["panel-waiting", "panel-mine"]


def test_the_editors_first_screen_and_menu_lead_to_the_desk(sit, homes, editor):
    text = sit(editor).get(reverse("wagtailadmin_home")).text
    assert f'href="{reverse("desk")}"' in text
    assert "/en/translations/" in text


def test_a_panel_shows_the_first_and_says_how_many_there_are(sit, homes, editor):
    for number in range(MOST_LINES + 2):
        drafted(homes["pt"], editor, f"Rascunho {number}")
    drafts = panel(sit(editor), "drafts")
    assert len(drafts.find_all("li")) == MOST_LINES
    assert f"({MOST_LINES + 2})" in drafts.get_text()


def queries(client):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(reverse("desk")).status_code == 200
    return len(caught)


def test_the_desk_asks_the_same_with_one_row_and_with_three(sit, homes, editor, reviewer):
    client = sit(reviewer)

    def more(number):
        sent(homes["pt"], editor, f"Para rever {number}")
        drafted(homes["pt"], reviewer, f"Meu {number}")
        page = page_below(homes["pt"], title=f"Velha {number}", review_by_on=date(2020, 1, 1))
        address = Address.objects.create(digest=str(number), url=f"https://{number}.example/", found=Found.GONE, since=NOW, due_at=NOW)
        Leading.objects.create(page_id=page.pk, address=address)

    more(1)
    queries(client)
    few = queries(client)
    more(2)
    more(3)
    assert queries(client) == few
