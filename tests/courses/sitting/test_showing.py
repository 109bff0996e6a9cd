"""Results, reviews, languages, sizes, and what assistive technology finds."""

import gzip
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from courses.assessment.actions import hand_in, regrade, save_answer, start_attempt
from courses.assessment.choices import Keeps, Review
from courses.assessment.models import QuizPage
from courses.questions.models import QuestionFile
from tests.factories.content import page_below, section_below
from tests.factories.courses import course_below, modules_below
from tests.factories.learning import NOW, question, quiz_below, single

pytestmark = pytest.mark.django_db


def step(attempt, place=1, language="en"):
    return f"/{language}/learning/attempts/{attempt.uid}/{place}/"


def give(attempt, option, place=1):
    row = attempt.answers.select_related("version").get(place=place)
    save_answer(attempt=attempt, place=place, value=row.version.shape["options"][option], now=NOW)


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page.text).split())


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def explained(**more):
    options = ["o1", "o2"]
    text = {
        "stem": "<p>What age?</p>",
        "options": {"o1": "<p>18</p>", "o2": "<p>15</p>"},
        "replies": {"o2": "<p>That is for light work.</p>"},
        "right": "<p>Well done.</p>",
        "wrong": "<p>Read it again.</p>",
        "after": "<p>Hazardous work is for adults.</p>",
        "source": "C138, art. 3(1)",
    }
    return question("single", {"options": options}, {"weights": {"o1": 100, "o2": 0}}, {"en": text}, **more)


def test_the_review_tells_what_was_right_why_and_where_it_is_written(signed_in, enrolment, module):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, explained()), now=NOW)
    give(attempt, 1)
    hand_in(attempt=attempt, now=NOW)
    page = words(signed_in.get(f"/en/learning/attempts/{attempt.uid}/"))
    for said in ("15 Your answer. Not right. That is for light work.", "18 This is right.", "Read it again.", "C138, art. 3(1)"):
        assert said in page
    assert "Hazardous work is for adults." in page
    assert "Well done." not in page


@pytest.mark.parametrize("review", [Review.AFTER, Review.NEVER])
def test_while_it_is_under_way_nothing_tells_what_is_right(signed_in, enrolment, module, review):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, explained(), review=review), now=NOW)
    give(attempt, 1)
    page = signed_in.get(step(attempt)).text
    assert "That is for light work." not in page
    assert "Read it again." not in page


def test_where_nothing_is_shown_only_the_score_is(signed_in, enrolment, module):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, explained(), review=Review.NEVER), now=NOW)
    give(attempt, 0)
    hand_in(attempt=attempt, now=NOW)
    page = words(signed_in.get(f"/en/learning/attempts/{attempt.uid}/"))
    assert "You passed." in page
    assert "This quiz does not show which answers were right." in page
    assert "What age?" not in page


def test_where_it_is_shown_at_once_the_answer_stays(signed_in, enrolment, module):
    quiz = quiz_below(module, explained(), single(), review=Review.NOW)
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    page = signed_in.get(step(attempt))
    assert "data-keep" not in page.text
    assert "Once you have seen what is right, this answer stays as it is." in page.text
    answer = signed_in.post(step(attempt), {"answer": "o2"})
    assert answer["Location"] == step(attempt)
    page = words(signed_in.get(step(attempt)))
    assert "Your answer. Not right. That is for light work." in page
    assert "Next question" in page
    again = signed_in.post(step(attempt), {"answer": "o1"})
    assert again.status_code == 409
    assert "You have seen what was right here: the answer stays as it was." in again.text
    assert attempt.answers.get(place=1).value == "o2"


@pytest.mark.parametrize(("keeps", "counts"), [(Keeps.BEST, 1), (Keeps.LAST, 2), (Keeps.FIRST, 1)])
def test_the_result_tells_which_attempt_counts(signed_in, enrolment, module, keeps, counts):
    quiz = quiz_below(module, single(), keeps=keeps)
    first = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    give(first, 0)
    hand_in(attempt=first, now=NOW)
    second = hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
    said = "This attempt counts." if counts == 2 else "Attempt 1 counts."
    assert said in signed_in.get(f"/en/learning/attempts/{second.uid}/").text
    assert signed_in.get(quiz.url).text.count("· counts") == 1


def test_after_grading_again_the_review_shows_the_corrected_key(signed_in, enrolment, module, editor):
    asked = explained()
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, asked), now=NOW)
    give(attempt, 1)
    hand_in(attempt=attempt, now=NOW)
    texts = asked.versions.get().texts
    key = {"weights": {"o1": 0, "o2": 100}}
    version = asked.versions.create(number=2, kind="single", points=1, shape=asked.shape, key=key, texts=texts, made_at=NOW)
    regrade(version=version, by=editor, reason="Wrong.", now=NOW)
    page = words(signed_in.get(f"/en/learning/attempts/{attempt.uid}/"))
    assert "15 Your answer. Right." in page
    assert "You passed." in page


@pytest.fixture
def bilingual(homes, module, enrolment):
    """A quiz in English and Portuguese; its first question is in both, its second in English only."""
    ids = ["o1", "o2"]
    both = {
        "en": {"stem": "<p>What age?</p>", "options": {"o1": "eighteen", "o2": "fifteen"}},
        "pt": {"stem": "<p>Que idade?</p>", "options": {"o1": "dezoito", "o2": "quinze"}},
    }
    asked = question("single", {"options": ids, "is_shuffled": True}, {"weights": {"o1": 100, "o2": 0}}, both)
    quiz = quiz_below(module, asked, single())
    there = modules_below(course_below(section_below(homes["pt"]), translation_key=module.get_parent().specific.translation_key), 1)[0]
    page_below(there, QuizPage, title="Um questionário", translation_key=quiz.translation_key)
    return start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)


def test_the_language_is_changed_in_the_middle_and_nothing_is_lost(signed_in, bilingual):
    signed_in.post(step(bilingual), {"answer": "o1"})
    page = signed_in.get(step(bilingual, language="pt")).text
    assert "Que idade?" in page
    assert 'value="o1" checked' in page
    assert "Um questionário" in page
    english = signed_in.get(step(bilingual)).text
    order = [re.findall(r'name="answer" value="(o\d)"', text) for text in (page, english)]
    assert order[0] == order[1] == bilingual.answers.get(place=1).order
    assert signed_in.post(step(bilingual, language="pt"), {"answer": "o2"})["Location"] == step(bilingual, 2, "pt")
    assert bilingual.answers.get(place=1).value == "o2"


def test_a_question_that_is_not_translated_says_in_which_language_it_is(signed_in, bilingual):
    page = signed_in.get(step(bilingual, 2, "pt")).text
    assert re.search(r'<fieldset class="question"[^>]* lang="en"', page)
    assert '<small lang="pt">' in page
    assert not re.search(r'<fieldset class="question"[^>]* lang=', signed_in.get(step(bilingual, 1, "pt")).text)
    assert not re.search(r'<fieldset class="question"[^>]* lang=', signed_in.get(step(bilingual, 1, "pt-br")).text)


def test_it_is_finished_on_a_second_device_in_another_language(signed_in, bilingual, learner):
    signed_in.post(step(bilingual), {"answer": "o1"})
    other = Client()
    other.force_login(learner)
    other.post(f"/pt/learning/attempts/{bilingual.uid}/hand-in/")
    bilingual.refresh_from_db()
    assert (bilingual.is_open, bilingual.score) == (False, 1)
    assert "Que idade?" in other.get(f"/pt/learning/attempts/{bilingual.uid}/").text


def test_pictures_stand_at_their_address(signed_in, enrolment, module):
    text = {"stem": '<p><img src="@@PLUGINFILE@@/map.png" alt="A map"></p>', "options": {"o1": "a", "o2": "b"}}
    asked = question("single", {"options": ["o1", "o2"]}, {"weights": {"o1": 100}}, {"en": text})
    picture = QuestionFile.objects.create(question=asked, name="map.png", file="questions/map.png")
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, asked), now=NOW)
    page = signed_in.get(step(attempt)).text
    assert str(picture.uid) in page
    assert "PLUGINFILE" not in page


def test_a_step_costs_few_queries_however_many_questions(signed_in, enrolment, module):
    costs = []
    for count in (1, 3, 20):
        quiz = quiz_below(module, *(single() for _one in range(count)), slug=f"quiz-{count}")
        costs.append(queries_of(signed_in, step(start_attempt(enrolment=enrolment, quiz=quiz, now=NOW))))
    assert costs[0] == costs[1] == costs[2] <= 8


def test_a_result_costs_the_same_however_many_questions(signed_in, enrolment, module):
    costs = []
    for count in (1, 3):
        quiz = quiz_below(module, *(single() for _one in range(count)), slug=f"quiz-{count}")
        attempt = hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
        costs.append(queries_of(signed_in, f"/en/learning/attempts/{attempt.uid}/"))
    assert costs[0] == costs[1] <= 10


def test_the_page_of_a_quiz_costs_the_same_however_many_attempts_and_questions(signed_in, enrolment, module):
    quiz = quiz_below(module, *(single() for _one in range(3)), attempts_max=None)
    costs = []
    for _time in range(3):
        hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
        costs.append(queries_of(signed_in, quiz.url))
    assert costs[0] == costs[1] == costs[2] <= 9


def test_a_step_is_light_enough_for_a_slow_line(signed_in, enrolment, module):
    ids = [f"option-{number}" for number in range(10)]
    text = {"stem": f"<p>{'A long question. ' * 60}</p>", "options": {one: f"<p>{one} {'with many words ' * 12}</p>" for one in ids}}
    long = question("multiple", {"options": ids}, {"weights": {ids[0]: 100}}, {"en": text})
    quiz = quiz_below(module, long, *(single() for _one in range(29)))
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    assert len(gzip.compress(signed_in.get(step(attempt)).content)) <= 14_000


@pytest.mark.parametrize("kind", ["multiple", "matching", "ordering", "short", "numeric"])
def test_every_input_has_its_name(signed_in, enrolment, module, kinds, kind):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, kinds[kind][0]), now=NOW)
    page = signed_in.get(step(attempt)).text
    group = re.search(r'<fieldset class="question" aria-labelledby="([^"]+)"', page)
    assert all(f'id="{one}"' in page for one in group[1].split())
    assert "<legend" in page
    for tag in re.findall(r"<(?:select|input)[^>]*>", page.partition("<fieldset")[2].partition("</fieldset>")[0]):
        name = re.search(r'\bid="([^"]+)"', tag)
        assert name is None or f'<label for="{name[1]}"' in page
        assert name is not None or "type=" in tag  # radios and boxes stand inside their label
