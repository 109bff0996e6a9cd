"""The calendar as a page and as a feed: the right moments, ids that stay, an address that only its owner knows."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from accounts.models import User
from courses.completion.actions import note_deed
from courses.editions.actions import note_act, set_module_dates
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.enrolment.queries import forget_enrolments
from courses.learning.actions import new_calendar_secret
from courses.learning.agenda import Entry, by_day, feed
from courses.learning.models import LearnerWish
from courses.learning.queries import agenda_of
from courses.learning.views.calendar import MOST_TRIES, MOST_WRONG
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db
PAGE = "/en/learning/calendar/"


@pytest.fixture
def meeting(edition):
    starts_at = datetime(2027, 2, 3, 23, 30, tzinfo=UTC)  # in Maputo and Dili it is the 4th, in São Paulo the 3rd
    return edition.events.create(title="Webinar <1>", starts_at=starts_at, minutes=90, link="https://example.org/meet", text="Bring a case")


def words(answer):
    return answer.content.decode()


def address(person):
    return f"/en/learning/calendar/{new_calendar_secret(person=person, now=NOW).calendar_secret}.ics"


def read(answer):
    assert answer.status_code == 200
    return {str(event["uid"]).partition("@")[0].split("-")[0]: event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_a_stranger_is_led_to_the_door(client):
    assert client.get(PAGE).status_code == 302
    assert client.post(f"{PAGE}address/").status_code == 302


def test_days_stand_in_her_zone(as_ines, ines, enrolment, meeting):
    page = words(as_ines.get(PAGE))
    assert "Thursday, Feb. 4, 2027" in page
    assert "01:30 – 03:00" in page
    assert 'href="https://example.org/meet"' in page
    assert "Webinar &lt;1&gt;" in page
    ines.time_zone = "America/Sao_Paulo"
    ines.save()
    page = words(as_ines.get(PAGE))
    assert "Wednesday, Feb. 3, 2027" in page
    assert "20:30 – 22:00" in page
    ines.time_zone = "Asia/Dili"
    ines.save()
    page = words(as_ines.get(PAGE))
    assert "08:30 – 10:00" in page
    assert "Monday, Feb. 8, 2027" in page  # the deadline of the 7th in Maputo


def test_what_has_passed_is_folded_and_what_is_done_is_said(as_ines, enrolment, units):
    note_deed(enrolment=enrolment, unit_key=units[2].translation_key, deed="marked", now=NOW)
    ahead, _mark, past = words(as_ines.get(PAGE)).partition("What has passed")
    assert "The course begins" in past
    assert "Module 2 due: Module name 2</a> · done" in ahead
    assert "Module 1 due: Module name 1</a><br>" in ahead
    assert "The course ends" in ahead


def test_more_days_move_deadlines_and_the_end_but_no_meeting(ines, enrolment, meeting):
    before = {entry.kind: entry.at for entry in agenda_of(ines, now=NOW)}
    Enrolment.objects.update(extra_days=2)
    forget_enrolments(ines)
    after = {entry.kind: entry.at for entry in agenda_of(ines, now=NOW)}
    assert {kind: after[kind] - before[kind] for kind in before} == {
        "start": timedelta(0),
        "event": timedelta(0),
        "due": timedelta(days=2),
        "end": timedelta(days=2),
    }


@pytest.mark.parametrize("state", [State.ASKED, State.WAITING, State.REFUSED, State.WITHDRAWN])
def test_who_does_not_take_part_has_an_empty_calendar(as_ines, ines, edition, meeting, state):
    enrolled(ines, edition, state=state)
    assert "Nothing is ahead" in words(as_ines.get(PAGE))


def test_a_closed_edition_is_not_in_it(ines, enrolment, edition):
    edition.stage, edition.closed_at = Stage.CLOSED, NOW
    edition.save()
    assert agenda_of(ines, now=NOW) == []


def test_the_address_is_made_by_a_button_and_never_by_looking(as_ines, enrolment):
    assert ".ics" not in words(as_ines.get(PAGE))
    assert as_ines.get(f"{PAGE}address/").status_code == 302
    assert not LearnerWish.objects.exists()
    as_ines.post(f"{PAGE}address/")
    assert ".ics" in words(as_ines.get(PAGE))


def test_the_feed_has_utc_times_ids_that_stay_and_the_link(ines, enrolment, meeting, edition):
    answer = Client().get(address(ines))
    events = read(answer)
    assert set(events) == {"start", "due", "end", "event"}
    assert events["event"].decoded("dtstart") == datetime(2027, 2, 3, 23, 30, tzinfo=UTC)
    assert b"DTSTART:20270203T233000Z" in answer.content
    assert events["event"].decoded("dtend") == datetime(2027, 2, 4, 1, 0, tzinfo=UTC)
    assert events["event"]["url"] == "https://example.org/meet"
    assert str(events["event"]["uid"]) == f"event-{meeting.uid}@localhost" or str(events["event"]["uid"]).startswith(
        f"event-{meeting.uid}@"
    )
    assert events["end"].decoded("dtstart") == datetime(2027, 3, 31, 21, 59, tzinfo=UTC)
    assert b"VALARM" not in answer.content
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75


def test_a_change_raises_the_sequence_and_keeps_the_id(ines, enrolment, edition, modules):
    path = address(ines)
    before = read(Client().get(path))["due"]
    set_module_dates(edition=edition, dates={modules[1].translation_key: (None, None)}, by=None, now=NOW)
    set_module_dates(edition=edition, dates={modules[0].translation_key: (None, edition.ends_on)}, by=None, now=NOW + timedelta(hours=1))
    after = read(Client().get(path))["due"]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("dtstamp") == NOW + timedelta(hours=1)
    assert str(after["uid"]) == f"due-{edition.uid}-{modules[0].translation_key}@{str(after['uid']).partition('@')[2]}"


def test_the_feed_needs_no_session_and_speaks_her_language(ines, enrolment):
    ines.language = "fr"
    ines.save()
    answer = Client().get(address(ines), HTTP_ACCEPT_LANGUAGE="pt")
    assert b"LANGUAGE=fr" in answer.content
    assert not answer.cookies
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_head_and_unchanged_answers_are_empty(ines, enrolment):
    path = address(ines)
    whole = Client().get(path)
    assert Client().head(path).content == b""
    assert Client().get(path, HTTP_IF_NONE_MATCH=whole["ETag"]).status_code == 304
    assert Client().post(path).status_code == 405


def test_a_new_secret_shuts_the_old_and_a_guess_finds_nothing(as_ines, ines, enrolment):
    old = address(ines)
    as_ines.post(f"{PAGE}address/")
    assert Client().get(old).status_code == 404
    assert Client().get(f"/en/learning/calendar/{uuid4()}.ics").status_code == 404
    assert Client().get("/en/learning/calendar/1.ics").status_code == 404


def test_who_is_gone_has_no_feed(ines, enrolment):
    path = address(ines)
    User.objects.get_queryset().filter(pk=ines.pk).update(is_active=False)
    assert Client().get(path).status_code == 404


def test_guessing_and_pulling_are_slowed(ines, enrolment, monkeypatch):
    path, wrong = address(ines), f"/en/learning/calendar/{uuid4()}.ics"
    codes = {Client().get(wrong).status_code for _try in range(MOST_WRONG)}
    assert codes == {404}
    assert Client().get(wrong).status_code == 429
    assert Client().get(path).status_code == 200  # her neighbour's guesses do not shut her out
    monkeypatch.setattr("courses.learning.views.calendar.MOST_TRIES", 3)
    assert MOST_TRIES > 100
    slowed = Client().get(path)
    assert slowed.status_code == 429
    assert slowed["Retry-After"]


def test_one_and_three_editions_ask_the_same(as_ines, ines, course, units):
    counts = []
    for name in "abc":
        edition = edition_of(course, name=name)
        edition.events.create(title=name, starts_at=NOW)
        note_act(edition=edition, by=None, verb="edition.create", now=NOW)
        enrolled(ines, edition)
        as_ines.get(PAGE)
        with CaptureQueriesContext(connection) as asked:
            as_ines.get(PAGE)
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 10


def test_nobody_reads_anothers(client, ines, enrolment, meeting):
    client.force_login(PersonFactory(language="en"))
    assert "Webinar" not in words(client.get(PAGE))


def test_the_same_entries_give_the_same_bytes():
    entry = Entry(
        "event", "event-1", NOW, NOW + timedelta(hours=1), "Título, com; vírgulas\ne linhas " * 5, "Curso", changes=2, changed_at=NOW
    )
    given = {"name": "Os meus cursos", "host": "example.org", "language": "pt"}
    assert feed([entry], **given) == feed([entry], **given)
    event = Calendar.from_ical(feed([entry], **given)).walk("VEVENT")[0]
    assert str(event["summary"]) == f"{entry.title} · Curso"


def test_days_are_those_of_the_zone():
    entry = Entry("start", "start-1", datetime(2027, 1, 1, 23, 30, tzinfo=UTC), datetime(2027, 1, 1, 23, 30, tzinfo=UTC), "x", "y")
    assert by_day([entry], UTC)[0][0].day == 1


def test_who_signs_in_first_is_led_to_the_calendar_and_its_button(client, edition):
    assert client.post(f"{PAGE}address/").status_code == 302
    client.force_login(PersonFactory())
    answer = client.get(f"{PAGE}address/")
    assert (answer.status_code, answer.url) == (302, PAGE)
    assert not LearnerWish.objects.exists()
