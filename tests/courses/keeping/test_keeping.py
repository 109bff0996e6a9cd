"""What the courses hold of a person is told whole, to her alone; and goes with her, but for figures without a name."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.actions import erase
from accounts.models import User
from courses.assessment.models import Answer, Attempt, QuizPage
from courses.completion.actions import note_deed
from courses.completion.models import Happening, UnitProgress
from courses.editions.actions import note_act
from courses.editions.choices import Stage
from courses.editions.models import Facilitator, StaffAct
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment, Invitation
from courses.evaluation.models import Respondent
from courses.facilitation.models import Attendance
from courses.keeping.queries import held_about
from courses.learning.actions import new_calendar_secret, save_note
from courses.learning.models import LearnerWish, Note
from courses.letters.models import Reminder
from courses.questions.models import QuestionVersion
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.courses import modules_below, reading_below
from tests.factories.learning import NOW, edition_of, enrolled, question, quiz_below, run, single

pytestmark = pytest.mark.django_db
SECRET = "Zuleica Wandschneider"


@pytest.fixture
def person():
    return PersonFactory(email="zuleica@example.org", name=SECRET, country="TL", institution="Inspetoria", language="en")


@pytest.fixture
def full(course, person):
    """Let a person have one of every row that the courses keep."""
    module = modules_below(course, 1)[0]
    unit = reading_below(module)
    chosen = single()
    typed = question("short", {"is_case_kept": False}, {"weights": {"k": 100}}, {"en": {"stem": "<p>Who?</p>", "accepted": {"k": "a"}}})
    quiz = quiz_below(module, chosen, typed)
    edition = edition_of(course)
    staff = PersonFactory(name="Staff")
    row = enrolled(person, edition, reason="She asked twice")
    note_deed(enrolment=row, unit_key=unit.translation_key, deed="viewed", now=NOW)
    note_deed(enrolment=row, unit_key=unit.translation_key, deed="granted", now=NOW, by=staff, reason=f"{SECRET} was ill")
    attempt = Attempt.objects.create(
        enrolment=row, quiz_key=quiz.translation_key, number=1, started_at=NOW, pass_percent=60, points=Decimal(2)
    )
    for place, version in enumerate(QuestionVersion.objects.order_by("pk"), start=1):
        value = SECRET if version.kind == "short" else version.shape["options"][0]
        Answer.objects.create(attempt=attempt, place=place, question=version.question, version=version, value=value, answered_at=NOW)
    Invitation.objects.create(edition=edition, email=person.email, name=SECRET, sent_at=NOW, enrolment=row)
    event = edition.events.create(title="Meeting", starts_at=NOW)
    Attendance.objects.create(event=event, enrolment=row, was_there=True, by=staff, at=NOW)
    Reminder.objects.create(enrolment=row, occasion="start", at=NOW)
    Respondent.objects.create(enrolment=row)
    save_note(person=person, unit_key=unit.translation_key, text=f"{SECRET} thinks", now=NOW)
    new_calendar_secret(person=person, now=NOW)
    note_act(edition=edition, by=staff, verb="enrolment.refuse", about=person, reason=f"{SECRET} again", data={"n": SECRET}, now=NOW)
    other = edition_of(course, name="Other")
    enrolled(person, other, state=State.REFUSED, since=None, reason="no")
    run(other, person)
    return row


def rows_with(text):
    """Return every table of the courses in which this text stands."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith("courses_"):
                cursor.execute(f"SELECT * FROM {table}")
                if any(text in str(value) for row in cursor.fetchall() for value in row):
                    found.append(table)
    return found


def test_everything_is_told_as_plain_values(full, person):
    held = json.loads(json.dumps(held_about(person)))
    first, second = held["enrolments"]
    assert (first["course"], first["edition"], first["state"]) == ("Inspection", "2027", "active")
    assert [deed["deed"] for deed in first["deeds"]] == ["viewed", "granted"]
    assert first["units"][0]["done_at"]
    assert first["attempts"][0]["answers"][1]["answer"] == SECRET
    assert first["attendance"] == [{"event": "Meeting", "was_there": True, "noted_at": NOW.isoformat()}]
    assert first["evaluation"] == [{"has_answered": True}]
    assert first["told"][0]["occasion"] == "start"
    assert (second["state"], second["reason"]) == ("refused", "no")
    assert held["notes"][0]["text"] == f"{SECRET} thinks"
    assert held["invitations"][0]["email"] == person.email
    assert held["runs"] == ["Other"]
    assert held["staff_noted"][-1]["reason"] == f"{SECRET} again"


def test_the_secret_of_the_calendar_and_others_rows_are_not_told(full, person):
    told = json.dumps(held_about(person))
    assert str(LearnerWish.objects.get().calendar_secret) not in told
    assert json.loads(json.dumps(held_about(PersonFactory())))["enrolments"] == []


def test_it_is_part_of_the_file_that_she_downloads(client, full, person):
    client.force_login(person)
    assert SECRET in json.dumps(client.get("/en/account/data/").json()["courses"])


def test_one_and_three_enrolments_ask_the_same(full, person, course):
    counts = []
    for name in "abc":
        enrolled(person, edition_of(course, name=name))
        with CaptureQueriesContext(connection) as asked:
            held_about(person)
        counts.append(len(asked))
    assert counts[0] == counts[2]


def test_nothing_of_her_name_or_words_is_left(full, person):
    assert rows_with(SECRET)
    erase(person=person, now=NOW + timedelta(days=1))
    assert rows_with(SECRET) == []
    assert rows_with("zuleica@") == []
    for model in (Note, LearnerWish, Invitation, Reminder, Attendance, Facilitator):
        assert not model.objects.exists(), model
    assert StaffAct.objects.filter(verb="enrolment.refuse").get().about is None


def test_figures_stay_without_a_name(full, person):
    erase(person=person, now=NOW + timedelta(days=1))
    row = Enrolment.objects.get()
    assert (row.state, row.reason) == (State.WITHDRAWN, "")
    assert row.person.is_erased
    assert UnitProgress.objects.get().done_at
    assert Happening.objects.count() == 2
    chosen, typed = Answer.objects.order_by("place")
    assert chosen.value
    assert typed.value is None
    assert Respondent.objects.count() == 1


def test_in_a_closed_edition_she_took_part_all_the_same(full, person):
    full.edition.stage, full.edition.closed_at = Stage.CLOSED, NOW
    full.edition.save()
    erase(person=person, now=NOW + timedelta(days=1))
    assert Enrolment.objects.get().state == State.ACTIVE


def test_her_place_goes_to_who_waits_and_she_gets_no_mail(full, person):
    full.edition.places = 1
    full.edition.save()
    waiting = enrolled(PersonFactory(email="next@example.org"), full.edition, state=State.WAITING, since=None)
    erase(person=person, now=NOW + timedelta(days=1))
    waiting.refresh_from_db()
    assert waiting.state == State.ACTIVE
    assert not Message.objects.filter(to=person.email).exists()


def test_who_came_in_and_did_nothing_leaves_nothing(course, person):
    enrolled(person, edition_of(course))
    erase(person=person, now=NOW)
    assert not Enrolment.objects.exists()


def test_erasing_twice_changes_nothing_and_others_stay(full, person, course):
    other = PersonFactory()
    kept = enrolled(other, edition_of(course, name="Third"))
    save_note(person=other, unit_key=kept.uid, text="mine", now=NOW)
    erase(person=person, now=NOW)
    erase(person=User.objects.get_queryset().get(pk=person.pk), now=NOW)
    assert Note.objects.get().person == other
    assert Enrolment.objects.get(person=other).is_active


@pytest.mark.parametrize(("review", "stage", "is_told"), [("never", "open", False), ("never", "closed", True), ("after", "open", True)])
def test_what_was_right_is_told_no_sooner_than_the_quiz_tells_it(full, person, review, stage, is_told):
    QuizPage.objects.update(review=review)
    Answer.objects.update(fraction=Decimal(1))
    full.edition.stage, full.edition.closed_at = stage, NOW if stage == "closed" else None
    full.edition.save()
    told = held_about(person)["enrolments"][0]["attempts"][0]["answers"][0]
    assert (told["fraction"] is not None) is is_told
