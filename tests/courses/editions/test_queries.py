"""Editions and their course as readers of each language know them."""

from datetime import date
from uuid import uuid4

import pytest

from courses.editions.models import ModuleDates
from courses.editions.plain import changes, plain
from courses.editions.queries import (
    announced_around,
    candidates_for,
    course_named,
    courses_named,
    dates_of,
    discussed_keys,
    edition_or_none,
    editions_of,
    modules_of,
)
from courses.editions.wagtail_hooks import teaching_panel
from tests.factories.content import section_below
from tests.factories.courses import course_below, modules_below, reading_below
from tests.factories.learning import NOW, discussion_below, edition_of, run, self_paced

pytestmark = pytest.mark.django_db


@pytest.fixture
def french(homes, course):
    return course_below(
        section_below(homes["fr"], title="Cours", slug="cours"), translation_of=course, title="L’inspection", slug="inspection"
    )


def test_a_course_is_named_in_the_readers_language_else_in_one_that_it_has(course, french):
    key = course.translation_key
    assert (course_named(key, "fr").title, course_named(key, "fr").code) == ("L’inspection", "")
    assert (course_named(key, "en").title, course_named(key, "en").code) == ("Inspection", "")
    assert course_named(key, "es").code in ("en", "fr")
    assert course_named(key, "fr").url == "/fr/cours/inspection/"


def test_a_course_that_is_not_published_has_no_title(course):
    course.unpublish()
    assert course_named(course.translation_key, "en").title == ""
    assert course_named(uuid4(), "en").title == ""


def test_many_courses_are_named_by_one_question(course, french, django_assert_num_queries):
    courses_named(None, "pt")  # where the trees of the languages begin is known from then on
    with django_assert_num_queries(1):
        assert list(courses_named([course.translation_key], "pt")) == [course.translation_key]
    assert len(courses_named(None, "fr")) == 1


def test_modules_stand_in_their_order_once_each_whatever_the_languages(course, french, django_assert_num_queries):
    modules = modules_below(course, 3)
    modules_below(french, 1, translation_of=modules[1], slug="module-fr")
    courses_named(None, "pt")  # where the trees of the languages begin is known from then on
    with django_assert_num_queries(2):
        found = modules_of(course.translation_key, "en")
    assert [named.title for named in found] == ["Module name 1", "Module name 2", "Module name 3"]
    assert {named.key for named in modules_of(course.translation_key, "fr")} == {module.translation_key for module in modules}


def test_only_modules_and_discussions_are_discussed(course):
    [module] = modules_below(course, 1)
    reading_below(module)
    talk = discussion_below(module)
    assert discussed_keys(course.translation_key) == {module.translation_key, talk.translation_key}


def test_the_editions_of_a_course_come_the_latest_first_and_those_without_end_last(course):
    rows = [edition_of(course, starts_on=date(2026, 1, 1)), self_paced(course), edition_of(course, starts_on=date(2027, 1, 1))]
    assert list(editions_of(course.translation_key)) == [rows[2], rows[0], rows[1]]
    assert list(editions_of(uuid4())) == []


@pytest.mark.parametrize("uid", ["", "x", "0" * 31, None, 7])
def test_an_id_that_is_none_finds_no_edition(edition, uid):
    assert edition_or_none(uid) is None
    assert edition_or_none(str(edition.uid)) == edition


def test_dates_are_told_by_the_key_of_the_module(edition, modules, django_assert_num_queries):
    ModuleDates.objects.create(edition=edition, module_key=modules[1].translation_key, due_on=date(2027, 2, 8))
    with django_assert_num_queries(1):
        found = dates_of(edition)
    assert {key: row.due_on for key, row in found.items()} == {modules[1].translation_key: date(2027, 2, 8)}


def test_a_page_finds_the_announced_editions_of_its_course(course, french):
    open_one, _draft = edition_of(course), edition_of(course, stage="draft")
    edition_of(course, stage="closed", closed_at=NOW)
    [module] = modules_below(course, 1)
    assert list(announced_around(discussion_below(module))) == [open_one]
    assert list(announced_around(french)) == [open_one]
    assert list(announced_around(french.get_parent())) == []


def test_facilitators_of_the_house_and_those_who_run_it_now_can_be_chosen(edition, facilitator, learner, moderator):
    assert list(candidates_for(edition)) == [facilitator]
    run(edition, learner)
    assert set(candidates_for(edition)) == {facilitator, learner}
    facilitator.is_active = False
    facilitator.save()
    assert set(candidates_for(edition)) == {learner}


def test_days_begin_and_end_in_the_zone_of_the_edition(edition):
    assert edition.starts_at.isoformat() == "2027-01-25T00:00:00+02:00"
    assert edition.ends_at.isoformat() == "2027-04-01T00:00:00+02:00"


def test_values_are_kept_plain():
    assert plain(date(2027, 1, 2)) == "2027-01-02"
    assert plain(["pt"]) == ["pt"]
    assert changes({"a": 1, "b": NOW}, {"a": 1, "b": None, "c": 3}) == {"b": [NOW.isoformat(), None]}


def test_the_account_page_leads_those_who_run_editions_to_the_teaching_screens(rf, cast, led):
    request = rf.get("/")
    for who in ("learner", "moderator", "reviewer"):
        request.user = cast[who]
        assert teaching_panel(request) is None
    for who in ("facilitator", "editor", "admin"):
        request.user = cast[who]
        assert teaching_panel(request)["url"].endswith("/teaching/")
