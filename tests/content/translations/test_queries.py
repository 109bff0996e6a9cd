"""What the board reads: stretches in their order, numbers by language, and of whom one sees which."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringTranslation, Translation

from content.pages.models import ArticlePage
from content.translations import actions
from content.translations.choices import State
from content.translations.models import Wording
from content.translations.queries import counts, lacking, listed, managed, original_page, stale_in, texts_of, whole
from content.translations.rows import Asked
from content.translations.rules import can_translate, visible_to
from tests.content.translations.test_actions import NOW, put_words, rewritten, states, translated
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below, published, section_below

pytestmark = pytest.mark.django_db
EVERYTHING = tuple(State)


def titles(user, start=0, stop=25, **asked):
    return [line.title for line in listed(user, Asked(**asked), start, stop).lines]


def put(page, code, state):
    Wording.objects.filter(translation_key=page.translation_key, language=code).update(state=state)


@pytest.fixture
def three(homes):
    """Three Portuguese articles, published one after the other."""
    return [published(page_below(homes["pt"], title=title)) for title in ("Um", "Dois", "Três")]


@pytest.fixture
def of_french(homes):
    """Somebody who may change what is French, and nothing else."""
    group = Group.objects.create(name="French desk")
    group.permissions.set(Group.objects.get(name="translator").permissions.all())
    for row in GroupPagePermission.objects.filter(group__name="translator"):
        GroupPagePermission.objects.create(group=group, page=homes["fr"].page_ptr, permission=row.permission)
    return PersonFactory(name="Awa Diop", groups=["French desk"])


def test_a_long_list_is_cut_into_stretches_that_leave_nothing_out(three, translator):
    assert titles(translator) == ["Três", "Dois", "Um"]
    assert titles(translator, 0, 2) + titles(translator, 2, 4) == titles(translator)
    assert listed(translator, Asked(), 0, 1).total == 3
    assert listed(translator, Asked(), 50, 75).lines == []


def test_one_stale_language_puts_a_text_before_all_that_were_never_translated(three, translator):
    put(three[0], "es", State.STALE)
    assert titles(translator) == ["Um", "Três", "Dois"]
    assert titles(translator, states=(State.STALE,)) == ["Um"]


def test_words_are_sought_in_titles_as_they_stand(three, translator):
    assert titles(translator, words="DOI") == ["Dois"]
    assert titles(translator, words="%") == []
    assert titles(translator, words="x" * 5000) == []


def test_what_lies_below_a_page_can_be_asked_for(homes, three, translator):
    section = published(section_below(homes["pt"], title="Curso"))
    published(page_below(section, title="Módulo"))
    assert sorted(titles(translator, below=section.path)) == ["Curso", "Módulo"]


def test_a_line_tells_where_one_goes_from_each_language(three, translator):
    page = three[0]
    (line,) = listed(translator, Asked(words="Um"), 0, 25).lines
    assert (line.language, line.kind, line.whole) == ("pt", "article", "")
    assert line.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert line.cells["fr"].begin == reverse("translations-begin", args=[page.translation_key, "fr"])
    assert (line.cells["fr"].url, line.cells["fr"].confirm) == ("", "")


def test_a_text_written_by_hand_is_opened_and_confirmed_and_never_begun(homes, three, translator):
    hand = page_below(homes["fr"], title="Un", translation_of=page_below(homes["pt"], title="Mão"), rendering="unofficial")
    published(hand)
    published(ArticlePage.objects.get(translation_key=hand.translation_key, locale__language_code="pt"))
    (line,) = listed(translator, Asked(words="Mão"), 0, 25).lines
    cell = line.cells["fr"]
    assert (cell.state, cell.begin, cell.rendering) == (State.STALE, "", "unofficial")
    assert cell.url == reverse("wagtailadmin_pages:edit", args=[hand.pk])
    assert cell.confirm == reverse("translations-confirm", args=[hand.translation_key, "fr"])


def test_numbers_by_language_and_state_are_those_of_the_rows_that_one_sees(three, translator, learner):
    put(three[0], "fr", State.STALE)
    put(three[1], "fr", State.CURRENT)
    told = counts(translator)
    assert told["fr"] == {State.STALE: 1, State.CURRENT: 1, State.MISSING: 1}
    assert told["en"] == {State.MISSING: 3}
    assert counts(learner) == {}


def test_how_many_of_some_pages_are_lacking_is_told_by_language(three):
    put(three[0], "fr", State.CURRENT)
    assert lacking([page.translation_key for page in three[:2]]) == {"en": 2, "es": 2, "fr": 1}
    assert lacking([]) == {}


def test_who_may_work_on_one_language_sees_all_texts_and_begins_those_of_hers(three, of_french):
    assert titles(of_french) == ["Três", "Dois", "Um"]
    (line,) = listed(of_french, Asked(words="Um"), 0, 25).lines
    assert line.url == ""
    assert {code for code, cell in line.cells.items() if cell.begin} == {"fr"}
    target = actions.begin(page=three[0], language="fr", by=of_french)
    assert target.locale.language_code == "fr"
    with pytest.raises(PermissionDenied):
        actions.begin(page=three[0], language="es", by=of_french)
    assert not can_translate(of_french, three[0])


def test_where_a_language_has_no_page_the_original_says_who_begins(three, of_french, translator):
    Page.objects.get(translation_key=three[0].translation_key, locale__language_code="fr").delete()
    for person, begins in ((of_french, False), (translator, True)):
        (line,) = listed(person, Asked(words="Um"), 0, 25).lines
        assert bool(line.cells["fr"].begin) is begins


def test_a_page_in_a_closed_part_of_the_tree_is_on_nobody_elses_board(homes, three, of_french):
    GroupPagePermission.objects.filter(group__name="French desk").update(page=section_below(homes["fr"], title="Ailleurs").page_ptr)
    assert not visible_to(of_french).exists()


def test_the_original_of_a_text_is_found_by_its_key(three):
    assert original_page(three[0].translation_key).pk == three[0].pk
    assert original_page(uuid4()) is None


def test_below_a_page_come_live_texts_of_its_own_parents_first(homes, three):
    section = published(section_below(homes["pt"], title="Curso"))
    first = published(page_below(section, title="A"))
    page_below(section, title="Rascunho", live=False)
    assert [page.pk for page in whole(section)] == [section.pk, first.pk]
    assert list(whole(Page.objects.get(translation_key=section.translation_key, locale__language_code="fr"))) == []


def test_what_wagtail_localize_holds_is_measured_against_the_live_original(page, translator):
    assert managed(page) == {}
    actions.begin(page=page, language="fr", by=translator)
    assert managed(page)["fr"].missing == 2
    put_words(page, "fr")
    assert managed(page)["fr"].missing == 0
    page.title = "Rascunho do título"
    page.save_revision()
    assert managed(ArticlePage.objects.get(pk=page.pk))["fr"].missing == 0


def test_words_with_an_error_are_no_words(page, translator):
    actions.begin(page=page, language="fr", by=translator)
    put_words(page, "fr")
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    assert managed(page)["fr"].missing == 1


def test_a_translation_that_was_stopped_is_judged_by_its_days(page, translator, django_capture_on_commit_callbacks):
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    Translation.objects.update(enabled=False)
    rewritten(page, "outro")
    row = Wording.objects.get(translation_key=page.translation_key, language="fr")
    assert (row.state, row.changed, row.is_managed) == (State.STALE, 0, False)


def test_the_texts_of_a_key_say_who_published_them_and_which_are_only_shown(page, editor):
    page.save_revision(user=editor).publish(user=editor, skip_permission_checks=True)
    found = {text.language: text for _page, text in texts_of(page.translation_key)}
    assert {code for code, text in found.items() if text.is_held} == {"pt"}
    assert found["pt"].by == editor.pk
    assert states(page) == dict.fromkeys(("en", "es", "fr"), State.MISSING)


def test_what_is_certain_is_told_by_language(page, translator, django_capture_on_commit_callbacks):
    assert stale_in(page.translation_key) == {}
    translated(page, "fr", translator, django_capture_on_commit_callbacks)
    assert stale_in(page.translation_key) == {"fr": ("pt", False)}
    rewritten(page, "outro")
    assert stale_in(page.translation_key) == {"fr": ("pt", True)}
    put_words(page, "fr")
    actions.look_again(translation_key=page.translation_key, now=NOW)
    assert states(page)["fr"] == State.STALE
    assert stale_in(page.translation_key) == {}


@pytest.mark.parametrize("asked", [{}, {"language": "fr"}, {"states": EVERYTHING}, {"words": "a"}])
def test_a_stretch_asks_as_much_for_one_line_as_for_three(homes, translator, asked):
    def number():
        with CaptureQueriesContext(connection) as caught:
            lines = listed(translator, Asked(**asked), 0, 25).lines
        return len(lines), len(caught)

    published(page_below(homes["pt"], title="Uma"))
    lines, few = number()
    for title in ("Outra", "Mais uma"):
        published(page_below(homes["pt"], title=title))
    assert (lines, number()) == (1, (3, few))
    assert few <= 9
