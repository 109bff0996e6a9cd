"""Every page of courses in every language, and one progress record behind all of them."""

import re

import pytest
from django.urls import reverse

from courses.completion.models import UnitProgress
from tests.factories.campus import LANGUAGES, address, finished, routes
from tests.factories.content import page_below
from tests.factories.courses import course_below, modules_below, reading_below
from tests.factories.learning import edition_of, enrolled

pytestmark = pytest.mark.django_db
LEARNING = [route for route in routes("courses.urls") if route.name not in ("invitation", "attempt-hand-in")]
TEACHING = routes("courses.staff_urls")
QUERY = {"question-new": "?kind=single&language=en"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("who", "found"), [("learner", LEARNING), ("admin", TEACHING)])
def test_every_page_is_drawn_in_its_language(client, campus, people, who, found, language):
    client.force_login(people[who])
    drawn = 0
    for route in found:
        answer = client.get(address(campus, route, language) + QUERY.get(route.name, ""))
        assert answer.status_code in (200, 302, 405), route.name
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            assert f'<html lang="{language}"' in answer.text, route.name
            assert len(re.findall("<h1", answer.text)) == 1, route.name
            assert "<title></title>" not in answer.text, route.name
            drawn += 1
        elif answer.status_code == 302 and route.name not in {"course-continue", "quiz-start"}:  # they lead to pages in English alone
            assert answer["Location"].startswith((f"/{language}/", "http")), route.name
    assert drawn > 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_of_an_attempt_stays_in_its_language(client, campus, people, language):
    client.force_login(people["learner"])
    start = f"/{language}/learning/quizzes/{campus.quiz.translation_key}/start/"
    page = client.post(start, {"number": "1"}, follow=True)
    for place in (1, 2):
        option = campus.attempt.answers.get(place=place).order[0]
        page = client.post(f"/{language}/learning/attempts/{campus.attempt.uid}/{place}/", {"answer": option}, follow=True)
        assert page.redirect_chain[-1][0].startswith(f"/{language}/")
    page = client.post(f"/{language}/learning/attempts/{campus.attempt.uid}/hand-in/", follow=True)
    assert page.status_code == 200
    assert page.redirect_chain[-1][0].startswith(f"/{language}/")
    assert f'<html lang="{language}"' in page.text
    assert 'lang="en"' in page.text  # the questions have words in English alone


@pytest.fixture
def translated(course, homes):
    """The course in Portuguese and in French, pages of which have one translation key each."""
    made = {}
    module = modules_below(course, 1)[0]
    unit, second = reading_below(module, completes="marked", title="In en"), reading_below(module, title="Second en")
    made["en"] = (course, unit)
    for code in ("pt", "fr"):
        section = page_below(homes[code], type(course.get_parent().specific), title="Courses", slug="courses")
        other = course_below(section, translation_key=course.translation_key, slug="inspection")
        below = page_below(other, type(module), title=f"Module {code}", translation_of=module)
        made[code] = (other, page_below(below, type(unit), title=f"In {code}", translation_of=unit, completes="marked", minutes=8))
        page_below(below, type(unit), title=f"Second {code}", translation_of=second, minutes=8)
    return made


def test_what_is_done_in_portuguese_is_done_in_french(client, translated, people, stopped_clock):
    course, unit = translated["en"]
    enrolment = enrolled(people["learner"], edition_of(course))
    client.force_login(people["learner"])
    pt, fr = translated["pt"][1], translated["fr"][1]
    assert pt.translation_key == fr.translation_key == unit.translation_key
    page = client.get(pt.url)
    assert page.status_code == 200
    assert pt.url.startswith("/pt/")
    marking = f"/pt/learning/units/{unit.translation_key}/mark/"
    assert marking in page.text
    assert client.post(marking)["Location"] == pt.url
    assert UnitProgress.objects.get(enrolment=enrolment).done_at == stopped_clock
    for code in ("fr", "pt", "en"):
        own = client.get(translated[code][1].url)
        assert own.status_code == 200
        assert "/mark/" not in own.text, code  # it is done: nothing is left to mark
        assert 'data-woven="5"' in client.get(f"/{code}/learning/").text, code
    assert UnitProgress.objects.count() == 1
    assert client.post(f"/fr/learning/units/{unit.translation_key}/mark/")["Location"] == fr.url
    assert UnitProgress.objects.count() == 1


def test_one_goes_on_in_the_language_in_which_one_reads(client, translated, people, stopped_clock):
    course = translated["en"][0]
    enrolled(people["learner"], edition_of(course))
    client.force_login(people["learner"])
    for code in ("pt", "en", "fr"):
        where = reverse("course-continue", args=[course.translation_key]).split("/", 2)[2]
        assert client.get(f"/{code}/{where}")["Location"] == translated[code][1].url


def test_a_note_is_one_in_all_languages(client, translated, people, stopped_clock):
    key = translated["en"][1].translation_key
    client.force_login(people["learner"])
    client.post(f"/pt/learning/notes/{key}/", {"text": "Uma nota só"})
    for code in LANGUAGES:
        assert "Uma nota só" in client.get(f"/{code}/learning/notes/{key}/").text
        assert "Uma nota só" in client.get(f"/{code}/learning/notes/").text


def test_the_review_is_read_in_every_language(client, campus, people):
    finished(campus)
    client.force_login(people["learner"])
    for code in LANGUAGES:
        page = client.get(f"/{code}/learning/attempts/{campus.attempt.uid}/")
        assert page.status_code == 200
        assert "What age?" in page.text
