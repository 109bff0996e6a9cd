"""Who was at which event."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from courses.editions.models import StaffAct
from courses.facilitation.actions import note_attendance
from courses.facilitation.models import Attendance
from tests.courses.cohorts.conftest import crowd
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled
from tests.factories.sheets import sheets_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(edition):
    return edition.events.create(title="Webinar <1>", starts_at=NOW)


@pytest.fixture
def bia(edition):
    return enrolled(PersonFactory(name="Bia"), edition)


def where(event):
    return f"/en/teaching/editions/{event.edition.uid}/attendance/{event.uid}/"


def sent(shown="", **said):
    """Return a form: by id of enrolment what was said; all of it shown as `shown` before."""
    return {f"p-{uid}": value for uid, value in said.items()} | {f"was-{uid}": shown for uid in said}


def noted(event):
    return dict(Attendance.objects.filter(event=event).values_list("enrolment", "was_there"))


def test_the_whole_cohort_is_noted_at_once(inside, event, ana, bia, tutor):
    text = inside.get(where(event)).text
    assert "Webinar &lt;1&gt;" in text
    assert text.count(" checked") == 2
    answer = inside.post(where(event), sent(**{str(ana.uid): "yes", str(bia.uid): "no"}), follow=True)
    assert "Saved: 2 changes." in answer.text
    assert noted(event) == {ana.pk: True, bia.pk: False}
    act = StaffAct.objects.get()
    assert (act.verb, act.by) == ("facilitation.attendance", tutor)
    assert (act.data["there"], act.data["absent"], act.data["unnoted"]) == (1, 1, 0)


def test_a_cohort_of_more_than_five_hundred_is_noted_page_by_page(inside, event, edition):
    crowd(edition, [], 620)
    seen = set()
    for page in range(1, 8):
        sheets = sheets_in(inside.get(f"{where(event)}?page={page}").text)
        sheet = max(sheets, key=lambda sheet: len(sheet.fields))
        uids = {name[2:] for name in sheet.fields if name.startswith("p-")}
        answer = inside.post(f"{where(event)}?page={page}", sheet.fields | {f"p-{uid}": "yes" for uid in uids})
        assert answer["Location"] == f"{where(event)}?page={page}"
        seen |= uids
    assert len(seen) == Attendance.objects.filter(event=event, was_there=True).count() == 620


def test_a_note_can_be_changed_and_taken_away(inside, event, ana, bia):
    inside.post(where(event), sent(**{str(ana.uid): "yes", str(bia.uid): "yes"}))
    inside.post(where(event), sent(shown="yes", **{str(ana.uid): "no", str(bia.uid): ""}))
    assert noted(event) == {ana.pk: False}
    assert StaffAct.objects.count() == 2


def test_a_replayed_form_changes_nothing(inside, event, ana):
    for _ in range(2):
        inside.post(where(event), sent(**{str(ana.uid): "yes"}))
    assert noted(event) == {ana.pk: True}
    assert StaffAct.objects.count() == 1


def test_two_who_note_different_people_do_not_undo_one_another(inside, event, ana, bia):
    stale = sent(**{str(ana.uid): "yes", str(bia.uid): ""})
    inside.post(where(event), sent(**{str(ana.uid): "", str(bia.uid): "no"}))
    inside.post(where(event), stale)
    assert noted(event) == {ana.pk: True, bia.pk: False}


@pytest.mark.parametrize("value", ["maybe", "YES", "1"])
def test_what_is_no_state_is_passed_over(inside, event, ana, value):
    assert inside.post(where(event), sent(**{str(ana.uid): value})).status_code == 302
    assert noted(event) == {}


def test_who_is_not_in_the_cohort_is_passed_over(inside, course, event, ana, tutor):
    other = enrolled(PersonFactory(), edition_of(course, name="2028"))
    left = enrolled(PersonFactory(), event.edition, state="withdrawn")
    inside.post(where(event), sent(**{str(other.uid): "yes", str(left.uid): "yes"}))
    assert note_attendance(event=event, noted={other.uid: True, left.uid: True}, by=tutor, now=NOW) == 0
    assert noted(event) == {}


def test_a_closed_edition_is_not_changed(inside, event, ana, tutor):
    edition = event.edition
    edition.stage, edition.closed_at = "closed", NOW
    edition.save()
    assert "is closed" in inside.post(where(event), sent(**{str(ana.uid): "yes"}), follow=True).text
    assert "<button" not in inside.get(where(event)).text.partition("<main")[2].partition("</main")[0]
    with pytest.raises(ValueError, match="closed"):
        note_attendance(event=event, noted={ana.uid: True}, by=tutor, now=NOW)
    assert noted(event) == {}


def test_the_list_counts_who_was_there(inside, event, ana, bia, tutor):
    note_attendance(event=event, noted={ana.uid: True, bia.uid: False}, by=tutor, now=NOW)
    text = inside.get(f"/en/teaching/editions/{event.edition.uid}/attendance/").text
    assert 'data-label="there">1<' in text
    assert 'data-label="not there">1<' in text
    assert "2 people take part." in text


def test_without_events_the_list_says_so(inside, edition):
    assert "no events yet" in inside.get(f"/en/teaching/editions/{edition.uid}/attendance/").text


@pytest.mark.parametrize("is_list", [True, False])
def test_both_pages_cost_the_same_with_one_row_and_with_three(inside, event, ana, tutor, is_list):
    address = f"/en/teaching/editions/{event.edition.uid}/attendance/" if is_list else where(event)
    note_attendance(event=event, noted={ana.uid: True}, by=tutor, now=NOW)
    inside.get(address)

    def cost():
        with CaptureQueriesContext(connection) as caught:
            assert inside.get(address).status_code == 200
        return len(caught)

    one = cost()
    for place in range(2):
        event.edition.events.create(title=f"Webinar {place}", starts_at=NOW)
        note_attendance(event=event, noted={enrolled(PersonFactory(), event.edition).uid: True}, by=tutor, now=NOW)
    assert cost() == one
    assert one <= 10
