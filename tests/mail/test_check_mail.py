"""`manage.py check_mail`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def _said(**options):
    out = StringIO()
    call_command("check_mail", stdout=out, **options)
    return out.getvalue()


def test_without_a_server_it_says_that_mails_are_kept():
    assert "No EMAIL_URL" in _said()
    assert "ana@example.org: kept" in _said(to="ana@example.org")


def test_a_server_that_answers_gets_a_test_mail(server):
    assert "The mail server answers." in _said()
    assert "ana@example.org: sent" in _said(to="ana@example.org", language="fr")
    assert [envelope.rcpt_tos for envelope in server.taken] == [["ana@example.org"]]


def test_a_server_that_does_not_answer_is_a_refusal_of_one_line(silent):
    with pytest.raises(CommandError, match=r"The mail server refuses: ConnectionRefusedError.*") as refusal:
        _said()
    assert "\n" not in str(refusal.value)


def test_a_refused_test_mail_says_why(server):
    server.content = "554 5.6.0 Spam"
    with pytest.raises(CommandError, match="Spam"):
        _said(to="ana@example.org")


def test_what_is_no_address_is_refused():
    with pytest.raises(CommandError, match="Not an address"):
        _said(to="ana")
