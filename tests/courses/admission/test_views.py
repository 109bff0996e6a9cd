"""The teaching screens of enrolment: people, decisions, invitations, files."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from courses.admission.actions import A_JOB, bring_people_later
from courses.admission.tables import MOST_BYTES
from courses.admission.tasks import bring
from courses.editions.models import StaffAct
from courses.enrolment.actions import Entry, invite
from courses.enrolment.models import Enrolment, Invitation
from jobs.models import Job
from tests.factories.accounts import PersonFactory
from tests.factories.learning import edition_of, enrolled, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(course):
    return edition_of(course, starts_on=date(2026, 1, 1), ends_on=date(2090, 1, 1))


@pytest.fixture
def staff(client, led, facilitator):
    client.force_login(facilitator)
    return client


def where(edition, rest="people/"):
    return f"/en/teaching/editions/{edition.uid}/{rest}"


def about(row, verb=""):
    return where(row.edition, f"people/{row.uid}/{verb}")


def state_of(row):
    return Enrolment.objects.get(pk=row.pk).state


def table(text):
    return SimpleUploadedFile("people.csv", text.encode() if isinstance(text, str) else text)


def test_people_are_listed_by_where_they_stand_with_how_many(staff, led):
    for state in ("active", "active", "asked", "waiting", "refused"):
        enrolled(PersonFactory(name=f"Named {state}"), led, state=state)
    text = staff.get(where(led)).text
    assert "All (5)" in text
    assert "Takes part (2)" in text
    filtered = staff.get(where(led) + "?state=asked").text
    assert "Named asked" in filtered
    assert "Named active" not in filtered
    assert "Approve" in filtered
    assert staff.get(where(led) + "?state=x&page=99").status_code == 200


def test_the_waiting_list_stands_in_the_order_of_its_turns(staff, led):
    for number, name in enumerate(("Zita", "Ana")):
        enrolled(PersonFactory(name=name), led, state="waiting", asked_at=timezone.now() + timezone.timedelta(hours=number))
    text = staff.get(where(led) + "?state=waiting").text
    assert text.index("Zita") < text.index("Ana")


def test_one_is_approved_from_the_list_by_a_button_not_by_a_link(staff, led, learner):
    row = enrolled(learner, led, state="asked")
    staff.get(about(row, "approve/"))
    assert state_of(row) == "asked"
    answer = staff.post(about(row, "approve/"), follow=True)
    assert "Inês Mutombo takes part and is told by mail." in answer.text
    assert state_of(row) == "active"


@pytest.mark.parametrize("state", ["withdrawn", "refused"])
def test_who_is_out_is_taken_in_again_from_her_page(staff, led, learner, state):
    row = enrolled(learner, led, state=state, reason="By mistake.")
    assert "Take in again" in staff.get(where(led, f"people/{row.uid}/")).text
    staff.post(where(led, f"people/{row.uid}/approve/"))
    row.refresh_from_db()
    assert row.is_active
    assert "took somebody in again" in staff.get(where(led, "acts/")).text


def test_a_file_takes_in_again_who_left_where_its_box_is_ticked(staff, led, learner):
    row = enrolled(learner, led, state="withdrawn")
    said = {"language": "pt", "is_again": "on"}
    seen = staff.post(where(led, "bring/"), said | {"file": table(f"email\n{learner.email}\n")})
    assert 'name="is_again" value="on"' in seen.text
    staff.post(where(led, "bring/"), said | {"text": seen.context["text"], "bring": "1"})
    row.refresh_from_db()
    assert row.is_active


def test_approved_without_a_place_the_screen_says_so(staff, led, learner):
    led.places = 1
    led.save()
    enrolled(PersonFactory(), led)
    row = enrolled(learner, led, state="asked")
    assert "on the waiting list" in staff.post(about(row, "approve/"), follow=True).text


@pytest.mark.parametrize(
    ("verb", "state", "entered", "after"),
    [("refuse/", "asked", {}, "refused"), ("end/", "active", {}, "withdrawn"), ("days/", "active", {"days": "7"}, "active")],
)
def test_a_decision_needs_a_reason_then_is_told_and_written_down(staff, led, learner, mails, verb, state, entered, after):
    row = enrolled(learner, led, state=state)
    answer = staff.post(about(row, verb), entered | {"reason": ""})
    assert answer.status_code == 422
    assert "required" in answer.text
    assert state_of(row) == state
    answer = staff.post(about(row, verb), entered | {"reason": "As agreed by <phone>."}, follow=True)
    assert state_of(row) == after
    assert "As agreed by &lt;phone&gt;." in answer.text
    assert "As agreed by <phone>." in mails(learner)[0].text
    assert StaffAct.objects.get().reason == "As agreed by <phone>."


@pytest.mark.parametrize("days", ["-1", "366", "many", "", "9" * 20])
def test_days_out_of_bounds_are_said_beside_the_field(staff, led, learner, days):
    row = enrolled(learner, led)
    answer = staff.post(about(row, "days/"), {"days": days, "reason": "x"})
    assert answer.status_code == 422
    assert Enrolment.objects.get().extra_days == 0


def test_who_does_not_take_part_gets_no_more_time(staff, led, learner):
    assert staff.get(about(enrolled(learner, led, state="waiting"), "days/")).status_code == 403


def test_one_address_is_invited_or_its_member_enrolled(staff, led, learner, mails):
    entered = {"email": "Awa@Example.org", "name": "Awa Diop", "language": "fr", "country": "SN", "institution": "IT"}
    assert "awa@example.org: invited." in staff.post(where(led, "invitations/new/"), entered, follow=True).text
    assert "awa@example.org: invited before." in staff.post(where(led, "invitations/new/"), entered, follow=True).text
    assert len(mails("awa@example.org")) == 1
    answer = staff.post(where(led, "invitations/new/"), entered | {"email": learner.email}, follow=True)
    assert "learner@example.org: enrolled." in answer.text
    assert Enrolment.objects.get().person == learner


@pytest.mark.parametrize("entered", [{"email": "x"}, {"email": ""}, {"language": "de"}, {"country": "XX"}, {"name": "x" * 151}])
def test_a_wrong_invitation_is_said_beside_its_field(staff, led, entered):
    said = {"email": "a@example.org", "language": "pt", "country": "", "name": "", "institution": ""} | entered
    answer = staff.post(where(led, "invitations/new/"), said)
    assert answer.status_code == 422
    [form] = answer.context["forms"]
    assert set(form.errors) == set(entered)


def test_an_invitation_is_mailed_again_and_taken_back(staff, led, facilitator, mails):
    row = invite(edition=led, email="awa@example.org", by=facilitator, now=timezone.now())
    assert "awa@example.org" in staff.get(where(led, "invitations/?answer=sent")).text
    staff.post(where(led, f"invitations/{row.uid}/"), {"again": "1"})
    assert len(mails("awa@example.org")) == 2
    staff.post(where(led, f"invitations/{row.uid}/"), {"back": "1"})
    assert Invitation.objects.get().answer == "taken_back"
    assert "awa@example.org" not in staff.get(where(led, "invitations/?answer=sent")).text
    staff.get(where(led, f"invitations/{row.uid}/"))
    assert len(mails("awa@example.org")) == 2


def test_an_invitation_of_another_edition_is_not_there(staff, led, course, facilitator):
    row = invite(edition=edition_of(course, ends_on=date(2090, 1, 1)), email="awa@example.org", by=facilitator, now=timezone.now())
    assert staff.post(where(led, f"invitations/{row.uid}/"), {"back": "1"}).status_code == 404


def test_a_file_is_looked_at_before_anything_is_done(staff, led, learner):
    text = "email;nome\nlearner@example.org;Inês\nnova@example.org;<b>Nova\nx;Errada\nNOVA@example.org;Outra\n"
    answer = staff.post(where(led, "bring/"), {"file": table("\ufeff" + text), "language": "fr"})
    assert answer.status_code == 200
    for words in ("Enrolled", "Invited", "Line 4", "no e-mail address", "Line 5", "same address stands in line 3", "2 lines are left out"):
        assert words in answer.text, words
    assert not Enrolment.objects.exists()
    answer = staff.post(where(led, "bring/"), {"text": answer.context["text"], "language": "fr", "bring": "1"}, follow=True)
    assert "being enrolled and invited" in answer.text
    assert Enrolment.objects.get().person == learner
    held = Invitation.objects.get()
    assert (held.email, held.name, held.language) == ("nova@example.org", "<b>Nova", "fr")
    again = staff.post(where(led, "bring/"), {"file": table(text), "language": "fr"})
    assert "Nobody new" in again.text
    assert 'name="bring"' not in again.text


@pytest.mark.parametrize(
    ("entered", "said"),
    [({}, "Choose a file"), ({"file": b""}, "empty"), ({"file": b"a;b\n1;2"}, "e-mail"), ({"file": b"x" * (MOST_BYTES + 1)}, "larger")],
)
def test_a_file_of_which_nothing_can_be_done_is_said_beside_its_field(staff, led, entered, said):
    files = {"file": table(entered["file"])} if "file" in entered else {}
    answer = staff.post(where(led, "bring/"), files | {"language": "pt"})
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors["file"])


def test_many_are_brought_in_by_jobs_of_a_hundred(edition, facilitator, settings):
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}
    entries = {line: Entry(f"p{line}@example.org") for line in range(2 * A_JOB + 1)}
    assert bring_people_later(edition=edition, entries=entries, by=facilitator) == 3
    assert not Invitation.objects.exists()


def test_a_job_done_twice_or_too_late_changes_nothing(edition, facilitator):
    rows = [{"email": "awa@example.org", "name": "Awa", "language": "fr", "country": "SN", "institution": ""}]
    assert bring.func(str(edition.uid), facilitator.pk, rows) == 1
    assert bring.func(str(edition.uid), facilitator.pk, rows) == 0
    assert bring.func("00000000-0000-0000-0000-000000000000", None, rows) == 0
    edition.stage, edition.closed_at = "closed", timezone.now()
    edition.save()
    assert bring.func(str(edition.uid), None, [rows[0] | {"email": "b@example.org"}]) == 0
    assert Invitation.objects.count() == 1
    assert not Job.objects.failed().exists()


@pytest.mark.parametrize("rest", ["people/", "people/?state=asked", "invitations/", "one"])
def test_screens_cost_the_same_with_one_row_and_with_three(staff, led, facilitator, learner, rest):
    one = enrolled(learner, led)

    def another():
        number = Enrolment.objects.count()
        enrolled(PersonFactory(), led, state="asked")
        invite(edition=led, email=f"i{number}@example.org", by=facilitator, now=timezone.now())
        StaffAct.objects.create(edition=led, by=PersonFactory(), about=learner, verb="enrolment.approve", at=timezone.now())

    address = about(one) if rest == "one" else where(led, rest)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            another()
        staff.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert staff.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 10


def test_a_preview_costs_the_same_for_one_line_and_for_three_hundred(staff, led):
    counts = []
    for number in (1, 300):
        text = "email\n" + "".join(f"p{place}@example.org\n" for place in range(number))
        staff.post(where(led, "bring/"), {"file": table(text), "language": "pt"})
        with CaptureQueriesContext(connection) as asked:
            staff.post(where(led, "bring/"), {"file": table(text), "language": "pt"})
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_the_screens_stand_in_every_language(client, course, editor, learner, facilitator, language):
    led = edition_of(course, ends_on=date(2090, 1, 1))
    run(led, facilitator)
    row = enrolled(learner, led)
    client.force_login(editor)
    base = f"/{language}/teaching/"
    rests = ("", "people/", f"people/{row.uid}/", f"people/{row.uid}/end/", "invitations/", "invitations/new/", "bring/", "acts/", "dates/")
    for rest in (*rests, "edit/", "copy/", "close/", "announce/", "facilitators/", "events/new/"):
        assert client.get(f"{base}editions/{led.uid}/{rest}").status_code == 200, rest
    assert client.get(base).status_code == client.get(f"{base}editions/new/").status_code == 200
