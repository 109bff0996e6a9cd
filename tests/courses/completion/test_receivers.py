"""Quizzes handed in and messages in the forums become progress, in the transaction that made them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from wagtail.models import Page

from courses.assessment import gate
from courses.assessment.models import Attempt
from courses.assessment.signals import attempt_finished, attempt_regraded
from courses.completion.actions import complete_all, note_deed, rebuild
from courses.completion.choices import Deed
from courses.completion.models import Completion, Happening, UnitProgress
from courses.completion.tasks import check_course_task
from courses.editions.actions import close_edition
from courses.editions.choices import Stage
from courses.enrolment.actions import enrol, withdraw
from forums.discussions.actions import delete_post, publish, take_down
from forums.discussions.choices import State
from tests.courses.completion.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.courses import course_below, modules_below, reading_below, units_below
from tests.factories.forums import general_forum, guest, page_forum, reply_in, topic_in
from tests.factories.learning import discussion_below, edition_of, enrolled, quiz_below

pytestmark = pytest.mark.django_db


def attempt_at(enrolment, quiz, score, number=1):
    return Attempt.objects.create(
        enrolment=enrolment,
        quiz_key=quiz.translation_key,
        number=number,
        progress="finished",
        started_at=NOW,
        finished_at=NOW,
        pass_percent=60,
        points=Decimal(10),
        score=Decimal(score),
    )


def progress(page):
    return UnitProgress.objects.filter(unit_key=page.translation_key).first()


def test_a_quiz_handed_in_is_noted_once_however_often_it_is_told(enrolment, modules):
    quiz = quiz_below(modules[0])
    attempt = attempt_at(enrolment, quiz, 7)
    for _ in range(2):
        attempt_finished.send(sender=Attempt, attempt=attempt, now=NOW)
    assert (progress(quiz).percent, progress(quiz).done_at) == (70, NOW)
    assert Happening.objects.get().data == {"percent": 70, "is_passed": True, "attempt": str(attempt.uid), "number": 1}


def test_a_quiz_that_was_not_passed_is_begun(enrolment, modules):
    quiz = quiz_below(modules[0])
    attempt_finished.send(sender=Attempt, attempt=attempt_at(enrolment, quiz, 5), now=NOW)
    assert (progress(quiz).percent, progress(quiz).done_at) == (50, None)


def test_a_corrected_key_passes_her_and_completes_her_course(enrolment, modules):
    quiz = quiz_below(modules[0])
    attempt = attempt_at(enrolment, quiz, 5)
    attempt_finished.send(sender=Attempt, attempt=attempt, now=NOW)
    attempt.score = Decimal(6)
    attempt.save()
    later = NOW + timedelta(days=2)
    for _ in range(2):
        attempt_regraded.send(sender=Attempt, attempt=attempt, now=later)
    assert (progress(quiz).percent, progress(quiz).done_at) == (60, later)
    assert Happening.objects.count() == 2
    assert Completion.objects.get().completed_at == later


def test_no_attempt_begins_at_a_unit_that_is_not_open(enrolment, modules):
    first = reading_below(modules[0])
    quiz = quiz_below(modules[0], release=f'[{{"type": "unit", "value": {first.pk}}}]')
    assert gate.sentence(enrolment, quiz, NOW) == "Opens when you have done “A reading”."
    note_deed(enrolment=enrolment, unit_key=first.translation_key, deed=Deed.MARKED, now=NOW)
    assert gate.sentence(enrolment, quiz, NOW) == ""


def written(place, author, forum=None):
    topic = topic_in(forum or page_forum(place))
    return reply_in(topic, author)


@pytest.fixture
def talk(modules):
    return discussion_below(modules[0], posts_min=2)


def test_messages_of_hers_in_the_public_forum_count_once_each(enrolment, talk):
    topic = topic_in(page_forum(talk))
    for _ in range(2):
        reply_in(topic, enrolment.person)
    reply_in(topic, PersonFactory())
    row = progress(talk)
    assert row.posts == 2
    assert row.done_at


def test_messages_in_the_forum_of_her_edition_count_and_in_anothers_do_not(course, edition, enrolment, talk):
    written(talk, enrolment.person, page_forum(talk, audience=edition.audience))
    assert progress(talk).posts == 1
    other = edition_of(course, name="Other")
    written(talk, enrolment.person, page_forum(talk, audience=other.audience))
    assert progress(talk).posts == 1


def test_messages_in_the_forum_of_a_module_count_for_the_course(enrolment, modules):
    written(modules[1], enrolment.person)
    assert progress(modules[1]).posts == 1


def test_a_message_that_is_taken_down_does_not_count_until_it_is_back(enrolment, talk):
    topic = topic_in(page_forum(talk))
    _first, second = (reply_in(topic, enrolment.person) for _ in range(2))
    take_down(post=second, state=State.HIDDEN, now=NOW + timedelta(days=1))
    assert (progress(talk).posts, progress(talk).done_at) == (1, None)
    publish(post=second, now=NOW + timedelta(days=2))
    assert progress(talk).posts == 2
    assert progress(talk).done_at


def test_a_message_that_she_deletes_does_not_count(enrolment, talk):
    topic = topic_in(page_forum(talk))
    post = reply_in(topic, enrolment.person)
    reply_in(topic, enrolment.person)
    delete_post(post=post, now=NOW + timedelta(days=1))
    assert progress(talk).posts == 1


@pytest.mark.parametrize("who", ["not enrolled", "closed", "a guest"])
def test_nothing_is_noted_for_who_does_not_take_part(edition, talk, who):
    person = PersonFactory()
    if who == "closed":
        edition.stage, edition.closed_at = Stage.CLOSED, NOW
        edition.save()
        enrolled(person, edition)
    post = written(talk, guest() if who == "a guest" else person)
    take_down(post=post, state=State.HIDDEN, now=NOW)
    assert not Happening.objects.exists()


def test_a_general_forum_is_no_discussion_of_a_course(enrolment):
    reply_in(topic_in(general_forum()), enrolment.person)
    assert not Happening.objects.exists()


def test_who_has_nothing_left_because_a_unit_was_unpublished_has_completed(enrolment, modules, edition, django_capture_on_commit_callbacks):
    kept, gone = units_below(modules[0], 2)
    enrolled(PersonFactory(), edition)
    note_deed(enrolment=enrolment, unit_key=kept.translation_key, deed=Deed.MARKED, now=NOW)
    gone.unpublish()
    check_course_task.func(str(gone.translation_key))
    assert [row.enrolment for row in Completion.objects.all()] == [enrolment]
    assert complete_all(key=modules[0].translation_key, now=NOW) == 0


@pytest.mark.parametrize("how", ["unpublished", "deleted", "moved away", "with its module", "its module deleted"])
def test_a_unit_that_goes_away_completes_those_who_had_done_everything_else(course, enrolment, modules, edition, how):
    (kept,), (gone,) = units_below(modules[0], 1), units_below(modules[1], 1)
    enrolled(PersonFactory(), edition)
    note_deed(enrolment=enrolment, unit_key=kept.translation_key, deed=Deed.MARKED, now=NOW)
    elsewhere = course_below(course.get_parent(), title="Another course", slug="another")
    {
        "unpublished": gone.unpublish,
        "deleted": gone.delete,
        "moved away": lambda: gone.move(modules_below(elsewhere, 1)[0], pos="last-child"),
        "with its module": modules[1].unpublish,
        "its module deleted": lambda: Page.objects.get(pk=modules[1].pk).delete(),
    }[how]()
    assert [row.enrolment for row in Completion.objects.all()] == [enrolment]


def test_a_unit_that_asks_for_less_is_done_by_those_who_had_done_that_much(enrolment, modules):
    unit = reading_below(modules[0])
    note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.VIEWED, now=NOW)
    unit.completes = "viewed"
    unit.save_revision().publish()
    assert progress(unit).done_at == NOW
    assert Completion.objects.count() == 1


def test_a_unit_that_asks_for_more_is_not_taken_back(enrolment, modules):
    unit, _other = reading_below(modules[0], completes="viewed"), reading_below(modules[0], title="Another")
    note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.VIEWED, now=NOW)
    unit.completes = "marked"
    unit.save_revision().publish()
    assert progress(unit).done_at == NOW


def leave(enrolment, edition, how):
    if how == "withdrawn":
        withdraw(enrolment=enrolment, by=enrolment.person, now=NOW)
    else:
        close_edition(edition=edition, by=None, now=NOW)


@pytest.mark.parametrize("how", ["withdrawn", "closed"])
def test_what_arrives_after_she_left_or_the_edition_was_closed_completes_nothing(enrolment, edition, modules, how):
    quiz = quiz_below(modules[0])
    attempt = attempt_at(enrolment, quiz, 5)
    attempt_finished.send(sender=Attempt, attempt=attempt, now=NOW)
    leave(enrolment, edition, how)
    attempt.score = Decimal(9)
    attempt.save()
    attempt_regraded.send(sender=Attempt, attempt=attempt, now=NOW + timedelta(days=1))
    assert rebuild(of=edition, now=NOW + timedelta(days=2)) == []
    assert not Completion.objects.exists()


@pytest.mark.parametrize("how", ["withdrawn", "closed"])
def test_a_message_let_through_after_that_completes_nothing(enrolment, edition, modules, how):
    talk = discussion_below(modules[0], posts_min=1)
    post = reply_in(topic_in(page_forum(talk)), enrolment.person)
    take_down(post=post, state=State.HIDDEN, now=NOW)
    Completion.objects.all().delete()
    leave(enrolment, edition, how)
    publish(post=post, now=NOW + timedelta(days=1))
    assert not Completion.objects.exists()


def test_who_comes_back_to_find_nothing_left_has_completed(enrolment, edition, modules):
    units = units_below(modules[0], 2)
    note_deed(enrolment=enrolment, unit_key=units[0].translation_key, deed=Deed.MARKED, now=NOW)
    leave(enrolment, edition, "withdrawn")
    units[1].unpublish()
    assert not Completion.objects.exists()
    enrol(person=enrolment.person, edition=edition, now=NOW + timedelta(days=1))
    assert Completion.objects.get().enrolment == enrolment


def test_a_page_of_nowhere_completes_nobody(enrolment, homes):
    assert complete_all(key=homes["en"].translation_key, now=NOW) == 0
