"""Hostile words as answers: to questions that are answered in words, to the questionnaire, in notes and their drafts."""

import pytest

from courses.assessment.actions import start_attempt
from courses.evaluation.models import Questionnaire
from courses.learning.models import Note
from tests.courses.awkward.test_hostile import WORDS, hold
from tests.factories.learning import NOW, quiz_below
from tests.factories.quizzes import every_kind
from tests.factories.sheets import sheets_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", WORDS.values(), ids=list(WORDS))
def test_whatever_is_typed_as_an_answer_is_kept_or_refused_with_a_sentence(client, campus, people, words):
    quiz = quiz_below(campus.modules[0], *(question for question, _right in every_kind().values()), slug="kinds")
    attempt = start_attempt(enrolment=campus.enrolment, quiz=quiz, now=NOW)
    client.force_login(people["learner"])
    for answer in attempt.answers.select_related("question"):
        where = f"/en/learning/attempts/{attempt.uid}/{answer.place}/"
        fields = {"answer": words, **{f"{part}-{one}": words for one in answer.order for part in ("pair", "place")}}
        said = client.post(where, fields)
        assert said.status_code in (302, 422), answer.question.kind
        hold(said, answer.question.kind)
        kept = client.post(where, fields | {"keep": "1"})
        assert kept.status_code in (204, 422), answer.question.kind
        hold(client.get(where), answer.question.kind)
    result = client.post(f"/en/learning/attempts/{attempt.uid}/hand-in/", follow=True)
    assert result.status_code == 200
    hold(result, "result")
    attempt.refresh_from_db()
    assert 0 <= attempt.score <= attempt.points
    client.force_login(people["facilitator"])
    hold(client.get(f"/en/teaching/attempts/{attempt.uid}/"), "read by staff")
    hold(client.get(f"/en/teaching/quizzes/{quiz.translation_key}/figures/"), "figures")


@pytest.mark.parametrize("words", WORDS.values(), ids=list(WORDS))
def test_whatever_is_told_about_the_course_is_counted_or_refused(client, campus, people, words, stopped_clock):
    Questionnaire.objects.create(edition=campus.own, opens_on=stopped_clock.date())
    client.force_login(people["learner"])
    where = f"/en/learning/editions/{campus.own.uid}/evaluation/"
    sheet = next(sheet for sheet in sheets_in(client.get(where).text) if any(name.startswith("q-") for name in sheet.fields))
    hold(client.post(where, dict.fromkeys(sheet.fields, words)), "all of it")
    hold(client.post(where, sheet.filled(words), follow=True), "the open answers")
    client.force_login(people["facilitator"])
    hold(client.get(f"/en/teaching/editions/{campus.own.uid}/evaluation/"), "figures")
    assert client.get(f"/en/teaching/editions/{campus.own.uid}/evaluation.csv").status_code == 200


@pytest.mark.parametrize("words", WORDS.values(), ids=list(WORDS))
def test_whatever_is_noted_is_kept_or_refused(client, campus, people, words):
    client.force_login(people["learner"])
    where = f"/en/learning/notes/{campus.reading.translation_key}/"
    answer = client.post(where, {"text": words}, follow=True)
    assert answer.status_code in (200, 422)
    hold(answer, "note")
    assert client.post(f"{where}draft/", {"text": words}).status_code < 500
    hold(client.get(where), "draft")
    hold(client.get("/en/learning/notes/"), "notes")
    assert Note.objects.filter(person=people["learner"]).count() <= 1
    assert client.post(f"/en/learning/units/{campus.reading.translation_key}/place/", {"place": words}).status_code in (204, 400)
