"""Questions about contributions."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.contributing import actions
from content.contributing.queries import all_text, answers_of, authors_of, co_authors_of, contribution_or_none, fingerprint, page_of
from tests.factories.contributions import NOW, contribution, whole_answers

pytestmark = pytest.mark.django_db


def test_a_fingerprint_is_of_the_answer_alone():
    assert fingerprint("a") == fingerprint("a") != fingerprint("b")
    assert fingerprint([{"a": 1, "b": 2}]) == fingerprint([{"b": 2, "a": 1}])
    assert len({fingerprint(value) for value in ("", [], False, None, "False", ["a"], [["a"]])}) == 7


def test_answers_of_all_parts_are_one_question(row):
    with CaptureQueriesContext(connection) as asked:
        assert answers_of(row)["title"] == row.title
    assert len(asked) == 1


def test_a_contribution_is_found_by_its_id(row):
    assert contribution_or_none(row.uid) == row
    assert contribution_or_none(uuid4()) is None


def test_the_page_is_the_one_of_its_language(row, learner):
    assert page_of(row) is None
    page = actions.send(contribution=row, by=learner, now=NOW)
    assert page_of(row) == page
    row.language = "fr"
    assert page_of(row) is None


def test_what_is_compared_are_the_words_of_the_sections():
    text = all_text(whole_answers(objectives="Um **forte** [elo](https://example.org/)"))
    assert "Um forte elo" in text
    assert "Cadernos" not in text
    assert "gabinete@example.org" not in text
    assert all_text({}) == ""


def test_authors_of_many_are_two_questions(learner, other, homes):
    rows = [contribution(learner) for _one in range(3)]
    held = actions.invite(contribution=rows[0], email=other.email, language="pt", by=learner, now=NOW)
    assert co_authors_of(rows[0]) == [held]
    with CaptureQueriesContext(connection) as asked:
        found = authors_of([row.key for row in rows])
    assert len(asked) == 2
    assert found == {row.key: {learner.pk} for row in rows}
