"""The board without the database: what is asked for, how a state looks; and the doors that lead to it."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail import hooks
from wagtail.models import Page

from content.translations.choices import SIGNS, State, states_to_show
from content.translations.forms import STATES, BoardForm, WholeForm
from content.translations.models import Wording
from content.translations.rows import Cell, Line, Listed, Source
from content.translations.views import sources_for
from content.translations.wagtail_hooks import setup_steps, stale_panel, whole_button
from tests.factories.content import page_below, published, section_below

pytestmark = pytest.mark.django_db
BOARD = "/en/translations/"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def other_room(key="papers", *, is_seen=True, order=5, lines=()):
    """Return what another room puts on the board."""
    return Source(
        key, key.title(), lambda user: is_seen, lambda user, asked, start, stop: Listed(list(lines)[start:stop], len(lines)), order
    )


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("", (State.STALE, State.MISSING)),
        ("todo", (State.STALE, State.MISSING)),
        ("'; drop table", (State.STALE, State.MISSING)),
        ("stale", (State.STALE,)),
        ("current", (State.CURRENT,)),
        ("all", tuple(State)),
    ],
)
def test_the_filter_names_states(wanted, expected):
    assert states_to_show(wanted) == expected


def test_every_state_can_be_asked_for_and_has_a_look_and_a_picture():
    assert {state.name.lower() for state in State} < {key for key, _label in STATES}
    for state in State:
        cell = Cell("fr", state)
        assert (cell.sign, cell.icon) == SIGNS[state]


def test_the_filter_keeps_what_it_knows_and_forgets_the_rest():
    form = BoardForm({"what": "papers", "language": "xx", "q": " direito "}, sources=[other_room()])
    assert [form.asked(name) for name in ("what", "language", "state", "q")] == ["papers", "", "", "direito"]
    assert not BoardForm({"what": "pages"}, sources=[other_room()]).asked("what")
    assert BoardForm({}, sources=[]).asked("q") == ""


def test_a_course_is_given_into_languages_other_than_its_own_with_what_is_lacking_there():
    form = WholeForm({"languages": ["pt"]}, original="pt", lacking={"fr": 3})
    offered = dict(form.fields["languages"].choices)
    assert {code: label[-3:] for code, label in offered.items()} == {"en": "(0)", "es": "(0)", "fr": "(3)"}
    assert not form.is_valid()
    assert WholeForm({"languages": ["fr", "en"]}, original="pt", lacking={}).is_valid()


def test_rooms_stand_in_their_order_and_only_where_they_are_seen(translator):
    first, unseen = other_room("first", order=1), other_room("unseen", is_seen=False)
    with hooks.register_temporarily("translation_rows", lambda: first), hooks.register_temporarily("translation_rows", lambda: unseen):
        keys = [source.key for source in sources_for(translator)]
    assert keys[0] == "first"
    assert "pages" in keys
    assert "unseen" not in keys


def test_what_another_room_puts_here_is_shown_with_all_its_languages(client, translator, homes):
    line = Line("<b>Modelo</b>", "pt", cells={"fr": Cell("fr", State.STALE, NOW, "<i>Awa</i>", changed=2), "en": Cell("en", State.CURRENT)})
    client.force_login(translator)
    with hooks.register_temporarily("translation_rows", lambda: other_room(lines=[line])):
        soup = BeautifulSoup(client.get(BOARD, {"what": "papers"}).content, "html.parser")
    row = soup.select_one("tbody tr")
    assert "<b>Modelo</b>" in row.find("th").get_text()
    cells = {td["data-label"]: td.get_text(" ", strip=True) for td in row.find_all("td")}
    assert "2 passages to translate" in cells["French"]
    assert "<i>Awa</i>" in cells["French"]
    assert cells["Spanish"] == "–"
    assert not row.select("form, td a")


def test_who_has_only_another_rooms_texts_sees_those_and_no_pages(client, learner, homes):
    client.force_login(learner)
    with hooks.register_temporarily("translation_rows", lambda: other_room(lines=[Line("Um", "pt")])):
        soup = BeautifulSoup(client.get(BOARD, {"what": "pages"}).content, "html.parser")
    assert [option["value"] for option in soup.select("[name=what] option")] == ["papers"]
    assert "Um" in soup.select_one("tbody").get_text()


def test_an_empty_board_says_so_and_shows_the_way_to_everything(client, translator, homes):
    client.force_login(translator)
    soup = BeautifulSoup(client.get(BOARD, {"q": "nada disto"}).content, "html.parser")
    assert "Nothing is left to do here" in soup.select_one("main [role=status]").get_text()
    assert soup.select_one("main a[href$='?state=all']")


def test_the_board_is_kept_by_nobody_on_the_way_and_found_by_no_search_engine(client, translator, page):
    client.force_login(translator)
    answer = client.get(BOARD)
    assert "private" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]
    assert BeautifulSoup(answer.content, "html.parser").find("meta", {"name": "robots"})["content"] == "noindex"


@pytest.mark.parametrize(("role", "expected"), [("translator", 1), ("editor", 1), ("reviewer", 0), ("learner", 0)])
def test_giving_a_course_to_translation_is_offered_to_translators_on_pages_with_pages_below(cast, homes, role, expected):
    section = published(section_below(homes["pt"], title="Curso"))
    leaf = published(page_below(section, title="Módulo"))
    section = Page.objects.get(pk=section.pk)
    alias = Page.objects.get(translation_key=section.translation_key, locale__language_code="fr")
    assert len(list(whole_button(section, cast[role], "edit"))) == expected
    assert not list(whole_button(Page.objects.get(pk=leaf.pk), cast[role], "edit"))
    assert not list(whole_button(alias, cast[role], "edit"))


def test_the_desk_tells_what_is_stale_by_language_and_leads_there(rf, translator, learner, page):
    request = rf.get("/")
    request.user = learner
    assert stale_panel(request) is None
    request.user = translator
    assert (stale_panel(request).total, stale_panel(request).lines) == (0, [])
    Wording.objects.filter(language="fr").update(state=State.STALE)
    (line,) = stale_panel(request).lines
    assert (line.url, line.note) == (f"{reverse('translations')}?state=stale&language=fr", "1")


def test_a_site_without_pages_sets_up_a_board_without_work(db):
    ((_order, _title, run),) = setup_steps()
    Page.objects.filter(depth__gt=1).update(live=False)
    assert run(NOW) is None
