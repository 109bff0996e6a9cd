"""The jobs, the sweep and the command: thin, and safe to run again."""

from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from wagtail import hooks

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award, Credential
from certificates.issuing import tasks
from certificates.issuing.actions import award_completion, refuse_all
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of
from tests.factories.learning import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(queue):
    """Do every job, and those that jobs queue, as the worker does."""

    def _work():
        while queue():
            pass

    return _work


def test_from_the_completed_course_to_the_mail_by_the_worker_alone(template, completion, worker, subjects):
    award_completion(completion=completion, now=NOW - timedelta(days=400))
    swept = {name: act for fn in hooks.get_hooks("sweeps") for name, act in fn()}
    swept["names of certificates"](NOW)
    swept["certificates due"](NOW)
    worker()
    assert Award.objects.get().state == Stage.ISSUED
    assert subjects() == ["Is this your name? Your certificate: Inspection", "Your certificate: Inspection"]
    assert set(Message.objects.values_list("state", flat=True)) == {"kept"}


def test_jobs_of_what_has_gone_do_nothing(template, edition):
    tasks.make_certificate.call(10**9)
    tasks.issue_rest.call(str(uuid4()))
    tasks.refuse_rest.call(str(uuid4()), None, "Because.", NOW.isoformat())
    tasks.refuse_rest.call(str(edition.uid), 10**9, "Because.", NOW.isoformat())
    assert not Credential.objects.exists()


def test_a_whole_edition_is_refused_by_the_worker(template, edition, facilitator, worker, subjects):
    for _ in range(3):
        award_of(PersonFactory(), edition, state=Stage.WAITING, made_at=NOW)
    refuse_all(edition=edition, by=facilitator, reason="A rehearsal.", now=NOW)
    worker()
    assert (Award.objects.filter(state=Stage.REFUSED).count(), len(subjects())) == (3, 3)
    assert {row.by for row in edition.staff_acts.all()} == {facilitator}


def run(edition, *words):
    out = StringIO()
    call_command("issue_certificates", "--edition", str(getattr(edition, "uid", edition)), *words, stdout=out)
    return out.getvalue()


def test_the_command_issues_to_who_completed_and_to_nobody_else(template, completion, edition, worker):
    held = award_of(PersonFactory(), edition, state=Stage.HELD)
    assert "Queued: 1." in run(edition)
    worker()
    assert Credential.objects.get().person == completion.enrolment.person
    held.refresh_from_db()
    assert held.state == Stage.HELD
    assert "Queued: 0." in run(edition)


def test_the_command_can_be_tried_dry(template, completion, edition):
    award_of(PersonFactory(), edition, state=Stage.WAITING)
    said = run(edition, "--dry-run")
    assert "1 completed and not awarded yet" in said
    assert "waiting: 1" in said
    assert "Would be queued: 2." in said
    assert Award.objects.get().state == Stage.WAITING
    assert not edition.staff_acts.exists()


@pytest.mark.parametrize("word", ["nonsense", "4b4b6c5e-0000-4000-8000-000000000000"])
def test_the_command_refuses_an_edition_that_there_is_not(template, word):
    with pytest.raises(CommandError, match="there is no such edition"):
        run(word)


def test_the_command_refuses_a_course_without_a_template(issuer, completion, edition):
    with pytest.raises(CommandError, match="no template"):
        run(edition)
