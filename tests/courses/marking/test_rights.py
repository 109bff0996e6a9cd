"""Whom the screens of quizzes let in: the whole cast, over editions of one's own and of others."""

from uuid import uuid4

import pytest

from courses.assessment.actions import hand_in, start_attempt
from courses.editions.models import Edition
from courses.marking.rules import can_see_figures, figures_visible_to
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, run, single

pytestmark = pytest.mark.django_db
ROLES = ["stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin"]
WRITERS = {"facilitator", "editor", "admin"}
MANAGERS = {"editor", "admin"}


@pytest.fixture
def editions(course, edition, cast):
    """Two editions; the first is run by the facilitator, and by a partner who writes no questions."""
    run(edition, cast["facilitator"])
    run(edition, cast["partner"])
    return [edition, edition_of(course, name="Other")]


def asks(client, user, address, method="get"):
    client.logout()
    if user.is_authenticated:
        client.force_login(user)
    return getattr(client, method)(address)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_writes_questions_says_what_quizzes_ask_and_grades_again(client, cast, quiz, editions, role, method):
    for address in (f"/en/teaching/quizzes/{quiz.translation_key}/", f"/en/teaching/questions/{single().uid}/regrade/"):
        answer = asks(client, cast[role], address, method)
        if role in WRITERS:
            assert answer.status_code in (200, 302, 422)
            assert "login" not in answer.get("Location", "")
        elif role == "stranger":
            assert "login" in answer["Location"]
        else:
            assert answer.status_code == 403
            assert "This page is for those who write questions." in answer.text


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("which", [0, 1])
def test_who_runs_an_edition_reads_its_attempts(client, cast, quiz, editions, role, which):
    person = enrolled(PersonFactory(name="Ana Bela"), editions[which])
    attempt = start_attempt(enrolment=person, quiz=quiz, now=NOW)
    is_let_in = role in MANAGERS or (which == 0 and role in ("facilitator", "partner"))
    for address in (f"/en/teaching/enrolments/{person.uid}/attempts/", f"/en/teaching/attempts/{attempt.uid}/"):
        answer = asks(client, cast[role], address)
        if role == "stranger":
            assert "login" in answer["Location"]
        else:
            assert answer.status_code == (200 if is_let_in else 404)
            assert ("Ana Bela" in answer.text) is is_let_in


@pytest.mark.parametrize("role", ROLES)
def test_figures_and_their_twin_agree(client, cast, quiz, editions, role):
    user = cast[role]
    seen = {edition.pk for edition in Edition.objects.all() if can_see_figures(user, edition)}
    assert seen == set(figures_visible_to(user).values_list("pk", flat=True))
    answer = asks(client, user, f"/en/teaching/quizzes/{quiz.translation_key}/figures/")
    if role == "stranger":
        assert "login" in answer["Location"]
    else:
        assert answer.status_code == (200 if role in {*WRITERS, "partner"} else 403)


def test_what_is_not_there_is_not_there(client, cast, quiz):
    client.force_login(cast["admin"])
    nothing = uuid4()
    for address in ("quizzes/{}/", "quizzes/{}/figures/", "enrolments/{}/attempts/", "attempts/{}/", "questions/{}/regrade/"):
        assert client.get(f"/en/teaching/{address.format(nothing)}").status_code == 404


def test_staff_only_read_attempts(client, cast, quiz, enrolment):
    attempt = hand_in(attempt=start_attempt(enrolment=enrolment, quiz=quiz, now=NOW), now=NOW)
    client.force_login(cast["admin"])
    for address in (f"/en/teaching/attempts/{attempt.uid}/", f"/en/teaching/enrolments/{enrolment.uid}/attempts/"):
        assert client.post(address).status_code == 405
