"""A mail is sent, through a real server; and what happens when it is not."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from mail.actions import deliver, requeue_due, try_again
from mail.choices import MOST_TRIES, PAUSES, State
from mail.models import Message, Suppression
from mail.queries import is_suppressed, message_id_of
from tests.factories.mail import written

pytestmark = pytest.mark.django_db
STUCK = 120  # twice the time that a job may take


def _sent(server, number=0):
    return message_from_bytes(server.taken[number].content, policy=default)


def _again(mail, now):
    deliver(id=mail.pk, now=now)
    return Message.objects.get(pk=mail.pk)


def test_a_mail_arrives_with_its_words_and_headers(server, settings):
    settings.SITE_URL = "https://academy.example.org"
    mail = written(subject="Lição nº 3 — começa já", text="Olá ✓\n", html="<p>Olá ✓</p>", headers={"In-Reply-To": "<1@example.org>"})
    assert (mail.state, mail.attempts, bool(mail.sent_at)) == (State.SENT, 1, True)
    taken, sent = server.taken[0], _sent(server)
    assert taken.rcpt_tos == ["ana@example.org"]
    assert (sent["Subject"], sent["To"], sent["In-Reply-To"]) == ("Lição nº 3 — começa já", "ana@example.org", "<1@example.org>")
    assert sent["Message-ID"] == f"<{mail.uid}@academy.example.org>"
    assert sent.get_body(("plain",)).get_content().strip() == "Olá ✓"
    assert sent.get_body(("html",)).get_content().strip() == "<p>Olá ✓</p>"


def test_mail_readers_are_told_how_to_stop_it_with_one_click(server, settings):
    settings.SITE_URL = "https://academy.example.org"
    written()
    sent = _sent(server)
    assert sent["List-Unsubscribe"].strip().startswith("<https://academy.example.org/pt/mail/stop/")
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_mail_reader_without_the_web_is_told_where_to_write(server, settings):
    settings.DEFAULT_FROM_EMAIL = "Academy <academy@example.org>"
    written()
    assert _sent(server)["List-Unsubscribe"].split()[-1] == "<mailto:academy@example.org?subject=unsubscribe>"


def test_whoever_writes_a_mail_may_say_which_page_stops_it(server):
    mail = written(stop_url="https://academy.example.org/pt/stop-this/", headers={"X-Thread": "1"})
    sent = _sent(server)
    assert sent["List-Unsubscribe"].startswith("<https://academy.example.org/pt/stop-this/>, <mailto:")
    assert sent["X-Thread"] == "1"
    assert mail.state == State.SENT


def test_a_mail_may_be_given_its_id_beforehand_and_only_once(server, settings):
    settings.SITE_URL = "https://academy.example.org:8443"
    uid = uuid4()
    written(uid=uid)
    assert _sent(server)["Message-ID"] == message_id_of(uid) == f"<{uid}@academy.example.org>"
    with pytest.raises(IntegrityError), transaction.atomic():
        written(uid=uid)


def test_an_essential_mail_cannot_be_stopped(server):
    written(is_essential=True)
    assert _sent(server)["List-Unsubscribe"] is None


def test_a_mail_is_sent_once_however_often_its_job_runs(server, now):
    mail = written()
    for _ in range(3):
        assert deliver(id=mail.pk, now=now) is None
    assert len(server.taken) == 1


def test_a_mail_that_has_gone_is_no_error(now):
    assert deliver(id=10**9, now=now) is None


@pytest.mark.parametrize("answer", ["450 4.2.0 Greylisted, come again", "452 4.2.2 Mailbox full", "421 Too busy"])
def test_a_passing_refusal_waits_and_the_mail_goes_later(server, now, queue, answer):
    server.recipient = answer
    mail = _again(written(), now)
    assert (mail.state, mail.next_attempt_at) == (State.WAITING, now + timedelta(seconds=PAUSES[0]))
    assert answer[:3] in mail.reason
    server.recipient = "250 OK"
    mail = _again(mail, now + timedelta(minutes=1))
    assert (mail.state, mail.reason, mail.attempts) == (State.SENT, "", 2)


def test_without_network_a_mail_waits(silent, now, queue):
    mail = _again(written(), now)
    assert (mail.state, mail.attempts) == (State.WAITING, 1)
    assert "ConnectionRefusedError" in mail.reason


def test_pauses_grow_until_the_mail_has_failed_and_says_why(silent, now, queue):
    mail, waits = written(), []
    while mail.state == State.WAITING:
        mail = _again(mail, now)
        waits += [int((mail.next_attempt_at - now).total_seconds())] if mail.next_attempt_at else []
    assert (waits, mail.state, mail.attempts) == (list(PAUSES), State.FAILED, MOST_TRIES)
    assert mail.reason


def test_an_unknown_recipient_is_final_and_is_not_written_to_again(server, now, queue):
    server.recipient = "550 5.1.1 No such user"
    mail = _again(written(), now)
    assert (mail.state, mail.attempts) == (State.FAILED, 1)
    assert is_suppressed(address="ANA@example.org", kind="anything")
    assert written().state == State.SUPPRESSED


@pytest.mark.parametrize(
    ("where", "answer"), [("recipient", "550 5.7.1 Blocked"), ("recipient", "552 5.2.2 Full"), ("content", "554 5.6.0 Spam")]
)
def test_other_final_refusals_fail_the_mail_and_leave_the_address(server, now, queue, where, answer):
    setattr(server, where, answer)
    mail = _again(written(), now)
    assert mail.state == State.FAILED
    assert answer[4:] in mail.reason
    assert not Suppression.objects.exists()


def test_a_refused_sender_is_a_fault_of_the_set_up_and_passes(server, now, queue):
    server.sender = "550 5.7.1 Sender not allowed"
    assert _again(written(), now).state == State.WAITING


def test_a_failed_mail_is_sent_when_somebody_tries_again(server, now, queue):
    server.content = "554 5.6.0 Spam"
    mail = _again(written(), now)
    server.content = "250 OK"
    assert [try_again(uid=str(mail.uid), now=now), try_again(uid=str(mail.uid), now=now)] == [True, False]
    assert _again(mail, now).state == State.SENT


def _killed(now):
    """Return a mail whose worker died after it took it."""
    mail = written()
    Message.objects.filter(pk=mail.pk).update(state=State.SENDING, claimed_at=now, attempts=1)
    return mail


def test_a_mail_that_a_worker_holds_is_left_to_it(server, now, queue):
    mail = _killed(now)
    assert deliver(id=mail.pk, now=now + timedelta(seconds=STUCK)) is None
    assert server.taken == []


def test_a_mail_that_a_killed_worker_held_goes_again_under_the_same_message_id(server, now, queue):
    mail = _killed(now)
    assert deliver(id=mail.pk, now=now + timedelta(seconds=STUCK + 1)) == State.SENT
    assert _sent(server)["Message-ID"] == mail.message_id


def test_a_slow_worker_does_not_write_over_what_another_is_doing(settings, now, queue):
    settings.MAIL_TRANSPORT = {"backend": "tests.mail.slow_server.SlowServer"}
    mail = written()
    assert deliver(id=mail.pk, now=now) is None
    mail.refresh_from_db()
    assert (mail.state, mail.claimed_at) == (State.SENDING, now + timedelta(hours=1))


def test_a_mail_whose_workers_all_died_fails_in_the_end(now, queue):
    mail = _killed(now)
    Message.objects.filter(pk=mail.pk).update(attempts=MOST_TRIES)
    assert requeue_due(now=now + timedelta(hours=1)) == 0
    mail.refresh_from_db()
    assert (mail.state, mail.reason) == (State.FAILED, "Its worker died while sending it; it may have gone out.")
