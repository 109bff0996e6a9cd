"""Each mail once, at the right moment, and never to those whom it does not concern."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from courses.completion.actions import note_deed
from courses.completion.models import Completion
from courses.editions.choices import Stage
from courses.enrolment.choices import State
from courses.enrolment.models import Enrolment
from courses.letters import actions
from courses.letters.actions import choose_letters, queue_due, write_due
from courses.letters.choices import Letter
from courses.letters.models import Reminder
from courses.letters.queries import due_letters
from mail.choices import State as MailState
from mail.models import Message
from tests.courses.letters.conftest import BEFORE
from tests.factories.accounts import PersonFactory
from tests.factories.learning import edition_of, enrolled, self_paced

pytestmark = pytest.mark.django_db
START = datetime(2027, 1, 25, 5, 0, tzinfo=UTC)  # Monday, 7 o'clock in Maputo
MONDAY = datetime(2027, 2, 1, 5, 0, tzinfo=UTC)
FRIDAY = datetime(2027, 2, 5, 5, 0, tzinfo=UTC)  # two days before the 7th
TUESDAY = datetime(2027, 2, 2, 9, 0, tzinfo=UTC)


def kinds():
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


def done(enrolment, unit, now=MONDAY):
    note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed="granted", now=now)


@pytest.mark.parametrize(
    ("now", "kind", "subject"),
    [
        (START, "courses-start", "It begins: Inspection"),
        (MONDAY, "courses-week", "This week: Inspection"),
        (FRIDAY, "courses-due", "Due soon: Inspection"),
    ],
)
def test_each_is_written_once_at_its_hour(enrolment, now, kind, subject):
    assert write_due(now=now - timedelta(minutes=1)) == 0
    assert write_due(now=now) == 1
    assert write_due(now=now) == 0
    assert write_due(now=now + timedelta(hours=5)) == 0
    mail = Message.objects.get()
    assert (mail.kind, mail.subject, mail.to, mail.language) == (kind, subject, "ines@example.org", "en")
    assert mail.person.email == "ines@example.org"


def test_a_whole_edition_day_by_day(enrolment):
    now = START - timedelta(days=3)
    while now < START + timedelta(days=80):
        write_due(now=now)
        now += timedelta(hours=6)
    told = list(Reminder.objects.order_by("at").values_list("occasion", flat=True))
    assert told[0] == "start"
    assert [occasion for occasion in told if occasion.startswith("week:")] == [f"week:2027-W{week:02}" for week in range(5, 14)]
    assert [occasion.rpartition(":")[2] for occasion in told if occasion.startswith("due:")] == ["2027-02-07", "2027-03-31"]
    assert len(told) == 1 + 9 + 2 == Message.objects.count()


def test_a_mail_says_what_is_left_by_when_and_has_one_way_on(enrolment, units):
    done(enrolment, units[0], now=START)
    write_due(now=MONDAY)
    mail = Message.objects.get()
    assert "33 % done, 2 units left." in mail.text
    assert "Module name 1: by February 7, 23:59 (Maputo)" in mail.text
    assert "- Second reading" in mail.text
    assert "- First reading" not in mail.text
    assert f"{units[1].get_url()}" in mail.text
    assert mail.html.count('class="go"') == 1


def test_the_day_is_that_of_the_reader(enrolment, ines):
    ines.time_zone = "Asia/Dili"
    ines.save()
    assert write_due(now=FRIDAY) == 0
    assert write_due(now=datetime(2027, 2, 5, 22, 0, tzinfo=UTC)) == 1
    assert "February 8, 06:59 (Dili)" in Message.objects.get().text


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
@pytest.mark.parametrize("now", [START, MONDAY, FRIDAY])
def test_it_reads_in_five_languages_and_stays_light(enrolment, ines, language, now):
    ines.language = language
    ines.save()
    write_due(now=now)
    mail = Message.objects.get()
    assert mail.language == language
    assert mail.subject
    assert f'lang="{language}"' in mail.html
    assert f"/{language}/learning/letters/" in mail.text
    assert len(mail.html.encode()) + len(mail.text.encode()) < 30_000
    assert not re.search(r"%\(|{{|{%", mail.text + mail.html)


@pytest.mark.parametrize("state", [State.WITHDRAWN, State.REFUSED, State.ASKED, State.WAITING])
@pytest.mark.parametrize("now", [START, MONDAY, FRIDAY])
def test_nobody_who_does_not_take_part_is_written_to(enrolment, state, now):
    Enrolment.objects.update(state=state)
    assert due_letters(now, 10) == []


@pytest.mark.parametrize("now", [START, MONDAY, FRIDAY])
def test_neither_who_finished_nor_who_is_gone_nor_in_a_closed_edition(enrolment, edition, ines, now):
    completion = Completion.objects.create(enrolment=enrolment, completed_at=START)
    assert due_letters(now, 10) == []
    completion.delete()
    User.objects.get_queryset().filter(pk=ines.pk).update(is_active=False)
    assert due_letters(now, 10) == []
    User.objects.get_queryset().filter(pk=ines.pk).update(is_active=True)
    edition.stage, edition.closed_at = Stage.CLOSED, START
    edition.save()
    assert due_letters(now, 10) == []
    edition.stage, edition.closed_at = Stage.DRAFT, None
    edition.save()
    assert due_letters(now, 10) == []


def test_who_left_between_finding_and_writing_gets_none(enrolment):
    due = due_letters(MONDAY, 10)[0]
    Enrolment.objects.update(state=State.WITHDRAWN)
    assert not actions.write_letter(due=due, now=MONDAY)
    assert not Message.objects.exists()


def test_no_deadline_where_all_that_counts_is_done(enrolment, units):
    for unit in units[:2]:
        done(enrolment, unit)
    assert write_due(now=FRIDAY) == 0
    assert kinds() == []


def test_more_days_move_the_deadline_and_its_mail(enrolment):
    assert write_due(now=FRIDAY) == 1
    Enrolment.objects.update(extra_days=4)
    assert write_due(now=FRIDAY) == 0
    assert write_due(now=FRIDAY + timedelta(days=4)) == 1
    assert "February 11, 23:59" in Message.objects.first().text


def test_several_deadlines_of_one_day_are_one_mail(enrolment, edition, modules):
    edition.module_dates.create(module_key=modules[1].translation_key, due_on=date(2027, 2, 7))
    assert write_due(now=FRIDAY) == 1
    text = Message.objects.get().text
    assert "Module name 1: by February 7" in text
    assert "Module name 2: by February 7" in text
    assert Reminder.objects.count() == 2


def test_who_came_after_the_start_is_not_told_that_it_begins(edition, ines):
    enrolled(ines, edition, since=START - timedelta(hours=1))
    assert due_letters(START, 10) == []


def test_at_ones_own_pace_there_are_mondays_until_one_stays_away(course, units, ines):
    enrolled(ines, self_paced(course), asked_at=BEFORE, since=MONDAY - timedelta(days=20))
    assert write_due(now=MONDAY) == 1
    assert write_due(now=MONDAY + timedelta(days=7)) == 1
    assert write_due(now=MONDAY + timedelta(days=14)) == 0
    assert due_letters(MONDAY + timedelta(days=14), 10) == []  # looked at once


def test_a_stopped_kind_is_not_sent_and_the_others_are(enrolment, ines):
    choose_letters(person=ines, wanted=[Letter.DUE], now=START)
    write_due(now=MONDAY)
    write_due(now=FRIDAY)
    assert dict(Message.objects.values_list("kind", "state")) == {
        "courses-week": MailState.SUPPRESSED,
        "courses-due": MailState.KEPT,
    }


def test_killed_between_two_mails_nothing_is_lost_or_doubled(enrolment, edition, monkeypatch):
    for _number in range(3):
        enrolled(PersonFactory(time_zone="Africa/Maputo"), edition, asked_at=BEFORE, since=BEFORE)
    written, write = [], actions.write.write_from_template

    def dies(**values):
        if len(written) == 2:
            raise KeyboardInterrupt
        written.append(write(**values))

    monkeypatch.setattr(actions.write, "write_from_template", dies)
    with pytest.raises(KeyboardInterrupt):
        write_due(now=MONDAY)
    assert Reminder.objects.count() == Message.objects.count() == 2
    monkeypatch.setattr(actions.write, "write_from_template", write)
    assert write_due(now=MONDAY) == 2
    assert Reminder.objects.count() == Message.objects.count() == 4
    assert len(set(Message.objects.values_list("to", flat=True))) == 4


def test_somebody_faster_leaves_nothing_to_write(enrolment):
    due = due_letters(MONDAY, 10)[0]
    Reminder.objects.create(enrolment=enrolment, occasion=due.occasions[0], at=MONDAY)
    assert not actions.write_letter(due=due, now=MONDAY)
    assert not Message.objects.exists()


def test_a_job_that_runs_out_of_time_queues_the_next(enrolment, edition, monkeypatch):
    enrolled(PersonFactory(time_zone="Africa/Maputo"), edition, asked_at=BEFORE, since=BEFORE)
    queued = []
    monkeypatch.setattr(actions.write, "enqueue", lambda *, path: queued.append(path))
    assert write_due(now=MONDAY, seconds=0) == 1
    assert queue_due(now=MONDAY)
    assert write_due(now=MONDAY) == 1
    assert not queue_due(now=MONDAY)
    assert queued == ["courses.letters.tasks.write_due"] * 2


def test_looking_costs_the_same_for_one_and_three(edition, course):
    counts = []
    for _number in range(3):
        enrolled(PersonFactory(time_zone="Africa/Maputo"), edition, asked_at=BEFORE, since=BEFORE)
        due_letters(FRIDAY, 100)
        with CaptureQueriesContext(connection) as asked:
            assert due_letters(FRIDAY, 100)
        counts.append(len(asked))
    assert counts[0] == counts[2] <= 10
    edition_of(course)
    with CaptureQueriesContext(connection) as asked:
        due_letters(TUESDAY, 100)
    assert len(asked) <= 8


def test_deadlines_long_past_cost_nothing(edition, enrolment, modules):
    late = datetime(2027, 5, 4, 9, 0, tzinfo=UTC)
    due_letters(late, 10)
    with CaptureQueriesContext(connection) as asked:
        assert due_letters(late, 10) == []
    with_extra = [query for query in asked if "COUNT" in query["sql"]]
    assert with_extra == []
    Enrolment.objects.update(extra_days=35)  # the course ends for her on 5 May
    assert [due.occasions for due in due_letters(late, 10)] == [("due:end:2027-05-05",)]
