"""One learner's page: what it shows, marks by hand, more days."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.completion.actions import note_deed
from courses.completion.models import Completion, Happening, UnitProgress
from courses.editions.models import StaffAct
from courses.facilitation.actions import mark_unit
from mail.models import Message
from tests.courses.cohorts.conftest import did
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below

pytestmark = pytest.mark.django_db


def where(enrolment, rest=""):
    return f"/en/teaching/editions/{enrolment.edition.uid}/cohort/{enrolment.uid}/{rest}"


def mark(client, enrolment, page, verb="grant", reason="She did it on paper", **fields):
    data = {"unit": str(page.translation_key), "verb": verb, "reason": reason, **fields}
    return client.post(where(enrolment, "mark/"), data, follow=True)


def test_the_page_shows_units_scores_and_what_happened(inside, modules, units, ana):
    quiz = quiz_below(modules[0], title="Quiz one")
    note_deed(enrolment=ana, unit_key=units[0][0].translation_key, deed="marked", now=NOW)
    did(ana, units[0][1], done=False)
    note_deed(enrolment=ana, unit_key=quiz.translation_key, deed="scored", data={"percent": 73, "is_passed": True}, now=NOW)
    text = inside.get(where(ana)).text
    for words in ("Ana Évora", "IGT", "Unit 1.1", "Quiz one", "73 %", "marked as done", "quiz handed in", "under way", "not begun"):
        assert words in text


def test_the_page_costs_the_same_with_one_deed_and_with_three(inside, units, ana):
    did(ana, units[0][0])
    inside.get(where(ana))

    def cost():
        with CaptureQueriesContext(connection) as caught:
            assert inside.get(where(ana)).status_code == 200
        return len(caught)

    one = cost()
    did(ana, units[0][1])
    did(ana, units[1][0])
    assert cost() == one
    assert one <= 14


def test_a_mark_counts_as_done_and_completes_the_course(inside, units, ana, tutor):
    for page in [page for pages in units for page in pages]:
        assert "counts as done" in mark(inside, ana, page).text
    assert UnitProgress.objects.filter(enrolment=ana, done_at__isnull=False).count() == 4
    assert Completion.objects.filter(enrolment=ana).exists()
    row = Happening.objects.filter(enrolment=ana, deed="granted").first()
    assert (row.by, row.reason) == (tutor, "She did it on paper")
    act = StaffAct.objects.filter(verb="facilitation.grant").first()
    assert (act.by, act.about, act.reason) == (tutor, ana.person, "She did it on paper")
    assert act.data["unit"] in {str(page.translation_key) for pages in units for page in pages}


def test_a_mark_is_taken_back_and_both_stay_in_the_log(inside, units, ana):
    mark(inside, ana, units[0][0])
    mark_at = Happening.objects.get(enrolment=ana).at
    Happening.objects.update(at=mark_at - timedelta(minutes=1))
    assert "taken back" in mark(inside, ana, units[0][0], "revoke", "A mistake").text
    assert UnitProgress.objects.get(enrolment=ana).done_at is None
    assert list(Happening.objects.filter(enrolment=ana).order_by("at").values_list("deed", flat=True)) == ["granted", "revoked"]
    assert StaffAct.objects.filter(about=ana.person, verb__startswith="facilitation.").count() == 2


def test_what_she_did_herself_is_not_taken_back(inside, units, ana):
    note_deed(enrolment=ana, unit_key=units[0][0].translation_key, deed="marked", now=NOW - timedelta(days=1))
    mark(inside, ana, units[0][0], "revoke", "No")
    assert UnitProgress.objects.get(enrolment=ana).done_at is not None
    assert not Happening.objects.filter(deed="revoked").exists()


def test_a_replayed_mark_is_made_once(inside, units, ana):
    mark(inside, ana, units[0][0])
    assert "nothing was changed" in mark(inside, ana, units[0][0]).text
    assert Happening.objects.filter(enrolment=ana).count() == 1
    assert StaffAct.objects.filter(verb="facilitation.grant").count() == 1


@pytest.mark.parametrize("fields", [{"reason": ""}, {"reason": "   "}, {"unit": "x"}, {"unit": ""}, {"verb": "drop"}])
def test_a_mark_without_reason_or_unit_is_refused_beside_its_field(inside, units, ana, fields):
    answer = mark(inside, ana, units[0][0], **{"reason": "Because", **fields})
    assert answer.status_code == 422
    assert 'class="wrong"' in answer.text
    assert not Happening.objects.exists()
    assert not StaffAct.objects.exists()


def test_a_unit_of_another_course_cannot_be_marked(inside, course, units, ana):
    assert mark(inside, ana, course).status_code == 422


def test_a_learner_who_left_is_shown_and_not_changed(inside, units, ana):
    ana.state = "withdrawn"
    ana.save()
    assert "Mark by hand" not in inside.get(where(ana)).text
    assert "does not take part any more" in mark(inside, ana, units[0][0]).text
    assert not Happening.objects.exists()


def test_a_closed_edition_is_not_changed(client, course, units, tutor, ana):
    closed = edition_of(course, name="Old", stage="closed", closed_at=NOW)
    closed.facilitator_rows.create(person=tutor)
    old = enrolled(ana.person, closed)
    client.force_login(tutor)
    assert "is closed" in mark(client, old, units[0][0]).text
    assert "is closed" in client.post(where(old, "days/"), {"days": "3", "reason": "x"}, follow=True).text
    assert not Happening.objects.exists()


def test_the_action_refuses_what_the_screen_refuses(units, ana, tutor):
    given = {"enrolment": ana, "unit_key": units[0][0].translation_key, "is_done": True, "by": tutor, "now": timezone.now()}
    with pytest.raises(ValueError, match="reason"):
        mark_unit(**given, reason=" ")
    ana.state = "withdrawn"
    ana.save()
    with pytest.raises(ValueError, match="learner"):
        mark_unit(**given, reason="x")


def test_more_days_are_given_with_a_reason_and_told(inside, ana, tutor):
    answer = inside.post(where(ana, "days/"), {"days": "5", "reason": "Ill"}, follow=True)
    assert "Saved." in answer.text
    ana.refresh_from_db()
    assert ana.extra_days == 5
    act = StaffAct.objects.get(about=ana.person)
    assert (act.by, act.reason) == (tutor, "Ill")
    assert Message.objects.filter(person=ana.person).count() == 1
    again = inside.post(where(ana, "days/"), {"days": "5", "reason": "Ill"}, follow=True)
    assert "nothing was changed" in again.text
    assert StaffAct.objects.count() == 1


@pytest.mark.parametrize("fields", [{"days": "-1"}, {"days": "366"}, {"days": "x"}, {"reason": ""}])
def test_wrong_days_are_refused_beside_their_field(inside, ana, fields):
    answer = inside.post(where(ana, "days/"), {"days": "5", "reason": "Ill", **fields})
    assert answer.status_code == 422
    ana.refresh_from_db()
    assert ana.extra_days == 0


def test_the_way_to_a_message_for_her_alone(inside, ana):
    assert f"/cohort/write/?to={ana.uid}" in inside.get(where(ana)).text
