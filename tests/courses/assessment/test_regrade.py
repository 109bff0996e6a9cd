"""A corrected key."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from courses.assessment.actions import grade_again, hand_in, regrade, save_answer, start_attempt
from courses.assessment.models import Answer, Attempt, Regrade, RegradedAnswer
from courses.assessment.queries import answers_of, keys_used
from courses.assessment.signals import attempt_regraded
from courses.assessment.tasks import grade_again_task
from courses.editions.choices import Stage
from courses.editions.models import StaffAct
from courses.questions.grading import explained
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, question, quiz_below, single

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=1)


@pytest.fixture
def heard():
    said = []

    def hear(sender, attempt, now, **more):
        said.append((attempt.pk, attempt.score))

    attempt_regraded.connect(hear)
    yield said
    attempt_regraded.disconnect(hear)


@pytest.fixture
def asked(db):
    return single(points=3)


@pytest.fixture
def taken(module, asked):
    return quiz_below(module, asked, single(), attempts_max=None)


def corrected(asked, right, number=2, kind="single"):
    """Add a version by which the option at this place is the right one."""
    options = asked.shape["options"]
    weights = {one: 100 if place == right else 0 for place, one in enumerate(options)}
    return asked.versions.create(number=number, kind=kind, points=5, shape=asked.shape, key={"weights": weights}, texts={}, made_at=NOW)


def handed_in(enrolment, quiz, asked, option):
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    place = attempt.answers.get(question=asked).place
    save_answer(attempt=attempt, place=place, value=asked.shape["options"][option], now=NOW)
    return hand_in(attempt=attempt, now=NOW)


def regraded(version, by):
    """Ask for it (in tests jobs run at once), do it once more, and return how many answers this key has changed."""
    row = regrade(version=version, by=by, reason="The key was wrong.", now=LATER)
    assert grade_again(regrade_id=row.pk, now=LATER) == 0
    return row.answers.count()


def test_scores_follow_the_corrected_key_and_the_points_of_the_attempt_stay(enrolment, taken, asked, editor, heard):
    done = handed_in(enrolment, taken, asked, 1)
    assert (done.score, done.points) == (0, 4)
    assert regraded(corrected(asked, right=1), editor) == 1
    done.refresh_from_db()
    assert (done.score, done.points) == (3, 4)
    row = RegradedAnswer.objects.get()
    assert (row.before, row.after, row.answer.fraction) == (0, 1, 1)
    assert row.answer.version.number == 1
    assert heard == [(done.pk, 3)]


def test_a_right_answer_can_become_wrong(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 0)
    regraded(corrected(asked, right=1), editor)
    done.refresh_from_db()
    assert done.score == 0


def test_asked_twice_and_run_twice_it_changes_nothing_more(enrolment, taken, asked, editor, heard):
    handed_in(enrolment, taken, asked, 1)
    version = corrected(asked, right=1)
    assert [regraded(version, editor) for _time in range(3)] == [1, 1, 1]
    assert (Regrade.objects.count(), RegradedAnswer.objects.count(), len(heard)) == (1, 1, 1)
    assert StaffAct.objects.filter(verb="assessment.regrade").count() == 1


def test_it_is_asked_for_as_a_job_and_the_job_does_it(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    row = regrade(version=corrected(asked, right=1), by=editor, reason="Wrong key.", now=LATER)
    done.refresh_from_db()
    row.refresh_from_db()
    assert (done.score, row.finished_at is not None) == (3, True)
    grade_again_task.call(row.pk)
    assert RegradedAnswer.objects.count() == 1


def test_a_job_whose_row_has_gone_is_left_alone(db):
    assert grade_again(regrade_id=0, now=NOW) == 0


def test_each_edition_keeps_who_changed_it_and_why(course, enrolment, taken, asked, editor):
    handed_in(enrolment, taken, asked, 1)
    other = edition_of(course, name="Other")
    handed_in(enrolled(PersonFactory(), other), taken, asked, 0)
    untouched = edition_of(course, name="Untouched")
    handed_in(enrolled(PersonFactory(), untouched), taken, asked, 2)
    regraded(corrected(asked, right=1), editor)
    acts = StaffAct.objects.filter(verb="assessment.regrade")
    assert {act.edition_id for act in acts} == {enrolment.edition_id, other.pk}
    assert {(act.by, act.reason, act.data["answers"]) for act in acts} == {(editor, "The key was wrong.", 1)}


def test_a_closed_edition_keeps_its_figures(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    assert regraded(corrected(asked, right=1), editor) == 0
    done.refresh_from_db()
    assert done.score == 0


def test_an_attempt_under_way_is_graded_by_the_corrected_key_when_it_is_handed_in(enrolment, taken, asked, editor):
    attempt = start_attempt(enrolment=enrolment, quiz=taken, now=NOW)
    place = attempt.answers.get(question=asked).place
    save_answer(attempt=attempt, place=place, value=asked.shape["options"][1], now=NOW)
    regraded(corrected(asked, right=1), editor)
    assert hand_in(attempt=attempt, now=LATER).score == 3
    assert not RegradedAnswer.objects.exists()


def review(attempt):
    """Return whether what its learner chose is shown as right, and whether it got its points."""
    answers = list(answers_of(attempt))
    (row,) = [row for row in answers if row.value is not None]
    key = keys_used(answers)[row.pk]
    return next(part.is_right for part in explained(key.kind, key.shape, key.key, row.value) if part.is_chosen), row.fraction == 1


def test_what_is_shown_as_right_is_what_the_points_came_from(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    assert review(done) == (False, False)
    regraded(corrected(asked, right=1), editor)
    assert review(done) == (True, True)


def test_a_closed_edition_shows_the_key_that_its_points_came_from(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    enrolment.edition.stage, enrolment.edition.closed_at = Stage.CLOSED, NOW
    enrolment.edition.save()
    regraded(corrected(asked, right=1), editor)
    assert review(done) == (False, False)


def test_before_the_job_has_run_the_older_key_is_shown(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    Regrade.objects.create(version=corrected(asked, right=1), by=editor, reason="Wrong key.", at=LATER)
    assert review(done) == (False, False)


def test_an_answer_that_is_shown_at_once_is_graded_by_the_corrected_key(enrolment, module, asked, editor):
    quiz = quiz_below(module, asked, review="now")
    attempt = start_attempt(enrolment=enrolment, quiz=quiz, now=NOW)
    regraded(corrected(asked, right=1), editor)
    answer = save_answer(attempt=attempt, place=1, value=asked.shape["options"][1], now=NOW)
    assert answer.fraction == 1
    assert keys_used([answer])[answer.pk].number == 2
    assert hand_in(attempt=attempt, now=LATER).score == 3


def test_a_correction_of_another_kind_leaves_the_one_before_it_in_force(enrolment, taken, asked, editor):
    attempt = start_attempt(enrolment=enrolment, quiz=taken, now=NOW)
    place = attempt.answers.get(question=asked).place
    save_answer(attempt=attempt, place=place, value=asked.shape["options"][1], now=NOW)
    regraded(corrected(asked, right=1), editor)
    regraded(corrected(asked, right=0, number=3, kind="short"), editor)
    assert hand_in(attempt=attempt, now=LATER).score == 3


class Killed(Exception):
    """As if the worker had been killed."""


def test_a_job_that_is_killed_in_the_middle_leaves_a_whole_log(course, enrolment, taken, asked, editor):
    other = edition_of(course, name="Other")
    for one in (enrolment, *(enrolled(PersonFactory(), edition) for edition in (enrolment.edition, other, other))):
        handed_in(one, taken, asked, 1)
    row = Regrade.objects.create(version=corrected(asked, right=1), by=editor, reason="Wrong key.", at=LATER)
    heard = []

    def kill(sender, attempt, now, **more):
        heard.append(attempt.pk)
        if len(heard) in (2, 4):
            raise Killed

    attempt_regraded.connect(kill)
    try:
        for _time in range(2):
            with pytest.raises(Killed):
                grade_again(regrade_id=row.pk, now=LATER)
        for _time in range(2):
            grade_again(regrade_id=row.pk, now=LATER)
    finally:
        attempt_regraded.disconnect(kill)
    told = StaffAct.objects.filter(verb="assessment.regrade")
    assert {(act.edition_id, act.data["answers"]) for act in told} == {(enrolment.edition_id, 2), (other.pk, 2)}
    assert told.count() == 2


def test_a_new_version_that_nobody_asked_to_grade_by_changes_nothing(enrolment, taken, asked):
    attempt = start_attempt(enrolment=enrolment, quiz=taken, now=NOW)
    corrected(asked, right=1)
    place = attempt.answers.get(question=asked).place
    save_answer(attempt=attempt, place=place, value=asked.shape["options"][1], now=NOW)
    assert hand_in(attempt=attempt, now=LATER).score == 0


def test_a_key_of_another_kind_grades_nothing(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    assert regraded(corrected(asked, right=1, kind="short"), editor) == 0
    assert hand_in(attempt=done, now=LATER).score == 0


def test_an_older_correction_never_undoes_a_later_one(enrolment, taken, asked, editor):
    done = handed_in(enrolment, taken, asked, 1)
    second, third = corrected(asked, right=2), corrected(asked, right=1, number=3)
    regraded(third, editor)
    assert regraded(second, editor) == 0
    done.refresh_from_db()
    assert done.score == 3


def test_words_that_were_added_count_for_answers_given_before(enrolment, module, editor):
    asked = question("short", {}, {"weights": {"k": 100}}, {"en": {"stem": "Who?", "accepted": {"k": "inspector"}}})
    attempt = start_attempt(enrolment=enrolment, quiz=quiz_below(module, asked), now=NOW)
    save_answer(attempt=attempt, place=1, value="inspetora", now=NOW)
    assert hand_in(attempt=attempt, now=NOW).score == 0
    texts = {"en": {"accepted": {"k": "inspector"}}, "pt": {"accepted": {"k": "inspetora"}}}
    version = asked.versions.create(number=2, kind="short", points=1, shape={}, key=asked.key, texts=texts, made_at=NOW)
    assert regraded(version, editor) == 1
    attempt.refresh_from_db()
    assert attempt.score == 1


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=st.integers(0, 2), rights=st.lists(st.integers(0, 2), min_size=1, max_size=3))
def test_grading_again_any_number_of_times_ends_where_the_last_key_says(enrolment, module, editor, given, rights):
    asked = single(points=2)
    quiz = quiz_below(module, asked, slug=f"quiz-{asked.pk}")
    done = handed_in(enrolment, quiz, asked, given)
    for number, right in enumerate(rights, start=2):
        version = corrected(asked, right=right, number=number)
        regraded(version, editor)
        before = list(Answer.objects.values_list("fraction", flat=True)), Attempt.objects.get(pk=done.pk).score
        regraded(version, editor)
        assert (list(Answer.objects.values_list("fraction", flat=True)), Attempt.objects.get(pk=done.pk).score) == before
        assert before[1] == (2 if given == right else 0)
