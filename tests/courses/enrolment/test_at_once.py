"""Many at the same moment: no place is given twice, nobody comes in twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import pytest
from django.db import connection, transaction

from courses.editions.actions.locking import locked
from courses.editions.models import Edition
from courses.enrolment.actions import accept_invitation, ask_in, invite, withdraw
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment, Invitation
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_once(works):
    """Do all of these, each in a thread with a connection of its own; return what each answered."""

    def closing(work):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(closing, works))


@pytest.fixture(autouse=True)
def queue(settings):
    """Queue jobs as rows: a mail is not sent within the test."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


def test_eight_who_ask_at_once_share_three_places(course):
    edition = edition_of(course, places=3)
    people = [PersonFactory() for _ in range(8)]
    rows = at_once([lambda person=person: ask_in(person=person, edition=Edition.objects.get(), now=NOW) for person in people])
    states = [row.state for row in rows]
    assert (states.count(State.ACTIVE), states.count(State.WAITING)) == (3, 5)
    assert Enrolment.objects.filter(edition=edition, state=State.ACTIVE).count() == 3


def test_five_presses_enrol_and_tell_once(course, learner):
    edition_of(course)
    at_once([lambda: ask_in(person=learner, edition=Edition.objects.get(), now=NOW)] * 5)
    assert Enrolment.objects.count() == Message.objects.filter(to=learner.email).count() == 1


def test_those_who_leave_and_those_who_come_never_fill_a_place_twice(course):
    edition = edition_of(course, places=2)
    leaving = [enrolled(PersonFactory(), edition) for _ in range(2)]
    waiting = [Enrolment.objects.create(edition=edition, person=PersonFactory(), state="waiting", asked_at=NOW) for _ in range(3)]
    coming = [PersonFactory() for _ in range(3)]
    leave = [lambda row=row: withdraw(enrolment=row, by=row.person, now=NOW) for row in leaving]
    come = [lambda person=person: ask_in(person=person, edition=Edition.objects.get(), now=NOW) for person in coming]
    at_once([*leave, *come])
    active = set(Enrolment.objects.filter(state=State.ACTIVE).values_list("pk", flat=True))
    assert active == {waiting[0].pk, waiting[1].pk}


def test_an_invitation_pressed_five_times_and_asked_beside_lets_in_once(course, facilitator):
    edition = edition_of(course, places=1)
    awa = PersonFactory(email="awa@example.org")
    invite(edition=edition, email=awa.email, by=facilitator, now=NOW)
    press = [lambda: accept_invitation(invitation=Invitation.objects.select_related("edition").get(), person=awa, now=NOW)] * 4
    at_once([*press, lambda: ask_in(person=awa, edition=Edition.objects.get(), now=NOW)])
    assert Enrolment.objects.get().state == State.ACTIVE


def test_the_same_address_invited_five_times_gets_one_mail(course, facilitator):
    edition_of(course)
    at_once([lambda: invite(edition=Edition.objects.get(), email="awa@example.org", by=facilitator, now=NOW)] * 5)
    assert Invitation.objects.count() == Message.objects.filter(to="awa@example.org").count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite holds the whole database at once")
def test_a_row_that_points_to_an_edition_is_written_while_it_is_held(course):
    edition = edition_of(course)
    written = []

    def write():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = '20s'")
            written.append(Invitation.objects.create(edition=edition, email="a@example.org", sent_at=NOW))
        connection.close()

    with transaction.atomic():
        locked(edition=edition)
        other = Thread(target=write)
        other.start()
        other.join(timeout=60)
        assert written
