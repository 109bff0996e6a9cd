"""The whole cast over every screen of one's own edition and of another's."""

from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest
from django.urls import reverse

from courses.editions.models import Edition, StaffAct
from courses.editions.rules import run_by
from courses.evaluation.models import Questionnaire
from courses.facilitation.models import Attendance
from courses.facilitation.views.write import sign_of
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, run

pytestmark = pytest.mark.django_db
READ = [
    "cohort",
    "cohort-summary",
    "cohort-write",
    "cohort-export",
    "cohort-learner",
    "attendance",
    "event-attendance",
    "edition-report",
    "evaluation-figures",
    "evaluation-csv",
    "evaluation-edit",
]
CHANGE = ["cohort-write", "cohort-mark", "cohort-days", "event-attendance", "evaluation-edit"]
RUNS_ALL = {"editor", "admin"}


@pytest.fixture
def own(course, units, facilitator):
    edition = edition_of(course)
    run(edition, facilitator)
    return held(edition)


@pytest.fixture
def others(course, units):
    edition = edition_of(course, name="Others")
    run(edition, PersonFactory(groups=["facilitator"]))
    return held(edition)


def held(edition):
    learner = enrolled(PersonFactory(), edition)
    event = edition.events.create(title="Webinar", starts_at=NOW + timedelta(days=1))
    return edition, learner, event


def address(name, edition, learner, event):
    more = {"cohort-export": ["csv"], "event-attendance": [event.uid]}.get(name, [])
    if name in ("cohort-learner", "cohort-mark", "cohort-days"):
        more = [learner.uid]
    return reverse(name, args=[edition.uid, *more])


def may(role, is_own):
    return role in RUNS_ALL or (role == "facilitator" and is_own)


ROLES = ["stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin"]


@pytest.mark.parametrize("role", ROLES)
def test_only_who_runs_an_edition_sees_its_screens(client, cast, own, others, role):
    if role != "stranger":
        client.force_login(cast[role])
    for name, (is_own, (edition, learner, event)) in product(READ, ((True, own), (False, others))):
        answer = client.get(address(name, edition, learner, event))
        if role == "stranger":
            assert answer.status_code == 302, name
            assert "/login/" in answer["Location"]
        else:
            assert answer.status_code == (200 if may(role, is_own) else 404), (name, is_own)
        if answer.status_code == 200:
            assert "private" in answer["Cache-Control"]


@pytest.mark.parametrize("role", ROLES)
def test_only_who_runs_an_edition_changes_anything(client, cast, own, others, units, role):
    if role != "stranger":
        client.force_login(cast[role])
    for name, (is_own, (edition, learner, event)) in product(CHANGE, ((True, own), (False, others))):
        data = {
            "subject": "S",
            "text": "T",
            "token": str(uuid4()),
            "step": "send",
            "readers": sign_of([learner]),
            "unit": str(units[0][0].translation_key),
        }
        data |= {"verb": "grant", "reason": "Because", "days": "3", f"p-{learner.uid}": "yes"}
        answer = client.post(address(name, edition, learner, event), data)
        if not may(role, is_own):
            assert answer.status_code == (403 if role == "stranger" else 404), (name, is_own)
            assert not StaffAct.objects.filter(edition=edition).exists()
            assert not Attendance.objects.filter(event=event).exists()
            assert not Questionnaire.objects.filter(edition=edition).exists()
            assert not learner.happenings.exists()
        else:
            assert answer.status_code == (422 if name == "evaluation-edit" else 302), name
    if not may(role, False) and not may(role, True):
        assert not Message.objects.exists()


def test_the_rule_agrees_with_the_screens(cast, own, others):
    for role, person in cast.items():
        seen = set(run_by(person).values_list("pk", flat=True))
        assert seen == {edition.pk for edition, is_own in ((own[0], True), (others[0], False)) if may(role, is_own)}
    assert Edition.objects.count() == 2


def test_a_learner_or_event_of_another_edition_is_not_there(client, own, others, facilitator):
    client.force_login(facilitator)
    edition, learner, event = own[0], others[1], others[2]
    for name in ("cohort-learner", "event-attendance"):
        assert client.get(address(name, edition, learner, event)).status_code == 404
    for name in ("cohort-mark", "cohort-days", "event-attendance"):
        assert client.post(address(name, edition, learner, event), {}).status_code == 404


def test_who_takes_part_herself_sees_nothing_of_the_screens(client, own):
    edition, learner, event = own
    client.force_login(learner.person)
    for name in READ:
        assert client.get(address(name, edition, learner, event)).status_code == 404


def test_an_unknown_edition_is_not_there(client, own, admin):
    client.force_login(admin)
    _edition, learner, event = own
    for name in READ:
        more = {"cohort-export": ["csv"], "event-attendance": [event.uid], "cohort-learner": [learner.uid]}.get(name, [])
        assert client.get(reverse(name, args=[uuid4(), *more])).status_code == 404


@pytest.mark.parametrize("name", ["cohort-mark", "cohort-days"])
def test_changes_are_posted(client, own, facilitator, name):
    client.force_login(facilitator)
    assert client.get(address(name, *own)).status_code == 405
