"""The outline of a course: the same units in every language, named in the reader's, asked once."""

from uuid import uuid4

import pytest
from django.test import RequestFactory

from courses.catalogue.models import ModulePage, ReadingPage
from courses.completion.queries import course_key_of, course_of_unit, course_outline, outline, rules_of
from courses.syllabus.outlining import in_one_order
from courses.syllabus.release import Condition
from tests.factories.content import page_below, published, section_below
from tests.factories.courses import course_below, link_below, modules_below, reading_below, units_below
from tests.factories.learning import discussion_below, quiz_below

pytestmark = pytest.mark.django_db


def titles(course, language="en"):
    return [[unit.title for unit in module.units] for module in outline(course.translation_key, language=language)]


def test_it_lists_modules_and_units_in_order_with_what_makes_them_done(course, modules):
    reading_below(modules[0], is_required=False)
    quiz_below(modules[0], pass_percent=75, keeps="last", purpose="before")
    discussion_below(modules[1], posts_min=2)
    first, second, third = outline(course.translation_key, language="en")
    assert [module.number for module in (first, second, third)] == [1, 2, 3]
    assert (first.title, first.hours, third.units) == ("Module name 1", 4, ())
    reading, quiz = first.units
    assert (reading.kind, reading.minutes, reading.is_required, reading.completes, reading.is_quiz) == (
        "reading",
        8,
        False,
        "marked",
        False,
    )
    assert reading.url == "/en/courses/inspection/module-name-1/a-reading/"
    assert (quiz.pass_percent, quiz.keeps, quiz.purpose, quiz.completes, quiz.counts) == (75, "last", "before", "passed", False)
    assert second.units[0].rule.posts_min == 2


def test_drafts_and_units_of_other_courses_are_left_out(course, modules):
    reading_below(modules[0], title="Draft", live=False)
    other = course_below(course.get_parent(), title="Other", slug="other")
    reading_below(modules_below(other, 1)[0], title="Beside")
    hidden = page_below(course, ModulePage, title="Hidden", live=False)
    reading_below(hidden, title="Below a draft")
    assert titles(course) == [[], [], []]


def test_a_course_that_is_nowhere_has_nothing():
    empty = course_outline(uuid4(), language="en")
    assert (empty.modules, empty.units, empty.url, empty.unit(uuid4()), empty.module(uuid4())) == ((), [], "", None, None)


@pytest.fixture
def portuguese(homes, course, modules):
    """The same course with one module in Portuguese too, its units in both languages or in one."""
    twin = course_below(section_below(homes["pt"], slug="courses"), title="Inspeção", translation_of=course)
    module = page_below(twin, ModulePage, title="Módulo", translation_of=modules[0])
    return twin, module


def test_titles_come_in_the_readers_language_else_in_portuguese_else_in_any(course, modules, portuguese):
    reading = reading_below(modules[0])
    page_below(portuguese[1], ReadingPage, title="Uma leitura", translation_of=reading)
    link_below(modules[0], title="English only")
    assert titles(course, "en")[0] == ["A reading", "English only"]
    assert titles(course, "pt")[0] == ["Uma leitura", "English only"]
    assert titles(course, "pt-br")[0] == ["Uma leitura", "English only"]
    assert titles(course, "fr")[0] == ["Uma leitura", "English only"]


def test_a_title_of_another_language_says_which_and_leads_there(course, modules, portuguese):
    link_below(modules[0])
    unit = course_outline(course.translation_key, language="pt-br").units[0]
    assert (unit.code, unit.url) == ("en", "/en/courses/inspection/module-name-1/a-link/")
    module = outline(course.translation_key, language="pt-br")[0]
    assert (module.code, module.url) == ("", "/pt-br/courses/inspection/module-name-1/")


def test_the_units_are_the_same_in_every_language(course, modules, portuguese):
    reading = reading_below(modules[0])
    page_below(portuguese[1], ReadingPage, title="Só em português")
    page_below(portuguese[1], ReadingPage, title="Uma leitura", translation_of=reading)
    keys = [{unit.key for unit in course_outline(course.translation_key, language=code).units} for code in ("en", "pt", "es")]
    assert keys[0] == keys[1] == keys[2]
    assert len(keys[0]) == 2
    assert titles(course, "en")[0] == ["Só em português", "A reading"]


def test_what_completes_a_unit_is_the_same_in_every_language(course, modules, portuguese):
    reading = reading_below(modules[0], completes="viewed")
    page_below(portuguese[1], ReadingPage, title="Uma leitura", translation_of=reading)
    assert {course_outline(course.translation_key, language=code).units[0].completes for code in ("en", "pt")} == {"viewed"}


def test_an_alias_is_the_unit_that_it_shows(homes, course):
    published(course)
    module = published(modules_below(course, 1)[0])
    published(reading_below(module, title="A text"))
    unit = course_outline(course.translation_key, language="fr").units[0]
    assert (unit.title, unit.code, unit.url) == ("A text", "en", "/fr/courses/inspection/module-name-1/a-text/")


def test_conditions_name_pages_in_all_their_languages(course, modules, portuguese):
    reading = reading_below(modules[0])
    twin = page_below(portuguese[1], ReadingPage, title="Uma leitura", translation_of=reading)
    quiz = quiz_below(modules[0])
    release = (
        f'[{{"type": "previous", "value": null}}, {{"type": "unit", "value": {twin.pk}}}, {{"type": "days", "value": 3}},'
        f'{{"type": "score", "value": {{"quiz": {quiz.pk}, "percent": 70}}}}, {{"type": "date", "value": "2027-03-03"}},'
        f'{{"type": "unit", "value": 999999}}]'
    )
    link_below(modules[1], release=release)
    kinds = {condition.kind: condition for condition in course_outline(course.translation_key, language="en").units[-1].release}
    assert len(kinds) == 5
    assert kinds["unit"] == Condition("unit", reading.translation_key)
    assert kinds["score"] == Condition("score", quiz.translation_key, 70)
    assert (kinds["days"].days, str(kinds["date"].on)) == (3, "2027-03-03")


def test_lists_of_several_languages_become_one():
    assert in_one_order(["abc", "axc", "ya"]) == list("yaxbc")
    assert in_one_order([[], "ab"]) == ["a", "b"]
    assert in_one_order([]) == []


def test_a_unit_that_is_published_later_is_in_it_at_once(course, modules):
    assert titles(course) == [[], [], []]
    published(reading_below(modules[1], title="Later", live=False))
    assert titles(course) == [[], ["Later"], []]


def request_of(person):
    request = RequestFactory().get("/en/")
    request.user = person
    return request


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_the_same_queries_however_long_and_then_one(course, modules, inspector, django_assert_num_queries, number):
    units_below(modules[0], number)
    with django_assert_num_queries(10):
        course_outline(course.translation_key, request_of(inspector))
    request = request_of(inspector)
    with django_assert_num_queries(1):
        course_outline(course.translation_key, request)
        course_outline(course.translation_key, request)


def test_without_a_request_it_is_remembered_too(course, modules, django_assert_num_queries):
    course_outline(course.translation_key, language="en")
    with django_assert_num_queries(1):
        course_outline(course.translation_key, language="en")


def test_pages_and_units_know_their_course(course, modules, homes):
    unit = reading_below(modules[0])
    for page in (course, modules[0], unit):
        assert course_key_of(page) == course.translation_key
        assert course_of_unit(unit.translation_key) == course.translation_key
    assert course_of_unit(modules[0].translation_key) == course.translation_key
    assert course_key_of(homes["en"]) is None
    assert course_of_unit(uuid4()) is None
    assert course_of_unit(homes["en"].translation_key) is None


def test_the_rule_of_a_unit_that_is_gone_from_the_course_is_still_known(course, modules):
    quiz = quiz_below(modules[0], live=False, keeps="first")
    gone = uuid4()
    rules = rules_of(course_outline(course.translation_key, language="en"), [quiz.translation_key, gone, modules[0].translation_key])
    assert rules[quiz.translation_key].keeps == "first"
    assert rules[gone].completes == "marked"
