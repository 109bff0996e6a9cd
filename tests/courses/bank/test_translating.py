"""The questions on the translation board."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.translations.choices import State
from content.translations.rows import Asked
from courses.bank.translating import is_older, listed
from courses.questions.actions import keep_question
from courses.questions.models import QuestionText
from tests.courses.bank.conftest import address

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
EVERYTHING = tuple(State)


def words(stem):
    return {"stem": f"<p>{stem}</p>", "options": {"a": "sim", "b": "não"}}


def kept(texts, question=None, days=0, by=None, name="Idade"):
    """Keep a question with these stems by language."""
    return keep_question(
        kind="single",
        shape={"options": ["a", "b"], "is_shuffled": True},
        key={"weights": {"a": 100, "b": 0}},
        texts={code: words(stem) for code, stem in texts.items()},
        name=name,
        question=question,
        by=by,
        now=NOW + timedelta(days=days),
    ).question


def lines(user, **asked):
    return listed(user, Asked(**{"states": EVERYTHING, **asked}), 0, 25).lines


def states(user):
    (line,) = lines(user)
    return {code: cell.state for code, cell in line.cells.items()}


def test_a_question_is_missing_where_it_has_no_words(editor):
    kept({"pt": "Que idade?"})
    assert states(editor) == {"en": State.MISSING, "es": State.MISSING, "fr": State.MISSING}
    assert lines(editor)[0].language == "pt"


def test_words_are_stale_when_the_first_ones_change_and_current_when_said_again(editor, translator):
    question = kept({"pt": "Que idade?"})
    kept({"fr": "Quel âge ?"}, question, days=1, by=translator)
    assert states(editor)["fr"] == State.CURRENT
    assert lines(editor)[0].cells["fr"].by == "Koffi Agbessi"
    kept({"pt": "Que idade mínima?"}, question, days=2, by=editor)
    (line,) = lines(editor)
    assert (line.cells["fr"].state, line.cells["fr"].by) == (State.STALE, "Luciana Prado")
    kept({"fr": "Quel âge ?"}, question, days=3, by=translator)
    assert states(editor)["fr"] == State.CURRENT


def test_the_first_words_kept_again_as_they_are_make_nothing_stale(editor):
    question = kept({"pt": "Que idade?", "fr": "Quel âge ?"})
    kept({"pt": "Que idade?"}, question, days=2)
    assert states(editor)["fr"] == State.CURRENT


def test_words_that_nobody_dated_are_taken_as_they_are(editor):
    kept({"pt": "Que idade?", "fr": "Quel âge ?"})
    QuestionText.objects.update(changed_at=None)
    assert states(editor)["fr"] == State.CURRENT
    assert not is_older(None, NOW)
    assert not is_older(NOW, None)


def test_the_board_is_sifted_by_language_state_and_words(editor):
    kept({"pt": "Que idade?", "fr": "Quel âge ?"}, name="Idade")
    kept({"pt": "Que trabalho?"}, name="Trabalho")
    assert [line.title for line in lines(editor, language="fr", states=(State.MISSING,))] == ["Trabalho"]
    assert [line.title for line in lines(editor, language="fr", states=(State.CURRENT,))] == ["Idade"]
    assert lines(editor, language="fr", states=(State.STALE,)) == []
    assert [line.title for line in lines(editor, words="trabalho")] == ["Trabalho"]


def test_what_is_stale_comes_first_and_what_is_retired_never(editor):
    old = kept({"pt": "Um?", "fr": "Un ?", "en": "One?", "es": "Uno?"}, name="Zebra")
    kept({"pt": "Um mesmo?"}, old, days=1, name="Zebra")
    kept({"pt": "Dois?"}, name="Abelha")
    retired = kept({"pt": "Três?"}, name="Velha")
    retired.is_retired = True
    retired.save()
    assert [line.title for line in lines(editor)] == ["Zebra", "Abelha"]
    assert listed(editor, Asked(states=EVERYTHING), 1, 2).lines[0].title == "Abelha"
    assert listed(editor, Asked(states=EVERYTHING), 0, 1).total == 2


def test_only_who_writes_questions_sees_them(cast):
    kept({"pt": "Que idade?"})
    assert {role for role, person in cast.items() if lines(person)} == {"editor", "facilitator", "admin"}


def test_the_board_shows_questions_and_leads_to_their_words(client, editor):
    question = kept({"pt": "Que idade?"})
    client.force_login(editor)
    text = client.get("/en/translations/", {"what": "questions"}).text
    assert address("question-edit", question.uid, "fr") in text


def test_a_facilitator_sees_questions_alone_on_the_board(client, facilitator):
    kept({"pt": "Que idade?"})
    client.force_login(facilitator)
    text = client.get("/en/translations/").text
    assert "Idade" in text
    assert 'value="pages"' not in text


def test_questions_are_listed_in_three_queries_however_many(editor):
    def asked():
        with CaptureQueriesContext(connection) as caught:
            lines(editor)
        return len(caught)

    kept({"pt": "Um?", "fr": "Un ?"})
    lines(editor)
    few = asked()
    kept({"pt": "Dois?", "fr": "Deux ?"})
    kept({"pt": "Três?", "fr": "Trois ?"})
    assert asked() == few <= 4
