"""/dev/mail/: mails readable on one's own machine, and nowhere else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mail.actions import clear_texts
from mail.models import Message
from tests.factories.mail import written

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script>"


def _texts(client, *paths):
    answers = [client.get(path) for path in paths]
    assert [answer.status_code for answer in answers] == [200] * len(paths)
    return [answer.content.decode() for answer in answers]


def test_mails_are_listed_newest_first_and_read(client):
    written(subject="First")
    mail = written(subject="Second", text="Follow https://academy.example.org/x", html="<p>page</p>")
    listed, read, page = _texts(client, "/dev/mail/", f"/dev/mail/{mail.uid}/", f"/dev/mail/{mail.uid}/page/")
    assert listed.index("Second") < listed.index("First")
    assert 'href="https://academy.example.org/x"' in read
    assert " sandbox " in read
    assert page == "<p>page</p>"


def test_in_a_closed_house_there_is_no_box(client, settings):
    mail = written(html="<p>page</p>")
    settings.IS_DEMO_ALLOWED = False
    for path in ("/dev/mail/", f"/dev/mail/{mail.uid}/", f"/dev/mail/{mail.uid}/page/"):
        assert client.get(path, follow=True).status_code == 404


def test_a_hostile_mail_does_nothing(client):
    mail = written(subject=HOSTILE, text=HOSTILE, html=HOSTILE)
    listed, read = _texts(client, "/dev/mail/", f"/dev/mail/{mail.uid}/")
    assert HOSTILE not in listed + read
    policy = client.get(f"/dev/mail/{mail.uid}/page/")["Content-Security-Policy"]
    assert {"sandbox", "default-src 'none'"} <= {part.strip() for part in policy.split(";")}
    assert "script-src 'unsafe-inline'" not in policy


def test_the_box_is_narrowed_to_an_address(client):
    written(subject="Mine")
    written(to="rui@example.org", subject="His")
    (listed,) = _texts(client, "/dev/mail/?to=ANA@")
    assert "Mine" in listed
    assert "His" not in listed


@pytest.mark.parametrize("query", ["?p=999", "?p=x", "?to=%00", "?to=%F0%9F", "?to=" + "a" * 3000])
def test_odd_questions_are_answered(client, query):
    _texts(client, f"/dev/mail/{query}")


def test_a_mail_without_a_page_or_of_nobody_is_not_found(client):
    mail = written()
    assert client.get(f"/dev/mail/{mail.uid}/page/", follow=True).status_code == 404
    assert client.get("/dev/mail/00000000-0000-0000-0000-000000000000/", follow=True).status_code == 404


def test_a_mail_whose_texts_are_gone_says_so(client, now):
    mail = written(subject="Gone", text="code", html="<p>code</p>")
    Message.objects.update(written_at=now.replace(year=2020))
    clear_texts(now=now)
    _listed, read = _texts(client, "/dev/mail/", f"/dev/mail/{mail.uid}/")
    assert "code" not in read
    assert "<iframe" not in read


def test_nothing_is_posted_to_the_box(client):
    assert client.post("/dev/mail/").status_code == 405


def test_the_list_costs_two_queries_beside_the_frame_of_the_page(client, django_assert_num_queries):
    mail = written()
    client.get("/dev/mail/")
    with CaptureQueriesContext(connection) as frame:
        client.get(f"/dev/mail/{mail.uid}/")  # the frame, and one query
    for _ in range(2):
        with django_assert_num_queries(len(frame) - 1 + 2):
            client.get("/dev/mail/")
        written()
        written()
