"""The report of mails."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mail.choices import State
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.mail import written

pytestmark = pytest.mark.django_db


def _signed_in(client, *codenames):
    person = PersonFactory(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    client.force_login(person)
    return client


@pytest.fixture
def operator(client):
    return _signed_in(client, "view_message", "change_message")


def _failed():
    mail = written()
    Message.objects.filter(pk=mail.pk).update(state=State.FAILED, reason="554 <b>Spam</b>")
    return mail


def test_staff_see_what_could_not_be_sent_and_why(operator):
    _failed()
    text = operator.get(reverse("mails-report")).content.decode()
    assert "ana@example.org" in text
    assert "554 &lt;b&gt;Spam&lt;/b&gt;" in text


def test_trying_again_sends_it(operator, server):
    mail = _failed()
    operator.post(reverse("mails-decide"), {"mail": mail.uid})
    mail.refresh_from_db()
    assert mail.state == State.SENT


@pytest.mark.parametrize("uid", ["", "x", "00000000-0000-0000-0000-000000000000", "\x00"])
def test_a_mail_that_is_gone_is_told_kindly(operator, uid):
    answer = operator.post(reverse("mails-decide"), {"mail": uid}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]


def test_others_are_refused_and_nothing_changes(client):
    mail = _failed()
    _signed_in(client)
    for answer in (client.get(reverse("mails-report")), client.post(reverse("mails-decide"), {"mail": mail.uid})):
        assert answer.status_code in (302, 403)
    mail.refresh_from_db()
    assert mail.state == State.FAILED


def test_the_list_costs_the_same_with_one_and_three_rows(operator, django_assert_num_queries):
    _failed()
    operator.get(reverse("mails-report"))
    with CaptureQueriesContext(connection) as one:
        operator.get(reverse("mails-report"))
    for _ in range(2):
        _failed()
    with django_assert_num_queries(len(one)):
        operator.get(reverse("mails-report"))
