"""Wrong codes and passwords: slowed with growing pauses, from any number of processes, never locked for good."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from accounts.entrance.choices import Way
from accounts.entrance.slowing import begin_try, forget_tries, may_knock, may_mail
from limits.models import Counter
from tests.factories.accounts import PASSWORD, PersonFactory

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SIGN_IN, CODE = "/en/account/login/", "/en/account/login/code/confirm/"
SENTENCE = "Too many wrong tries. Try again in"


def _wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def _let_pauses_pass():
    Counter.objects.exclude(free_at=None).update(free_at=timezone.now() - timedelta(seconds=1))


def _ask(client, person):
    client.cookies.clear()
    client.post(SIGN_IN, {"login": person.email, "way": "code"})


@pytest.mark.django_db
def test_pauses_grow_and_end():
    waits, clock = [], NOW
    for _try in range(10):
        wait = begin_try(way=Way.CODE, email="ana@example.org", now=clock)
        while wait:
            waits.append(wait)
            clock += timedelta(seconds=wait)
            wait = begin_try(way=Way.CODE, email="ana@example.org", now=clock)
    assert waits == sorted(waits)
    assert waits[-1] > 30
    assert begin_try(way=Way.CODE, email="ana@example.org", now=clock + timedelta(minutes=15)) == 0


@pytest.mark.django_db
def test_ways_and_people_are_counted_apart_and_success_begins_afresh():
    for _try in range(5):
        begin_try(way=Way.CODE, email="Ana@example.org ", now=NOW)
    assert begin_try(way=Way.CODE, email="ana@example.org", now=NOW)
    assert not begin_try(way=Way.PASSWORD, email="ana@example.org", now=NOW)
    assert not begin_try(way=Way.CODE, email="rui@example.org", now=NOW)
    forget_tries(way=Way.CODE, email="ana@example.org", now=NOW)
    assert not begin_try(way=Way.CODE, email="ana@example.org", now=NOW)


@pytest.mark.django_db
def test_mails_are_limited_by_address_and_again_allowed():
    assert [may_mail(email="a@example.org", now=NOW) for _mail in range(7)] == [0] * 6 + [900]
    assert may_mail(email="b@example.org", now=NOW) == 0
    assert may_mail(email="a@example.org", now=NOW + timedelta(minutes=15)) == 0


@pytest.mark.django_db
def test_a_ministry_behind_one_address_is_not_refused():
    assert not any(may_knock(address="196.1.2.3", now=NOW) for _person in range(600))
    assert may_knock(address="196.1.2.99", now=NOW)
    assert not may_knock(address="196.1.3.1", now=NOW)


@pytest.mark.django_db
def test_ten_wrong_codes_are_slowed_and_the_right_one_still_counts_after_the_pause(client, learner, code_for):
    _ask(client, learner)
    right = code_for(learner.email)
    pages = [client.post(CODE, {"code": _wrong(right)}).content.decode() for _try in range(10)]
    assert SENTENCE not in pages[0]
    assert SENTENCE in pages[-1]
    assert SENTENCE in client.post(CODE, {"code": right}).content.decode()

    _let_pauses_pass()

    assert client.post(CODE, {"code": right}).url == "/en/"


@pytest.mark.django_db
def test_other_ways_stay_open_while_codes_wait(client, learner, code_for, link_for):
    _ask(client, learner)
    wrong = _wrong(code_for(learner.email))
    for _try in range(10):
        client.post(CODE, {"code": wrong})
    assert client.post(SIGN_IN, {"login": learner.email, "password": PASSWORD, "way": "password"}).url == "/en/"
    client.post("/en/account/logout/")
    client.post("/en/account/password/reset/", {"email": learner.email})
    assert client.get(link_for(learner.email)).status_code == 302


@pytest.mark.django_db
def test_a_fresh_code_in_another_browser_gives_no_fresh_tries(client, learner, code_for):
    for _browser in range(3):
        _ask(client, learner)
        wrong = _wrong(code_for(learner.email))
        for _try in range(2):
            page = client.post(CODE, {"code": wrong}).content.decode()
    assert SENTENCE in page


@pytest.mark.django_db
def test_a_code_is_used_up_after_a_dozen_judged_tries_and_a_new_one_may_be_asked_for(client, learner, code_for):
    _ask(client, learner)
    wrong = _wrong(code_for(learner.email))
    for _try in range(12):
        _let_pauses_pass()
        answer = client.post(CODE, {"code": wrong})
    assert answer.url == SIGN_IN + "code/"
    assert "This code is used up. Ask for a new one." in client.get(SIGN_IN).content.decode()
    _let_pauses_pass()
    _ask(client, learner)
    assert client.post(CODE, {"code": code_for(learner.email)}).url == "/en/"


@pytest.mark.django_db
def test_ten_wrong_passwords_are_slowed_and_a_code_still_signs_in(client, learner, code_for):
    for _try in range(10):
        page = client.post(SIGN_IN, {"login": learner.email, "password": "wrong-wrong", "way": "password"})
    assert SENTENCE in page.content.decode()
    assert SENTENCE in client.post(SIGN_IN, {"login": learner.email, "password": PASSWORD, "way": "password"}).content.decode()
    _ask(client, learner)
    assert client.post(CODE, {"code": code_for(learner.email)}).url == "/en/"


@pytest.mark.django_db
def test_an_address_without_account_is_slowed_alike(client):
    for _try in range(10):
        page = client.post(SIGN_IN, {"login": "nobody@example.org", "password": "wrong-wrong", "way": "password"})
    assert SENTENCE in page.content.decode()


@pytest.mark.django_db
def test_a_right_password_now_and_then_does_not_help_a_guesser_elsewhere(client, learner):
    PersonFactory(email="guesser@example.org")
    for _try in range(6):
        client.post(SIGN_IN, {"login": "guesser@example.org", "password": PASSWORD, "way": "password"})
        client.post("/en/account/logout/")
        page = client.post(SIGN_IN, {"login": learner.email, "password": "wrong-wrong", "way": "password"})
    assert SENTENCE in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/en/account/password/change/", {"oldpassword": "wrong-wrong", "password1": "another-good-one"}),
        ("/en/account/reauthenticate/", {"password": "wrong-wrong"}),
        ("/en/account/erase/", {"password": "wrong-wrong", "is_sure": "on", "way": "erase"}),
    ],
)
def test_a_stolen_session_cannot_guess_the_password_quickly(client, learner, path, data):
    client.force_login(learner)
    for _try in range(6):
        page = client.post(path, data)
    assert SENTENCE in page.content.decode()


ENVIRONMENT = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test", "PYTHONPATH": "site:."}
GUESSER = """
import sys
import django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from django.test import Client
client = Client()
client.cookies["sessionid"] = sys.argv[2]
client.get("/en/account/login/code/confirm/")
sys.stdout.write("ready\\n"); sys.stdout.flush(); sys.stdin.readline()
pages = [client.post("/en/account/login/code/confirm/", {"code": sys.argv[3]}).content.decode() for _try in range(5)]
judged, slowed = (sum(words in page for page in pages) for words in ("This is not the code", "Too many wrong tries"))
sys.stdout.write(f"{judged} {slowed}")
"""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_ten_wrong_codes_from_two_processes_at_once_are_slowed_together(client, code_for):
    person = PersonFactory(email="ana@example.org")
    _ask(client, person)
    right = code_for(person.email)
    words = [str(connection.settings_dict["NAME"]), client.session.session_key, _wrong(right)]
    both = [
        subprocess.Popen([sys.executable, "-c", GUESSER, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
        for _process in range(2)
    ]
    assert [process.stdout.readline() for process in both] == ["ready\n"] * 2
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [tuple(int(word) for word in process.communicate(timeout=120)[0].split()) for process in both]

    judged, slowed = (sum(column) for column in zip(*answers, strict=True))
    assert judged + slowed == 10
    assert 4 <= judged <= 6
    _let_pauses_pass()
    assert client.post(CODE, {"code": right}).url == "/en/"
