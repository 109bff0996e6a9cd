"""Two authors at the same moment: nothing of either is lost, nothing is doubled."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from content.contributing import actions
from content.contributing.models import Contribution, PartAnswers
from content.contributing.queries import answers_of, fingerprint
from content.questionnaire.form import PART, of_part
from tests.factories.contributions import NOW, contribution

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
EXCHANGE = PART["exchange"]


def together(*works):
    """Do all of it at the same moment; return what each gave, or raised."""
    start, said = Barrier(len(works)), []

    def run(work):
        try:
            start.wait(timeout=20)
            said.append(work())
        except Exception as error:
            said.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return said


def writes(row, by, shown, **answers):
    seen = {key: fingerprint(value) for key, value in shown.items()}
    return lambda: actions.save_part(contribution=row, part=EXCHANGE, answers={**shown, **answers}, seen=seen, by=by, now=NOW)


def test_different_answers_of_one_part_are_both_kept(learner, other):
    row = contribution(learner)
    shown = of_part(EXCHANGE, answers_of(row))
    said = together(writes(row, learner, shown, objectives="da Inês"), writes(row, other, shown, cooperation="da Outra"))
    assert [one.unsaved for one in said] == [{}, {}]
    assert of_part(EXCHANGE, answers_of(row)) == {"objectives": "da Inês", "cooperation": "da Outra"}


def test_of_two_texts_for_one_answer_one_is_kept_and_the_other_given_back(learner, other):
    row = contribution(learner)
    shown = of_part(EXCHANGE, answers_of(row))
    said = together(writes(row, learner, shown, objectives="da Inês"), writes(row, other, shown, objectives="da Outra"))
    unsaved = [one.unsaved["objectives"] for one in said if one.unsaved]
    assert sorted([*unsaved, answers_of(row)["objectives"]]) == ["da Inês", "da Outra"]


def test_the_first_words_of_a_part_make_one_row(learner, other):
    row = actions.begin(owner=learner, language="pt", answers={"title": "x"}, now=NOW)
    empty = of_part(EXCHANGE, {})
    together(writes(row, learner, empty, objectives="a"), writes(row, other, empty, cooperation="b"))
    assert PartAnswers.objects.filter(contribution=row, name="exchange").count() == 1
    assert of_part(EXCHANGE, answers_of(row)) == {"objectives": "a", "cooperation": "b"}


def test_who_presses_twice_asks_a_co_author_once(learner):
    row = contribution(learner)
    again = lambda: actions.invite(contribution=row, email="a@example.org", language="pt", by=learner, now=NOW)  # noqa: E731
    assert {one.email for one in together(again, again)} == {"a@example.org"}
    assert row.co_authors.count() == 1
    assert Contribution.objects.count() == 1
