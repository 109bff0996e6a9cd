"""Panels one by one: what each tells to whom, and what it keeps to itself."""

from datetime import date

import pytest
from django.urls import reverse

from content.adapting.actions import accept
from content.desk.own import adaptations, drafts, leftovers, links, overdue, panels_for, sent, waiting
from content.desk.panels import MOST_LINES, Panel
from content.desk.wagtail_hooks import DeskComponent, desk_menu_item
from content.importing.models import ImportedDocument, Leftover
from content.links.choices import Found
from content.links.models import Address, Leading
from content.sorting.choices import Went
from tests.content.adapting.conftest import told
from tests.content.desk.test_desk import NOW, drafted
from tests.content.desk.test_desk import sent as send
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below, published
from tests.factories.practices import library, whole

pytestmark = pytest.mark.django_db


@pytest.fixture
def seen(rf):
    """Return what a panel tells somebody."""

    def see(tell, person):
        request = rf.get("/")
        request.user = person
        return tell(request)

    return see


def broken(page, number, found=Found.GONE):
    address = Address.objects.create(digest=f"{page.pk} {number}", url=f"https://{number}.example/", found=found, since=NOW, due_at=NOW)
    Leading.objects.create(page_id=page.pk, address=address)


def document(page, *went):
    row = ImportedDocument.objects.create(
        sha256=f"{page.pk:064}", kind="session", locale=page.locale, translation_key=page.translation_key, brought_in_at=NOW, report={}
    )
    for position, one in enumerate(went):
        Leftover.objects.create(document=row, position=position, text="x", went=one)
    return row


def test_an_adaptation_waits_for_an_editor_until_it_is_decided_and_never_for_who_told_it(seen, homes, editor, admin, learner):
    library()
    practice = whole("Calendário", slug="calendario")
    row = told(practice, learner)
    panel = seen(adaptations, editor)
    assert (panel.total, panel.url) == (1, reverse("adaptations-waiting"))
    assert "2025" in panel.lines[0].title
    mine = told(practice, editor, "BR")
    assert [line.title for line in seen(adaptations, editor).lines] == [panel.lines[0].title]
    assert seen(adaptations, admin).total == 2
    assert seen(adaptations, learner).total == 0
    accept(adaptation=row, by=editor, now=NOW)
    accept(adaptation=mine, by=admin, now=NOW)
    assert seen(adaptations, admin).total == 0


def test_what_waits_names_the_step_and_who_sent_it_in_the_language_of_the_page(seen, homes, editor, reviewer):
    page = send(homes["fr"], editor, "À relire")
    (line,) = seen(waiting, reviewer).lines
    assert (line.title, line.language) == ("À relire", "fr")
    assert line.note.endswith(": Luciana Prado")
    assert line.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    (line,) = seen(sent, editor).lines
    assert line.at is not None


def test_what_somebody_sent_who_has_gone_still_waits(seen, homes, editor, reviewer):
    passing = PersonFactory(name="De passagem", groups=["editor"])
    send(homes["pt"], passing)
    passing.delete()
    (line,) = seen(waiting, reviewer).lines
    assert line.note.endswith(": –")


def test_nobody_is_told_to_review_her_own(seen, homes, reviewer, admin):
    send(homes["pt"], reviewer, "Minha")
    assert seen(waiting, reviewer).total == 0
    assert seen(waiting, admin).total == 1


def test_the_newest_draft_comes_first_and_published_ones_leave(seen, homes, editor):
    first, second = drafted(homes["pt"], editor, "Um"), drafted(homes["pt"], editor, "Dois")
    assert [line.title for line in seen(drafts, editor).lines] == ["Dois", "Um"]
    published(second)
    assert [line.url for line in seen(drafts, editor).lines] == [reverse("wagtailadmin_pages:edit", args=[first.pk])]


def test_a_page_past_its_date_says_by_when_it_was_to_be_looked_at(seen, homes, editor):
    page_below(homes["pt"], title="Velha", review_by_on=date(2020, 5, 4))
    (line,) = seen(overdue, editor).lines
    assert "2020-05-04" in line.note


def test_broken_links_say_what_was_found_and_lead_to_the_page(seen, homes, editor, learner):
    page = page_below(homes["pt"], title="Ligações")
    broken(page, 1)
    broken(page, 2, Found.CLOSED)
    panel = seen(links, editor)
    assert panel.total == 1
    assert panel.lines[0].url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert panel.lines[0].note.startswith("https://1.example/ (")
    assert seen(links, learner) is None


def test_words_left_over_are_counted_by_document_and_ignored_ones_are_not(seen, homes, editor):
    row = document(page_below(homes["pt"], title="Do documento"), Went.LEFT, Went.LEFT)
    (line,) = seen(leftovers, editor).lines
    assert line.note.startswith("2 ")
    assert line.url == reverse("importing-report", args=[row.uid])
    Leftover.objects.update(done_at=NOW)
    assert seen(leftovers, editor).total == 0


@pytest.mark.parametrize("tell", [waiting, adaptations, sent, drafts, overdue, leftovers])
def test_who_has_nothing_to_do_is_told_so(seen, homes, partner, tell):
    panel = seen(tell, partner)
    assert (panel.lines, panel.total) == ([], 0)


def test_every_panel_is_cut_at_the_same_number_and_counts_all(seen, homes, editor):
    for number in range(MOST_LINES + 1):
        broken(page_below(homes["pt"], review_by_on=date(2020, 1, 1)), number)
    for tell in (links, overdue):
        panel = seen(tell, editor)
        assert (len(panel.lines), panel.total) == (MOST_LINES, MOST_LINES + 1)


def test_panels_of_one_order_keep_the_order_in_which_they_are_told(rf):
    tellers = [lambda request, key=key, order=order: Panel(key, key, order=order) for key, order in (("c", 9), ("a", 5), ("b", 5))]
    assert [panel.key for panel in panels_for(rf.get("/"), [*tellers, lambda request: None])] == ["a", "b", "c"]


@pytest.mark.parametrize(("role", "expected"), [("editor", True), ("admin", True), ("learner", False), ("stranger", False)])
def test_the_menu_shows_the_desk_to_those_who_have_one(rf, cast, homes, role, expected):
    request = rf.get("/")
    request.user = cast[role]
    assert desk_menu_item().is_shown(request) is expected


def test_the_first_screen_knows_where_the_desk_is():
    assert DeskComponent().get_context_data() == {"url": reverse("desk")}
