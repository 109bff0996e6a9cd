"""Editions are prepared, changed, dated, announced and closed on the teaching screens."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from courses.editions.actions import note_act
from courses.editions.models import Edition, Event, ModuleDates, StaffAct
from tests.factories.accounts import PersonFactory
from tests.factories.courses import modules_below
from tests.factories.learning import NOW, edition_of, run, self_paced

pytestmark = pytest.mark.django_db
ENTERED = {"name": "2027", "languages": ["pt", "fr"], "zone": "Africa/Maputo", "starts_on": "2027-01-25", "ends_on": "2027-03-31"}
ENTERED |= {"policy": "open", "places": "", "code": "", "enrol_until": ""}


def where(edition, rest=""):
    return f"/en/teaching/editions/{edition.uid}/{rest}"


@pytest.fixture
def by_editor(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def by_facilitator(client, facilitator, led):
    client.force_login(facilitator)
    return client


def test_a_new_edition_is_prepared_once_however_often_its_form_is_sent(by_editor, course):
    form = by_editor.get("/en/teaching/editions/new/")
    uid = form.context["forms"][0]["uid"].value()
    said = ENTERED | {"uid": str(uid), "course": str(course.translation_key)}
    for _ in range(2):
        answer = by_editor.post("/en/teaching/editions/new/", said)
        assert answer["Location"] == f"/en/teaching/editions/{uid}/"
    made = Edition.objects.get()
    assert (made.stage, made.languages, made.ends_on) == ("draft", ["pt", "fr"], date(2027, 3, 31))


@pytest.mark.parametrize(
    ("entered", "field", "said"),
    [
        ({"ends_on": "2027-01-01"}, "ends_on", "before the first"),
        ({"starts_on": ""}, "starts_on", "needed"),
        ({"ends_on": ""}, "ends_on", "needed"),
        ({"is_self_paced": "on"}, "ends_on", "no last day"),
        ({"zone": "Mars/Base"}, "zone", "no time zone"),
        ({"places": "0"}, "places", "greater than or equal to 1"),
        ({"places": "-3"}, "places", ""),
        ({"places": "9" * 30}, "places", ""),
        ({"policy": "code"}, "code", "which code"),
        ({"languages": []}, "languages", "required"),
        ({"languages": ["de"]}, "languages", ""),
        ({"enrol_until": "2027-06-01"}, "enrol_until", "after the last day"),
        ({"starts_on": "tomorrow"}, "starts_on", "valid date"),
        ({"ends_on": "9999-12-31"}, "ends_on", "years 2000 to 2199"),
        ({"starts_on": "0001-01-01"}, "starts_on", "years 2000 to 2199"),
        ({"enrol_until": "1999-12-31"}, "enrol_until", "years 2000 to 2199"),
        ({"name": ""}, "name", "required"),
        ({"name": "x" * 121}, "name", "120"),
        ({"policy": "bribe"}, "policy", ""),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_what_was_typed_stays(by_editor, led, entered, field, said):
    answer = by_editor.post(where(led, "edit/"), ENTERED | {"name": "Typed"} | entered)
    assert answer.status_code == 422
    [form] = answer.context["forms"]
    assert said in " ".join(form.errors[field])
    assert set(form.errors) == {field}
    assert "Typed" in answer.text or field == "name"
    assert Edition.objects.get().name == "2027"


@pytest.mark.parametrize("day", ["2199-12-01", "2000-01-02"])
def test_a_copy_whose_days_would_leave_the_calendar_is_refused(by_editor, led, modules, day):
    ModuleDates.objects.create(edition=led, module_key=modules[0].translation_key, opens_on=date(2027, 1, 20))
    answer = by_editor.post(where(led, "copy/"), {"name": "Far", "starts_on": day, "uid": str(uuid4())})
    assert answer.status_code == 422
    assert "Other days of the edition" in answer.text
    assert Edition.objects.count() == 1


def test_an_event_of_another_calendar_is_refused_beside_its_field(by_facilitator, led):
    for moment in ("9999-12-31T23:59", "0001-01-01T00:00"):
        answer = by_facilitator.post(where(led, "events/new/"), {"title": "T", "starts_at": moment, "minutes": "60"})
        assert answer.status_code == 422
        assert "years 2000 to 2199" in answer.context["form"].errors["starts_at"][0]


def test_a_change_is_saved_and_nothing_changed_is_said(by_editor, led):
    said = ENTERED | {"name": "Spring", "places": "25"}
    assert "Saved." in by_editor.post(where(led, "edit/"), said, follow=True).text
    assert "Nothing was another." in by_editor.post(where(led, "edit/"), said, follow=True).text
    assert (Edition.objects.get().name, Edition.objects.get().places) == ("Spring", 25)


def test_the_page_of_an_edition_shows_what_it_holds(by_facilitator, led, modules):
    ModuleDates.objects.create(edition=led, module_key=modules[0].translation_key, due_on=date(2027, 2, 8))
    Event.objects.create(edition=led, title="Opening webinar", starts_at=datetime(2027, 2, 1, 8, tzinfo=UTC))
    text = by_facilitator.get(where(led)).text
    for words in ("Adjoa Baptista", "Module name 1", "8 Feb 2027", "Opening webinar", "1 Feb 2027, 10:00", "People", "Invitations"):
        assert words in text, words
    for words in ("edit/", "close/", "announce/"):
        assert f'href="{where(led, words)}"' not in text


def test_announcing_asks_first_then_people_find_it(by_editor, course, modules):
    draft = edition_of(course, stage="draft")
    assert "People find the edition" in by_editor.get(where(draft, "announce/")).text
    assert Edition.objects.get().stage == "draft"
    by_editor.post(where(draft, "announce/"))
    assert Edition.objects.get().stage == "open"


def test_closing_says_what_happens_then_shows_the_final_report(by_editor, led):
    text = by_editor.get(where(led, "close/")).text
    for words in ("no longer written in", "frozen", "cannot be undone"):
        assert words in text
    with hooks.register_temporarily("edition_report", lambda edition, now: {"Learners": 12, "By country": {"MZ": 7, "<b>": 5}}):
        answer = by_editor.post(where(led, "close/"), follow=True)
    assert "Final report" in answer.text
    assert where(led, "report/") in answer.text
    report = Edition.objects.get().report
    assert (report["Learners"], report["By country"]) == (12, {"MZ": 7, "<b>": 5})
    shown = render_to_string("courses/planning/report.html", {"report": report})
    for words in ("Learners", "12", "MZ", "&lt;b&gt;"):
        assert words in shown
    assert by_editor.post(where(led, "close/")).status_code == 302
    assert StaffAct.objects.filter(verb="edition.close").count() == 1


def test_a_copy_asks_for_a_name_and_a_first_day(by_editor, led, course):
    form = by_editor.get(where(led, "copy/"))
    uid = str(form.context["forms"][0]["uid"].value())
    assert by_editor.post(where(led, "copy/"), {"name": "2028", "uid": uid}).status_code == 422
    answer = by_editor.post(where(led, "copy/"), {"name": "2028", "starts_on": "2028-01-25", "uid": uid})
    assert answer["Location"] == f"/en/teaching/editions/{uid}/"
    assert Edition.objects.get(uid=uid).copied_from == led
    free = self_paced(course)
    assert by_editor.post(where(free, "copy/"), {"name": "Again", "uid": str(uuid4())}).status_code == 302


def test_facilitators_are_chosen_among_those_of_the_house(by_editor, edition, facilitator, learner):
    text = by_editor.get(where(edition, "facilitators/")).text
    assert "Adjoa Baptista" in text
    assert "Inês Mutombo" not in text
    assert by_editor.post(where(edition, "facilitators/"), {"people": [learner.pk]}).status_code == 422
    by_editor.post(where(edition, "facilitators/"), {"people": [facilitator.pk]})
    assert [row.person for row in edition.facilitator_rows.all()] == [facilitator]
    by_editor.post(where(edition, "facilitators/"), {})
    assert not edition.facilitator_rows.exists()


def test_dates_of_modules_are_entered_and_held_against_one_another(by_facilitator, led, modules):
    first, second = (module.translation_key for module in modules)
    said = {f"opens-{first}": "2027-02-10", f"due-{first}": "2027-02-01", f"due-{second}": "2027-02-20"}
    answer = by_facilitator.post(where(led, "dates/"), said)
    assert answer.status_code == 422
    assert "due before it opens" in answer.text
    assert 'value="2027-02-20"' in answer.text
    by_facilitator.post(where(led, "dates/"), said | {f"due-{first}": "2027-02-17"})
    assert {row.module_key: row.due_on for row in led.module_dates.all()} == {first: date(2027, 2, 17), second: date(2027, 2, 20)}
    assert 'value="2027-02-17"' in by_facilitator.get(where(led, "dates/")).text


def test_events_are_entered_in_the_clock_of_the_edition_whoever_enters_them(by_facilitator, led, facilitator):
    facilitator.time_zone = "America/Sao_Paulo"
    facilitator.save()
    said = {"title": "Webinar", "starts_at": "2027-02-01T10:00", "minutes": "90", "link": "https://meet.example.org/x", "text": ""}
    for _ in range(2):
        assert by_facilitator.post(where(led, "events/new/"), said).status_code == 302
    event = Event.objects.get()
    assert event.starts_at == datetime(2027, 2, 1, 8, tzinfo=UTC)
    page = by_facilitator.get(where(led, f"events/{event.uid}/"))
    assert 'value="2027-02-01T10:00"' in page.text
    by_facilitator.post(where(led, f"events/{event.uid}/"), said | {"starts_at": "2027-02-01T11:30"})
    assert Event.objects.get().starts_at.hour == 9
    by_facilitator.post(where(led, f"events/{event.uid}/"), {"remove": "1"})
    assert not Event.objects.exists()
    assert by_facilitator.get(where(led, f"events/{event.uid}/")).status_code == 404


@pytest.mark.parametrize(
    ("entered", "field"),
    [
        ({"title": ""}, "title"),
        ({"starts_at": "soon"}, "starts_at"),
        ({"minutes": "0"}, "minutes"),
        ({"minutes": "-1"}, "minutes"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"minutes": "99999999"}, "minutes"),
        ({"text": "x" * 2001}, "text"),
    ],
)
def test_a_wrong_event_is_said_beside_its_field(by_facilitator, led, entered, field):
    said = {"title": "Webinar", "starts_at": "2027-02-01T10:00", "minutes": "90"} | entered
    answer = by_facilitator.post(where(led, "events/new/"), said)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {field}
    assert not Event.objects.exists()


def test_editions_stand_in_one_order_on_every_database(by_editor, course):
    for name, starts_on in (("Earlier", date(2026, 1, 5)), ("Later", date(2028, 1, 5))):
        edition_of(course, name=name, starts_on=starts_on, ends_on=date(2028, 3, 1))
        edition_of(course, name=f"{name}, over", starts_on=starts_on, ends_on=date(2028, 3, 1), stage="closed", closed_at=NOW)
    edition_of(course, name="Prepared", stage="draft")
    self_paced(course)
    rows = by_editor.get("/en/teaching/").context["entries"]
    assert [row["edition"].name for row in rows] == ["Later", "Prepared", "Earlier", "At any time", "Later, over", "Earlier, over"]


def test_the_log_says_who_did_what_and_why(by_facilitator, led, facilitator, learner):
    note_act(edition=led, by=facilitator, verb="enrolment.refuse", about=learner, reason="Not an <inspector>.", now=NOW)
    note_act(edition=led, by=None, verb="some.verb", now=NOW)
    text = by_facilitator.get(where(led, "acts/")).text
    for words in ("Adjoa Baptista", "refused somebody", "Inês Mutombo", "Not an &lt;inspector&gt;.", "The site itself", "some.verb"):
        assert words in text


def test_closed_editions_stand_below_those_that_go_on(by_editor, course):
    edition_of(course, name="Long over", stage="closed", closed_at=NOW, starts_on=date(2027, 6, 1), ends_on=date(2027, 6, 30))
    edition_of(course, name="Goes on")
    text = by_editor.get("/en/teaching/").text
    assert text.index("Goes on") < text.index("Long over")


def test_the_list_is_filtered_by_stage(by_editor, course):
    edition_of(course, name="Open one")
    edition_of(course, name="Draft one", stage="draft")
    text = by_editor.get("/en/teaching/?stage=draft").text
    assert "Draft one" in text
    assert "Open one" not in text
    assert by_editor.get("/en/teaching/?stage=nonsense&page=x").status_code == 200


@pytest.mark.parametrize("screen", ["list", "", "acts/", "dates/", "facilitators/"])
def test_screens_cost_the_same_with_one_row_and_with_three(by_editor, course, led, screen):
    def another():
        edition = edition_of(course)
        for one in (edition, led):
            run(one, PersonFactory(groups=["facilitator"]))
        modules_below(course, 1, slug=f"m{Edition.objects.count()}")
        Event.objects.create(edition=led, title="Webinar", starts_at=NOW)
        note_act(edition=led, by=PersonFactory(), about=PersonFactory(), verb="enrolment.approve", now=NOW)

    address = "/en/teaching/" if screen == "list" else where(led, screen)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            another()
        by_editor.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert by_editor.get(address).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert screen == "" or counts[0] <= 12
