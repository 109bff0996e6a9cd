"""Deeds are written down once, summed up, and complete a course exactly once."""

from datetime import timedelta
from uuid import uuid4

import pytest

from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Completion, Happening, UnitProgress
from courses.completion.signals import course_completed, unit_done
from tests.courses.completion.conftest import NOW
from tests.factories.courses import link_below, reading_below
from tests.factories.learning import discussion_below, quiz_below

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    """What the room announces, in order."""
    told = []

    def on_done(sender, enrolment, unit_key, now, **kwargs):
        told.append(("done", unit_key))

    def on_completed(sender, completion, now, **kwargs):
        told.append(("completed", completion.enrolment_id))

    unit_done.connect(on_done)
    course_completed.connect(on_completed)
    yield told
    unit_done.disconnect(on_done)
    course_completed.disconnect(on_completed)


def mark(enrolment, unit, **fields):
    return note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.MARKED, **{"now": NOW, **fields})


def score(enrolment, quiz, percent, *, number=1, **fields):
    data = {"percent": percent, "is_passed": percent >= 60, "attempt": f"a{number}", "number": number}
    return note_deed(
        enrolment=enrolment, unit_key=quiz.translation_key, deed=Deed.SCORED, data=data, token=f"a{number}", **{"now": NOW, **fields}
    )


def test_a_unit_marked_as_done_is_done_once_and_told_once(enrolment, modules, heard):
    unit = reading_below(modules[0])
    reading_below(modules[0], title="Another")
    first = mark(enrolment, unit)
    again = mark(enrolment, unit, now=NOW + timedelta(hours=1))
    assert (first.done_at, again.done_at) == (NOW, NOW)
    assert Happening.objects.count() == UnitProgress.objects.count() == 1
    assert heard == [("done", unit.translation_key)]


def test_opening_is_not_done_where_marking_is_asked(enrolment, modules, heard):
    unit = reading_below(modules[0])
    row = note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.VIEWED, now=NOW)
    assert row.done_at is None
    assert heard == []


def test_opening_is_done_where_the_editor_says_so(enrolment, modules):
    unit = reading_below(modules[0], completes="viewed")
    assert note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.VIEWED, now=NOW).done_at == NOW


@pytest.mark.parametrize("chosen", ["passed", "posted"])
def test_a_reading_whose_editor_asks_what_it_cannot_give_is_marked(enrolment, modules, chosen):
    assert mark(enrolment, reading_below(modules[0], completes=chosen)).done_at == NOW


def test_the_last_unit_completes_the_course_exactly_once(enrolment, modules, heard):
    units = [reading_below(modules[0]), link_below(modules[1])]
    for unit in (*units, units[1]):
        mark(enrolment, unit)
    assert heard == [("done", units[0].translation_key), ("done", units[1].translation_key), ("completed", enrolment.pk)]
    assert Completion.objects.get().completed_at == NOW


def test_optional_units_and_tests_before_and_after_are_not_waited_for(enrolment, modules):
    unit = reading_below(modules[0])
    link_below(modules[0], is_required=False)
    quiz_below(modules[0], purpose="before")
    quiz_below(modules[0], title="After", purpose="after")
    mark(enrolment, unit)
    assert Completion.objects.count() == 1


def test_a_test_before_the_course_is_done_when_it_is_handed_in(enrolment, modules):
    assert score(enrolment, quiz_below(modules[0], purpose="before"), 10).done_at == NOW


def test_the_quizzes_together_must_reach_the_per_cent_of_the_course(enrolment, modules, course):
    course.pass_percent = 80
    course.save()
    first, second = quiz_below(modules[0]), quiz_below(modules[1])
    score(enrolment, first, 60)
    score(enrolment, second, 99)
    assert not Completion.objects.exists()
    score(enrolment, first, 61, number=2, now=NOW + timedelta(hours=1))
    assert Completion.objects.get().percent == 80


def test_messages_in_modules_and_discussions_count_for_the_course(enrolment, modules, course):
    course.posts_min = 3
    course.save()
    talk = discussion_below(modules[0])
    for place in (talk, modules[1]):
        note_deed(enrolment=enrolment, unit_key=place.translation_key, deed=Deed.POSTED, token=str(uuid4()), now=NOW)
    assert not Completion.objects.exists()
    note_deed(enrolment=enrolment, unit_key=modules[1].translation_key, deed=Deed.POSTED, token=str(uuid4()), now=NOW)
    assert Completion.objects.count() == 1


def test_a_course_without_anything_that_counts_is_never_complete(enrolment, modules):
    mark(enrolment, reading_below(modules[0], is_required=False))
    assert not Completion.objects.exists()


def test_a_unit_added_later_leaves_a_completion_valid(enrolment, modules, heard):
    mark(enrolment, reading_below(modules[0]))
    later = reading_below(modules[0], title="Later")
    mark(enrolment, later)
    assert Completion.objects.count() == 1
    assert [word for word, _key in heard].count("completed") == 1


def test_a_facilitators_mark_counts_and_can_be_taken_back(enrolment, modules, facilitator):
    unit = quiz_below(modules[0])
    fields = {"enrolment": enrolment, "unit_key": unit.translation_key, "by": facilitator, "reason": "Seen on paper"}
    assert note_deed(deed=Deed.GRANTED, now=NOW, **fields).done_at == NOW
    assert note_deed(deed=Deed.REVOKED, now=NOW + timedelta(minutes=1), **fields).done_at is None
    assert note_deed(deed=Deed.GRANTED, now=NOW + timedelta(minutes=2), **fields).done_at == NOW + timedelta(minutes=2)
    assert Happening.objects.get(deed=Deed.REVOKED).reason == "Seen on paper"


def test_a_deed_at_a_unit_that_is_not_published_any_more_is_kept_by_its_own_rule(enrolment, modules):
    unit = reading_below(modules[0], completes="viewed", live=False)
    reading_below(modules[0], title="Left")
    assert note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.VIEWED, now=NOW).done_at == NOW
    assert not Completion.objects.exists()


def test_a_unit_of_nowhere_harms_nobody(enrolment, modules):
    assert note_deed(enrolment=enrolment, unit_key=uuid4(), deed=Deed.MARKED, now=NOW).done_at == NOW
