"""How long mails are kept, and what a person gets or has erased."""

import json
from datetime import timedelta

import pytest
from django.core.serializers.json import DjangoJSONEncoder
from django_q.models import OrmQ
from wagtail import hooks

from mail.actions import clear_texts, deliver, forget_old, suppress, try_again
from mail.addresses import hidden
from mail.models import Message
from mail.queries import is_suppressed
from tests.factories.accounts import PersonFactory
from tests.factories.mail import written

pytestmark = pytest.mark.django_db


def test_texts_go_some_days_after_a_mail_ended_and_the_row_stays(now):
    mail = written(subject="Your code is 123456", text="123456", html="<p>123456</p>", headers={"X-Code": "123456"})
    assert clear_texts(now=now + timedelta(days=14)) == 0
    assert [clear_texts(now=now + timedelta(days=14, seconds=1)) for _ in range(2)] == [1, 0]
    assert "123456" not in str(Message.objects.filter(pk=mail.pk).values().get())


def test_a_mail_still_on_its_way_keeps_its_texts(now, queue):
    written()
    assert clear_texts(now=now + timedelta(days=99)) == 0


def test_a_mail_without_its_texts_is_not_sent_again(now, server, queue):
    server.content = "554 no"
    mail = written()
    deliver(id=mail.pk, now=now)
    clear_texts(now=now + timedelta(days=15))
    assert not try_again(uid=str(mail.uid), now=now)


def test_rows_go_after_a_year(now):
    written()
    assert [forget_old(now=now + timedelta(days=days)) for days in (365, 366)] == [0, 1]
    assert not Message.objects.exists()


def _asked(user):
    return {key: value for fn in hooks.get_hooks("personal_data") if fn.__module__.startswith("mail") for key, value in fn(user).items()}


def test_a_person_gets_every_mail_to_her_and_to_nobody_else(now):
    ana = PersonFactory(email="ana@example.org")
    for to, person in (("ANA@example.org", None), ("old@example.org", ana), ("rui@example.org", None)):
        written(to=to, person=person)
    suppress(address_hash=hidden("ana@example.org"), kind="news", now=now)
    held = _asked(ana)
    assert [mail["to"] for mail in held["mails"]] == ["ANA@example.org", "old@example.org"]
    assert held["mails_stopped"] == ["news"]
    assert json.dumps(held, cls=DjangoJSONEncoder)


def test_erasing_a_person_removes_her_mails_even_those_waiting_and_what_she_stopped_stays_stopped(now, queue):
    ana = PersonFactory(email="ana@example.org")
    suppress(address_hash=hidden("ana@example.org"), kind="digest", now=now)
    waiting = written(person=ana)
    written(to="rui@example.org")
    for fn in hooks.get_hooks("erase_person"):
        if fn.__module__.startswith("mail"):
            fn(ana, now)
            fn(ana, now)
    assert [mail.to for mail in Message.objects.all()] == ["rui@example.org"]
    assert deliver(id=waiting.pk, now=now) is None
    assert is_suppressed(address="ana@example.org", kind="digest")
    assert OrmQ.objects.count() == 2
