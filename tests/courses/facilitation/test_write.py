"""Messages: looked at first, one mail a person, nothing twice, nobody who left."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.actions import erase
from courses.editions.models import StaffAct
from courses.facilitation.actions import send_message, write_message
from courses.facilitation.actions.write import AT_ONCE, KIND
from courses.facilitation.tasks import send_message as job
from courses.facilitation.views.write import sign_of
from courses.facilitation.wagtail_hooks import mail_kinds
from mail.actions import suppress
from mail.addresses import hidden
from mail.models import Message
from tests.courses.cohorts.conftest import crowd
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled

pytestmark = pytest.mark.django_db


@pytest.fixture
def bia(edition):
    return enrolled(PersonFactory(name="Bia", email="bia@example.org", country="AO", language="fr"), edition)


def where(edition, query=""):
    return f"/en/teaching/editions/{edition.uid}/cohort/write/{query}"


def typed(*readers, **fields):
    """Return the form, with the sign of those whom the page showed as its readers."""
    said = {"subject": "Next week", "text": "Dear all,\n\n**Module 2** opens.", "token": str(uuid4()), "step": "send"}
    return said | {"readers": sign_of(readers)} | fields


def letters():
    """Run what is queued; return the mails of messages."""
    for act in StaffAct.objects.filter(verb="facilitation.write"):
        send_message(act_id=act.pk, now=timezone.now())
    return Message.objects.filter(kind=KIND).order_by("to")


def test_a_message_is_looked_at_before_it_goes(inside, edition, ana):
    answer = inside.post(where(edition), typed(ana, step="preview"))
    assert answer.status_code == 200
    assert "<strong>Module 2</strong> opens." in answer.text
    assert 'value="send"' in answer.text
    assert "**Module 2** opens." in answer.text  # what was typed is kept
    assert not StaffAct.objects.exists()
    assert not letters()


def test_before_it_was_looked_at_it_cannot_be_sent_by_a_button(inside, edition, ana):
    text = inside.get(where(edition)).text
    assert 'value="preview"' in text
    assert 'value="send"' not in text


def test_each_person_gets_a_mail_of_her_own_in_her_frame(inside, edition, ana, bia, tutor):
    answer = inside.post(where(edition), typed(ana, bia), follow=True)
    assert "The message goes to 2 people." in answer.text
    first, second = letters()
    assert [first.to, second.to] == ["ana@example.org", "bia@example.org"]
    assert [first.language, second.language] == ["pt", "fr"]
    assert first.subject == "Next week"
    assert "**Module 2** opens." in first.text
    assert "<strong>Module 2</strong>" in first.html
    assert "Adjoa Baptista" in first.text
    assert f"/fr/learning/editions/{edition.uid}/" in second.text
    assert "/unsubscribe/" in first.text or "http" in first.text.rpartition("--")[2]
    assert not first.is_essential
    assert "bia@example.org" not in first.text + first.html + str(first.headers)


def test_the_log_says_what_was_written_and_to_how_many(inside, edition, ana, bia, tutor):
    inside.post(where(edition), typed(ana, bia))
    act = StaffAct.objects.get()
    assert (act.verb, act.by, act.about, act.data["number"]) == ("facilitation.write", tutor, None, 2)
    assert act.data["subject"] == "Next week"
    text = inside.get(where(edition)).text
    assert "Written before" in text
    assert "2 people" in text


def test_only_who_was_picked_gets_it(inside, edition, ana, bia):
    assert "To 1 person" in inside.get(where(edition, "?country=AO")).text
    inside.post(where(edition, "?country=AO"), typed(bia))
    assert [one.to for one in letters()] == ["bia@example.org"]


def test_one_person_can_be_written_to(inside, edition, ana, bia):
    assert "<bdi>Bia</bdi>" in inside.get(where(edition, f"?to={bia.uid}")).text
    inside.post(where(edition, f"?to={bia.uid}"), typed(bia))
    assert [one.to for one in letters()] == ["bia@example.org"]
    assert StaffAct.objects.get().about == bia.person


@pytest.mark.parametrize("to", ["x", "", "00000000-0000-4000-8000-000000000000"])
def test_an_unknown_person_is_not_there(inside, edition, ana, to):
    assert inside.get(where(edition, f"?to={to}")).status_code == 404


def test_a_learner_of_another_edition_is_not_written_to(inside, course, edition, ana):
    other = enrolled(PersonFactory(), edition_of(course, name="2028"))
    assert inside.get(where(edition, f"?to={other.uid}")).status_code == 404


def test_a_replayed_form_sends_nothing_twice(inside, edition, ana, bia):
    data = typed(ana, bia)
    for _ in range(3):
        inside.post(where(edition), data)
        letters()
    assert Message.objects.filter(kind=KIND).count() == 2
    assert StaffAct.objects.count() == 1


def test_a_job_that_runs_again_writes_only_what_is_missing(edition, ana, bia, tutor):
    act = write_message(edition=edition, people=[ana.pk, bia.pk], subject="S", text="T", token=uuid4(), by=tutor, now=NOW)
    send_message(act_id=act.pk, now=NOW)
    Message.objects.filter(kind=KIND, to="bia@example.org").delete()  # as if it had been killed before
    assert send_message(act_id=act.pk, now=NOW) == 1
    assert send_message(act_id=act.pk, now=NOW) == 0
    assert Message.objects.filter(kind=KIND).count() == 2


def test_a_job_for_a_message_that_has_gone_does_nothing(db):
    assert send_message(act_id=0, now=NOW) == 0
    assert job.func(0) is None


def test_a_big_cohort_is_written_to_some_at_a_time(edition, units, tutor):
    rows = crowd(edition, [], AT_ONCE + 5)
    act = write_message(edition=edition, people=[row.pk for row in rows], subject="S", text="T", token=uuid4(), by=tutor, now=NOW)
    Message.objects.filter(kind=KIND).delete()
    assert send_message(act_id=act.pk, now=NOW) == AT_ONCE
    send_message(act_id=act.pk, now=NOW)
    assert Message.objects.filter(kind=KIND).count() == AT_ONCE + 5


def test_who_left_before_her_mail_is_written_gets_none(edition, ana, bia, tutor):
    bia.state = "withdrawn"
    bia.save()
    act = write_message(edition=edition, people=[ana.pk, bia.pk], subject="S", text="T", token=uuid4(), by=tutor, now=NOW)
    assert act.data["number"] == 1
    Message.objects.filter(kind=KIND).delete()
    ana.state = "withdrawn"
    ana.save()
    assert send_message(act_id=act.pk, now=NOW) == 0
    assert not Message.objects.filter(kind=KIND).exists()


def test_a_message_to_nobody_is_none_and_what_was_typed_stays(inside, edition, ana, tutor):
    assert write_message(edition=edition, people=[], subject="S", text="T", token=uuid4(), by=tutor, now=NOW) is None
    answer = inside.post(where(edition, "?country=CV&is_late=on"), typed())
    assert answer.status_code == 422
    assert "Nobody fits what you picked: nothing was sent." in answer.text
    assert "**Module 2** opens." in answer.text
    assert not StaffAct.objects.exists()


@pytest.mark.parametrize(
    "query", ["?country=XX", "?institution=Nowhere", "?language=tlh", "?standing=gone", "?country=AO&is_stuck=on&days=365"]
)
def test_a_message_to_what_nobody_is_goes_to_nobody(inside, edition, ana, bia, query):
    assert "To 0 people" in inside.get(where(edition, query)).text
    for readers in ((), (ana, bia)):
        assert inside.post(where(edition, query), typed(*readers)).status_code == 422
    assert not StaffAct.objects.exists()
    assert not letters()


def test_it_goes_to_those_who_were_seen_or_to_nobody(inside, edition, ana, bia):
    answer = inside.post(where(edition), typed(ana))
    assert answer.status_code == 422
    assert "are not those whom you saw before" in answer.text
    assert not StaffAct.objects.exists()
    assert f'name="readers" value="{sign_of([ana, bia])}"' in answer.text


def test_another_text_on_the_same_form_is_another_message(inside, edition, ana):
    first = typed(ana)
    for data in (first, first | {"text": "Corrected."}, first | {"text": "Corrected."}):
        inside.post(where(edition), data)
    assert [one.text.count("Corrected.") for one in letters().order_by("pk")] == [0, 1]


def test_people_of_another_edition_are_never_written_to(course, edition, ana, tutor):
    other = enrolled(PersonFactory(), edition_of(course, name="2028"))
    assert write_message(edition=edition, people=[other.pk], subject="S", text="T", token=uuid4(), by=tutor, now=NOW) is None


def test_who_stopped_these_mails_gets_none(inside, edition, ana):
    suppress(address_hash=hidden("ana@example.org"), kind=KIND, now=NOW)
    inside.post(where(edition), typed(ana))
    assert [one.state for one in letters()] == ["suppressed"]


def test_what_can_be_stopped_has_a_name():
    assert [kind for kind, _label in mail_kinds()] == [KIND]


@pytest.mark.parametrize(
    "fields", [{"subject": ""}, {"text": " "}, {"token": "x"}, {"subject": "s" * 151}, {"text": "t" * 20_001}, {"token": ""}]
)
def test_a_wrong_message_is_kept_and_not_sent(inside, edition, ana, fields):
    answer = inside.post(where(edition), typed(ana, **fields))
    assert answer.status_code == 422
    assert not StaffAct.objects.exists()


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "<img src=x onerror=alert(1)>"])
def test_what_is_typed_runs_nowhere(inside, edition, ana, evil):
    seen = inside.post(where(edition), typed(ana, step="preview", text=evil)).text
    inside.post(where(edition), typed(ana, text=evil))
    for html in (seen, letters().get().html):
        assert "<script>alert" not in html
        assert "onerror=alert(1)>" not in html
        assert 'href="javascript' not in html


def test_a_subject_is_one_line(inside, edition, ana):
    inside.post(where(edition), typed(ana, subject="One\r\nBcc: x@example.org"))
    assert not any("\n" in one.subject for one in letters())


def test_the_screen_costs_the_same_after_one_message_and_after_three(inside, edition, ana):
    def cost():
        with CaptureQueriesContext(connection) as caught:
            inside.get(where(edition))
        return len(caught)

    inside.post(where(edition), typed(ana))
    inside.get(where(edition))
    one = cost()
    for _ in range(2):
        inside.post(where(edition), typed(ana))
    assert cost() == one


def test_a_message_to_somebody_who_was_erased_meanwhile_is_let_go(inside, edition, ana):
    act = write_message(edition=edition, people=[ana.pk], subject="A", text="B", token=uuid4(), by=PersonFactory(), now=NOW)
    erase(person=ana.person, now=NOW)
    assert send_message(act_id=act.pk, now=NOW) == 0
