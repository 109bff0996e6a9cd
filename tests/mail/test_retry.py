"""The sweep: every mail that should have a job has one."""

from datetime import timedelta

import pytest
from django_q.models import OrmQ

from mail.actions import deliver, requeue_due
from mail.choices import LATE_AFTER, State
from mail.models import Message
from tests.factories.mail import written

pytestmark = pytest.mark.django_db
STUCK = 120  # twice the time that a job may take


@pytest.fixture
def mail(queue):
    """A mail whose first job is lost."""
    mail = written()
    OrmQ.objects.all().delete()
    return mail


def _swept(now):
    return requeue_due(now=now), OrmQ.objects.count()


def test_a_fresh_mail_has_its_job_and_is_left_alone(mail, now):
    assert _swept(now + timedelta(seconds=LATE_AFTER - 1)) == (0, 0)


def test_a_mail_whose_job_is_late_gets_another_once(mail, now):
    late = now + timedelta(seconds=LATE_AFTER)
    assert [_swept(late), _swept(late + timedelta(minutes=1))] == [(1, 1), (0, 1)]


def test_a_mail_whose_pause_is_over_gets_a_job(mail, now, silent):
    deliver(id=mail.pk, now=now)
    assert [_swept(now + timedelta(seconds=59)), _swept(now + timedelta(seconds=60))] == [(0, 0), (1, 1)]


def test_a_mail_that_a_killed_worker_held_gets_a_job_as_soon_as_it_counts_as_stuck(mail, now, deadly):
    with pytest.raises(SystemExit):
        deliver(id=mail.pk, now=now)
    assert _swept(now + timedelta(seconds=STUCK)) == (0, 0)
    assert _swept(now + timedelta(seconds=STUCK + 1)) == (1, 1)
    assert _swept(now + timedelta(seconds=STUCK + 2)) == (0, 1), "the job that was queued is given its time"


@pytest.mark.parametrize("state", [State.SENT, State.KEPT, State.SUPPRESSED, State.FAILED])
def test_a_mail_that_ended_gets_none(mail, now, state):
    Message.objects.update(state=state, sent_at=now, reason="because", next_attempt_at=None)
    assert _swept(now + timedelta(days=9)) == (0, 0)


def test_each_sweep_costs_the_same_while_nothing_is_due(mail, now, django_assert_num_queries):
    with django_assert_num_queries(2):
        requeue_due(now=now)
    for _ in range(2):
        written()
    with django_assert_num_queries(2):
        requeue_due(now=now)
