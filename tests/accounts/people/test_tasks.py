"""Ending the sessions of one person."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from accounts.people.tasks import end_sessions

pytestmark = pytest.mark.django_db


def _browser(person=None):
    browser = Client()
    if person:
        browser.force_login(person)
    else:
        browser.get("/en/account/login/")
        browser.session.save()
    return browser


def test_only_the_persons_own_sessions_end(learner, editor):
    mine, mine_too, another = _browser(learner), _browser(learner), _browser(editor)
    assert end_sessions.call(learner.pk) == 2
    for browser, is_in in ((mine, False), (mine_too, False), (another, True)):
        assert (browser.get("/en/account/").status_code == 200) is is_in


def test_again_or_for_nobody_it_does_nothing(learner):
    _browser(learner)
    end_sessions.call(learner.pk)
    assert end_sessions.call(learner.pk) == 0
    assert end_sessions.call(987654) == 0


def test_a_session_that_cannot_be_read_is_no_hindrance(learner):
    browser = _browser(learner)
    Session.objects.create(session_key="x" * 32, session_data="no session", expire_date=Session.objects.get().expire_date)
    assert end_sessions.call(learner.pk) == 1
    assert browser.get("/en/account/").status_code == 302
