"""Who takes part, as other rooms ask it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser

from courses.enrolment.choices import Refusal
from courses.enrolment.queries import (
    active_enrolments,
    current_enrolment,
    enrolment_of,
    forget_enrolments,
    invitation_with,
    people_of,
    places_left,
    places_left_in,
    runs_none,
    state_counts,
)
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import fits, late, shut
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, run

pytestmark = pytest.mark.django_db


def test_the_enrolments_of_a_person_are_asked_once_until_they_are_forgotten(edition, learner, django_assert_num_queries):
    row = enrolled(learner, edition)
    with django_assert_num_queries(1):
        assert [held.pk for held in active_enrolments(learner)] == [row.pk]
        assert active_enrolments(learner)[0].edition == edition
    row.delete()
    assert active_enrolments(learner) != []
    forget_enrolments(learner)
    assert active_enrolments(learner) == []


@pytest.mark.parametrize("reader", [None, AnonymousUser()])
def test_strangers_take_part_nowhere_and_cost_nothing(edition, reader, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert active_enrolments(reader) == []
        assert current_enrolment(reader, edition.course_key) is None
        assert not runs_none(reader)
        forget_enrolments(reader)


def test_the_edition_that_counts_is_one_that_is_not_closed(course, learner):
    closed = enrolled(learner, edition_of(course, stage="closed", closed_at=NOW), since=NOW + timedelta(days=9))
    assert current_enrolment(learner, course.translation_key).pk == closed.pk
    going_on = enrolled(learner, edition_of(course))
    forget_enrolments(learner)
    assert current_enrolment(learner, course.translation_key).pk == going_on.pk
    assert current_enrolment(learner, uuid4()) is None


def test_it_is_certain_only_of_learners_that_they_run_nothing(course, cast, edition):
    for who in ("learner", "moderator", "facilitator", "editor", "admin"):
        enrolled(cast[who], edition)
    run(edition, cast["facilitator"])
    assert {who for who in cast if runs_none(cast[who])} == {"learner", "moderator"}


def test_places_are_counted_by_those_who_take_part(course, learner):
    full, free, open_one = edition_of(course, places=1), edition_of(course, places=3), edition_of(course)
    for edition in (full, free, open_one):
        enrolled(PersonFactory(), edition)
        enrolled(PersonFactory(), edition, state="asked")
        enrolled(PersonFactory(), edition, state="waiting")
    assert [places_left(edition) for edition in (full, free, open_one)] == [0, 2, None]
    assert places_left_in([full, free, open_one]) == {full.pk: 0, free.pk: 2}
    full.places = free.places = 1
    enrolled(learner, full)
    assert places_left(full) == 0


def test_people_are_listed_and_counted_by_where_they_stand(edition, learner):
    enrolled(learner, edition)
    enrolled(PersonFactory(name="Awa"), edition)
    enrolled(PersonFactory(), edition, state="waiting")
    assert [row.person.name for row in people_of(edition, "active")] == ["Awa", "Inês Mutombo"]
    assert people_of(edition, "nonsense").count() == people_of(edition).count() == 3
    assert state_counts(edition) == {"asked": 0, "waiting": 1, "active": 2, "refused": 0, "withdrawn": 0}
    assert enrolment_of(learner, edition).person is learner
    assert enrolment_of(PersonFactory(), edition) is None
    assert invitation_with(uuid4()) is None


@pytest.mark.parametrize(("code", "fitting"), [("ABC", True), ("abc ", True), ("", False), ("AB", False), ("ÁBC", False)])
def test_codes_fit_whatever_their_case(course, code, fitting):
    assert fits(edition_of(course, code="AbC"), code) is fitting


def test_an_edition_without_a_code_fits_none(edition):
    assert not fits(edition, "")


def test_who_is_invited_may_come_late_but_not_after_the_end(course):
    edition = edition_of(course, enrol_until=NOW.date() - timedelta(days=1))
    assert (late(edition, NOW), shut(edition, NOW)) == (Refusal.LATE, None)
    assert shut(edition, edition.ends_at) == Refusal.OVER
    assert shut(edition, edition.ends_at - timedelta(seconds=1)) is None


@pytest.mark.parametrize("refusal", list(Refusal))
def test_every_refusal_has_a_sentence(refusal):
    sentence = Refused(refusal, "Reason").sentence
    assert sentence.endswith(".")
    assert len(sentence) > 15
