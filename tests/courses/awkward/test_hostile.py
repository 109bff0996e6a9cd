"""Hostile words typed into every form of courses: no error of ours, nothing raw in any answer, what was typed is kept.

The forms are read from the pages themselves: a new form is filled without being told here.
"""

import re
from html import unescape
from urllib.parse import urljoin

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.editions.choices import Policy
from courses.editions.models import Event
from courses.questions.models import QuestionText
from tests.factories.campus import address, routes
from tests.factories.sheets import sheets_in

pytestmark = pytest.mark.django_db
ALL = [*routes("courses.urls"), *routes("courses.staff_urls")]
SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
WORDS = {
    "script": SCRIPT,
    "handler": "' onmouseover='alert(1)' x=' \" onfocus=\"alert(1)\" autofocus \"",
    "address": "javascript:alert(1)//",
    "nul": "a\x00b",
    "odd": "\u202e\u2066cilbup\u200b \ud7ff \U0010ffff \ufffe ɐ̶͉͚ ﷽",
    "template": "{{ settings.SECRET_KEY }}{% debug %}${7*7}%(x)s %s {0}",
    "formula": '=HYPERLINK("//evil.invalid","x")',
    "long": "x" * 30_000,
    "lines": "a\r\nBcc: evil@example.org\r\n\r\n<b>b</b>",
    "number": "-99999999999999999999e999",
    "blank": " \t\u00a0 ",
}
RAW = ("<script>alert", "<img src=x", " onmouseover='alert", ' onfocus="alert', 'href="javascript:', 'src="javascript:', "<b>b</b>")
FOR_STAFF = [route for route in ALL if route in routes("courses.staff_urls") and route.name not in ("edition-close", "edition-announce")]
FOR_LEARNERS = [route for route in ALL if route not in FOR_STAFF and not route.name.startswith("edition-")]
BY_BUTTON = {"question-new": "?kind=single&language=en", "question-edit": ""}


def hold(answer, name: str) -> None:
    """Hold that an answer is one of ours and runs nothing."""
    assert answer.status_code < 500, name
    if "text/html" in answer.get("Content-Type", "") and not answer.streaming:
        for raw in RAW:
            assert raw not in answer.text, (name, raw)


def fill(client, path: str, words: str, name: str) -> int:
    """Send every form of a page with these words in every field; return how many there were."""
    page = client.get(path)
    is_page = page.status_code == 200 and not page.streaming
    sheets = [sheet for sheet in sheets_in(page.text) if "/account/" not in sheet.action] if is_page else []
    for sheet in sheets:
        answer = client.post(urljoin(path, sheet.action or path), sheet.filled(words))
        hold(answer, name)
        if answer.status_code == 302 and answer["Location"].startswith("/"):
            hold(client.get(answer["Location"]), name)
    return len(sheets)


@pytest.mark.parametrize("kind", WORDS)
def test_staff_type_it_into_every_form(client, campus, people, kind):
    client.force_login(people["admin"])
    paths = [address(campus, route) + BY_BUTTON.get(route.name, "") for route in FOR_STAFF]
    assert sum(fill(client, path, WORDS[kind], path) for path in paths) > 15
    for path in paths:
        hold(client.get(path), path)


@pytest.mark.parametrize("kind", WORDS)
def test_learners_type_it_into_every_form(client, campus, people, kind):
    client.force_login(people["learner"])
    paths = [address(campus, route) for route in FOR_LEARNERS]
    assert sum(fill(client, path, WORDS[kind], path) for path in paths) > 4
    for path in [*paths, campus.reading.url, campus.quiz.url, campus.modules[0].url]:
        hold(client.get(path), path)


@pytest.mark.parametrize("kind", WORDS)
def test_it_stands_in_the_query_of_every_page(client, campus, people, kind):
    """Filters, pages and ways back read their query: whatever stands there, the page is drawn."""
    asked = dict.fromkeys(
        ("page", "q", "kind", "language", "folder", "retired", "standing", "country", "institution", "order", "days", "stage", "state"),
        WORDS[kind][:2000],
    )
    for who, found in (("admin", FOR_STAFF), ("learner", FOR_LEARNERS)):
        client.force_login(people[who])
        for route in found:
            hold(client.get(address(campus, route), asked | {"next": WORDS[kind][:2000], "edition": WORDS[kind][:2000]}), route.name)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil", "vbscript:x", "jAvA\tscript:x"]
)
def test_an_event_leads_only_where_browsers_go(client, campus, people, link):
    client.force_login(people["facilitator"])
    where = reverse("event-new", args=[campus.own.uid]).replace("/pt/", "/en/")
    said = {"title": "<b>Webinar</b>", "starts_at": "2027-02-03T10:00", "minutes": "60", "link": link, "text": ""}
    answer = client.post(where, said)
    if answer.status_code == 302:  # what lacks a scheme became an address of https
        made = Event.objects.exclude(pk=campus.event.pk).get()
        assert made.link.startswith("https://")
    else:
        assert answer.status_code == 422
        assert "Enter a valid URL." in answer.text
        assert "&lt;b&gt;Webinar&lt;/b&gt;" in answer.text
        assert Event.objects.count() == 1


def test_names_of_events_and_editions_are_text_for_learners_too(client, campus, people):
    campus.event.title = campus.event.text = campus.own.name = SCRIPT[:120]
    campus.event.link = "https://example.org/?a=<b>b</b>&\"'"
    campus.event.save()
    campus.own.save()
    for who in ("learner", "admin"):
        client.force_login(people[who])
        for route in ALL:
            if route.name not in ("edition-close", "edition-announce"):
                hold(client.get(address(campus, route)), route.name)
    feed = client.get(address(campus, next(route for route in ALL if route.name == "learning-calendar-feed"))).text
    assert "\r\nSUMMARY" in feed
    assert all(line.count(":") for line in feed.split("\r\n") if line and not line.startswith(" "))


def test_what_staff_typed_wrongly_stands_in_the_form_beside_its_sentence(client, campus, people):
    client.force_login(people["admin"])
    where = f"/en/teaching/editions/{campus.own.uid}/"
    cases = {
        "edit/": (
            {"name": SCRIPT, "zone": "Mars/<b>", "languages": ["pt"], "policy": "open", "starts_on": "never"},
            ("name", "zone", "starts_on"),
        ),
        "events/new/": ({"title": SCRIPT, "starts_at": "<i>soon</i>", "minutes": "9", "link": "x y"}, ("title", "starts_at", "link")),
        "invitations/new/": ({"email": "<i>@no", "name": SCRIPT, "language": "en"}, ("email", "name")),
        f"people/{campus.enrolment.uid}/days/": ({"days": "<b>7", "reason": SCRIPT}, ("days", "reason")),
        f"cohort/{campus.enrolment.uid}/days/": ({"days": "<b>7", "reason": SCRIPT}, ("days", "reason")),
        "cohort/write/": ({"subject": SCRIPT, "text": "", "token": "x"}, ("subject",)),
    }
    for rest, (said, kept) in cases.items():
        answer = client.post(where + rest, said)
        assert answer.status_code in (200, 422), rest
        hold(answer, rest)
        for name in kept:
            assert said[name] in unescape(answer.text), (rest, name)
        assert re.search(r'class="[^"]*error|role="alert"|aria-invalid="true"', answer.text), rest


@pytest.mark.parametrize("cell", [SCRIPT, "=1+1", "\u202eevil", "x" * 5000])
def test_cells_of_a_table_of_people_are_told_as_text(client, campus, people, cell):
    client.force_login(people["facilitator"])
    quoted = cell.replace('"', '""')
    table = (
        f'e-mail;name;country;institution\n"{quoted}";A;MZ;I\nana@example.org;"{quoted}";MZ;"{quoted}"\nbo@example.org;Bo;"{quoted}";I\n'
    )
    where = f"/en/teaching/editions/{campus.own.uid}/bring/"
    answer = client.post(where, {"file": SimpleUploadedFile("p.csv", table.encode()), "language": "pt"})
    hold(answer, "bring")
    assert answer.status_code in (200, 422)
    for sheet in sheets_in(answer.text):
        if sheet.fields.get("text"):
            hold(client.post(where, sheet.fields, follow=True), "bring")
    for rest in ("people/", "invitations/", "cohort/", "acts/"):
        hold(client.get(f"/en/teaching/editions/{campus.own.uid}/{rest}"), rest)


@pytest.mark.parametrize("data", [b"", b"\x00" * 50, b"\xff\xfe\xff", b"\xef\xbb\xbf", b"::x::{", b"<quiz>", b"PK\x03\x04" + b"\x00" * 60])
@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_files_that_are_none_are_refused_with_a_sentence(client, campus, people, data, form):
    client.force_login(people["facilitator"])
    said = {"form": form, "language": "en", "folder": "", "onto": ""}
    answer = client.post("/en/teaching/questions/import/", said | {"file": SimpleUploadedFile("q.txt", data)})
    hold(answer, form)
    assert answer.status_code in (200, 422)
    people_file = {"file": SimpleUploadedFile("p.csv", data), "language": "pt"}
    answer = client.post(f"/en/teaching/editions/{campus.own.uid}/bring/", people_file)
    hold(answer, "bring")
    assert answer.status_code == 422


def test_words_of_questions_lose_what_runs_wherever_they_are_read(client, campus, people):
    client.force_login(people["facilitator"])
    where = f"/en/teaching/questions/{campus.question.uid}/words/en/"
    sheet = next(sheet for sheet in sheets_in(client.get(where).text) if "stem" in sheet.fields)
    words = "<p>Age <b>b</b></p><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>x</a>"
    answer = client.post(where, sheet.fields | {"stem": words, "row-0-words": words, "row-0-reply": words, "wrong": words})
    assert answer.status_code == 302
    kept = QuestionText.objects.get(question=campus.question, language="en")
    told = f"{kept.stem}{kept.options}{kept.replies}{kept.wrong}"
    assert "Age" in told
    for raw in ("<script", "onerror", "javascript:"):
        assert raw not in told


@pytest.mark.parametrize("code", [SCRIPT, "a\x00b", "x" * 5000, "\u202e"])
def test_a_code_that_is_none_is_said_beside_it(client, campus, people, code):
    campus.own.policy, campus.own.code = Policy.CODE, "Right"
    campus.own.save()
    client.force_login(people["member"])
    answer = client.post(f"/en/learning/editions/{campus.own.uid}/", {"code": code})
    assert answer.status_code == 422
    hold(answer, "code")
    assert not campus.own.enrolments.filter(person=people["member"]).exists()
