"""What holds for every page of courses: reading changes nothing, no cache keeps it, nothing runs inside it, forms work alone."""

import re

import pytest

from tests.factories.campus import address, everything, finished, routes

pytestmark = pytest.mark.django_db
LEARNING, TEACHING = routes("courses.urls"), routes("courses.staff_urls")
BOTH = pytest.mark.parametrize(("who", "found"), [("learner", LEARNING), ("facilitator", TEACHING), ("admin", TEACHING)])
OPEN = {"learning-calendar-feed", "question-picture", "learning-print", "learning-data"}  # these say for themselves how long they are kept
INSIDE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE)


def is_page(answer) -> bool:
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and not answer.streaming


@BOTH
@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_reading_changes_nothing(client, campus, people, who, found, method):
    client.force_login(people[who])
    before = everything()
    for route in found:
        answer = getattr(client, method)(address(campus, route))
        assert answer.status_code < 500, route.name
        if method == "head" and not answer.streaming:
            assert answer.content == b"", route.name
    assert everything() == before


@BOTH
def test_no_shared_cache_keeps_what_one_person_reads(client, campus, people, who, found):
    finished(campus)
    client.force_login(people[who])
    for route in found:
        answer = client.get(address(campus, route))
        if answer.status_code == 200 and route.name not in OPEN:
            assert re.search("private|no-store", answer["Cache-Control"]), route.name


@BOTH
def test_nothing_runs_inside_a_page_and_each_has_its_landmarks(client, campus, people, who, found):
    client.force_login(people[who])
    for route in found:
        answer = client.get(address(campus, route))
        if is_page(answer):
            assert not INSIDE.search(answer.text), route.name
            for part in ("<h1", "<main", "<title>", 'name="viewport"'):
                assert part in answer.text, (route.name, part)
            assert "unsafe-inline" not in answer["Content-Security-Policy"], route.name


@BOTH
def test_every_form_of_a_page_can_be_sent_without_a_script(client, campus, people, who, found):
    """Each form that posts holds its token and a button; each field that is seen has a label or a name that is read out."""
    client.force_login(people[who])
    for route in found:
        answer = client.get(address(campus, route))
        for form in re.findall(r"<form\b[^>]*>.*?</form>", answer.text, re.DOTALL) if is_page(answer) else []:
            head = form[: form.index(">")]
            if 'method="post"' in head:
                assert "csrfmiddlewaretoken" in form, (route.name, head)
            assert re.search(r"<button|type=\"submit\"", form), (route.name, head)
            for field in re.findall(r"<(?:input|select|textarea)\b[^>]*>", form):
                if re.search(r'type="(?:hidden|submit|radio|checkbox)"', field):
                    continue
                named = re.search(r'\bid="([^"]+)"', field)
                is_labelled = bool(named) and f'for="{named[1]}"' in answer.text
                assert is_labelled or "aria-label" in field or re.search(rf"<label[^>]*>[^§]*?{re.escape(field)}", form), (
                    route.name,
                    field,
                )


@BOTH
def test_no_row_number_of_the_database_stands_in_an_address(client, campus, people, who, found):
    client.force_login(people[who])
    for route in found:
        assert "id" not in route.holes, route.name
        answer = client.get(address(campus, route))
        if is_page(answer):
            ours = re.findall(r'(?:href|action)="(/en/(?:learning|teaching)/[^"?#]*)', answer.text)
            for link in ours:
                numbers = [part for part in link.split("/") if part.isdecimal()]
                assert not numbers or "/attempts/" in link, (route.name, link)  # places of questions are numbers
