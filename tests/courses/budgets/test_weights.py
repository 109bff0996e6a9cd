"""What pages cost where many take part: the same number of questions to the database with ten people and with ten thousand."""

import gzip
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from courses.assessment.actions import hand_in, start_attempt
from courses.assessment.models import Attempt
from courses.completion.actions import note_deed
from courses.editions.actions import announce_edition
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.questions.models import QuestionText
from forums.boards.models import Forum
from tests.factories.courses import modules_below, units_below
from tests.factories.forums import topic_in
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, run, single

pytestmark = pytest.mark.django_db
MOST_OF_A_MODULE, MOST_OF_A_STEP, MOST_OF_A_LIST = 8, 10, 10
MOST_OF_A_COHORT, MOST_OF_A_REPORT = 12, 16
BYTES_OF_A_PAGE = 14_000


def asked(client, path, status=200):
    """Return how many questions a page asks once it is warm, and the answer."""
    client.get(path)
    with CaptureQueriesContext(connection) as caught:
        answer = client.get(path)
    assert answer.status_code == status, path
    return len(caught), answer


def crowd(edition, number):
    """Enrol this many people in three queries."""
    people = User.objects.bulk_create(User(email=f"c{uuid4().hex}@example.org", name="Somebody", language="pt") for _ in range(number))
    Enrolment.objects.bulk_create(
        (Enrolment(edition=edition, person=one, state=State.ACTIVE, asked_at=NOW, since=NOW) for one in people), batch_size=2000
    )


@pytest.fixture
def school(client, course, people, stopped_clock):
    """A course of six modules with five units each, a forum of ten topics below the first, and a learner who did some of it."""
    modules = modules_below(course, 6)
    pages = [page for module in modules for page in units_below(module, 5)]
    quiz = quiz_below(modules[0], *(single(name=f"Q{number}") for number in range(10)))
    edition = edition_of(course, stage="draft")
    announce_edition(edition=edition, by=people["admin"], now=NOW)
    edition.refresh_from_db()
    run(edition, people["facilitator"])
    enrolment = enrolled(people["learner"], edition)
    for page in pages[:7]:
        note_deed(enrolment=enrolment, unit_key=page.translation_key, deed="marked", now=NOW)
    forum = Forum.objects.get(key=modules[0].translation_key, audience=edition.audience)
    for number in range(10):
        topic_in(forum, title=f"Topic {number}", now=NOW)
    client.force_login(people["learner"])
    return {"edition": edition, "modules": modules, "pages": pages, "quiz": quiz, "enrolment": enrolment, "course": course}


def test_pages_of_a_learner_ask_the_same_with_ten_thousand_beside_her(client, school):
    attempt = start_attempt(enrolment=school["enrolment"], quiz=school["quiz"], now=NOW)
    module, unit = school["modules"][0].url, school["pages"][8].url
    paths = {
        module: MOST_OF_A_MODULE,
        unit: MOST_OF_A_MODULE,
        school["course"].url: MOST_OF_A_LIST,
        school["quiz"].url: MOST_OF_A_LIST,
        f"/en/learning/attempts/{attempt.uid}/1/": MOST_OF_A_STEP,
        "/en/learning/": MOST_OF_A_LIST,
        "/en/learning/calendar/": MOST_OF_A_LIST,
        f"/en/learning/editions/{school['edition'].uid}/": MOST_OF_A_LIST,
    }
    crowd(school["edition"], 9)
    few = {path: asked(client, path)[0] for path in paths}
    crowd(school["edition"], 9_990)
    many = {path: asked(client, path)[0] for path in paths}
    assert many == few
    for path, most in paths.items():
        assert few[path] <= most, path
    assert "Topic 9" in client.get(module).text


@pytest.mark.parametrize("place", [1, 10])
def test_a_step_of_a_quiz_is_light(client, school, place):
    for row in QuestionText.objects.all():  # as long as questions of a real bank are
        row.stem = f"<p>{'A long sentence about the age of work. ' * 12}</p>"
        row.save()
    attempt = start_attempt(enrolment=school["enrolment"], quiz=school["quiz"], now=NOW)
    cost, answer = asked(client, f"/en/learning/attempts/{attempt.uid}/{place}/")
    assert cost <= MOST_OF_A_STEP
    assert len(gzip.compress(answer.content, 6)) <= BYTES_OF_A_PAGE


def test_an_answer_asks_the_same_whatever_was_answered_before(client, school):
    attempt = start_attempt(enrolment=school["enrolment"], quiz=school["quiz"], now=NOW)
    client.get(f"/en/learning/attempts/{attempt.uid}/1/")  # what is remembered between requests is
    costs = []
    for place in (1, 2, 9):
        option = attempt.answers.get(place=place).order[0]
        with CaptureQueriesContext(connection) as caught:
            assert client.post(f"/en/learning/attempts/{attempt.uid}/{place}/", {"answer": option}).status_code == 302
        costs.append(len(caught))
    assert len(set(costs)) == 1
    assert costs[0] <= 20


def test_the_module_page_is_light_with_its_forum_and_progress(client, school):
    _cost, answer = asked(client, school["modules"][0].url)
    assert len(gzip.compress(answer.content, 6)) <= BYTES_OF_A_PAGE


def test_the_grid_of_two_hundred_in_six_modules(client, school, people):
    crowd(school["edition"], 199)
    rows = list(school["edition"].enrolments.all())
    for place, row in enumerate(rows[:20]):
        note_deed(enrolment=row, unit_key=school["pages"][place].translation_key, deed="marked", now=NOW + timedelta(minutes=place))
    client.force_login(people["facilitator"])
    cost, answer = asked(client, f"/en/teaching/editions/{school['edition'].uid}/cohort/")
    assert cost <= 12
    assert len(gzip.compress(answer.content, 6)) <= 60_000
    assert answer.text.count('scope="row"') == 200


LISTS = (
    *("/en/teaching/", "/en/teaching/questions/", "/en/learning/", "/en/learning/notes/", "/en/learning/calendar/"),
    *("editions/{}/people/", "editions/{}/invitations/", "editions/{}/acts/", "editions/{}/attendance/", "editions/{}/"),
    *(
        "editions/{}/cohort/",
        "editions/{}/cohort/summary/",
        "editions/{}/cohort/write/",
        "editions/{}/report/",
        "editions/{}/facilitators/",
    ),
)


def grow(school, people):
    """Add one of everything that lists show."""
    edition = school["edition"]
    number = edition.enrolments.count()
    crowd(edition, 1)
    crowd_asked = User.objects.create(email=f"a{uuid4().hex}@example.org", name="Who asks")
    enrolled(crowd_asked, edition, state="asked", since=None)
    edition.events.create(title=f"Event {number}", starts_at=NOW + timedelta(days=number))
    edition.staff_acts.create(by=people["admin"], about=crowd_asked, verb="enrolment.approve", at=NOW)
    edition.invitations.create(email=f"i{number}@example.org", sent_at=NOW, by=people["admin"])
    other = edition_of(school["course"], name=f"Edition {number}")
    run(other, people["admin"])
    for person in (people["learner"], people["admin"]):
        enrolled(person, other)
    single(name=f"Asked {number}")


@pytest.mark.parametrize("rest", LISTS)
def test_each_list_asks_the_same_with_one_row_and_with_three(client, school, people, rest):
    where = rest if rest.startswith("/") else f"/en/teaching/{rest.format(school['edition'].uid)}"
    client.force_login(people["learner" if "learning" in rest else "admin"])
    grow(school, people)
    one, _answer = asked(client, where)
    grow(school, people)
    grow(school, people)
    three, _answer = asked(client, where)
    assert three == one
    assert one <= MOST_OF_A_REPORT if rest.endswith("report/") else one <= MOST_OF_A_COHORT


def test_attempts_of_one_person_ask_the_same_with_one_and_with_three(client, school, people):
    costs = []
    client.force_login(people["admin"])
    where = f"/en/teaching/enrolments/{school['enrolment'].uid}/attempts/"
    for number in (1, 2, 3):
        hand_in(attempt=start_attempt(enrolment=school["enrolment"], quiz=school["quiz"], now=NOW), now=NOW)
        costs.append(asked(client, where)[0])
        assert Attempt.objects.count() == number
    assert costs[0] == costs[2]
