"""The report of jobs."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_q.models import OrmQ

from jobs import actions
from jobs.models import Job
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(client):
    person = PersonFactory(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_job", "change_job"]))
    client.force_login(person)
    return client


def _failed(now, id="one"):
    actions.begin(id=id, path="mail.tasks.deliver", args=[1], kwargs={}, runner="", now=now)
    actions.fail(id=id, reason="Traceback\nValueError: <b>no</b>", is_final=True, now=now)


def test_staff_see_what_failed_and_why(operator, now):
    _failed(now)
    text = operator.get(reverse("jobs-report")).content.decode()
    assert "mail.tasks.deliver" in text
    assert "ValueError: &lt;b&gt;no&lt;/b&gt;" in text


def test_trying_again_queues_the_job(operator, now):
    _failed(now)
    operator.post(reverse("jobs-decide"), {"job": "one", "again": ""})
    assert OrmQ.objects.count() == 1


def test_letting_go_removes_it(operator, now):
    _failed(now)
    operator.post(reverse("jobs-decide"), {"job": "one", "dismiss": ""})
    assert not Job.objects.exists()


@pytest.mark.parametrize("id", ["", "gone", "x" * 5000, "\x00'"])
def test_a_job_that_is_gone_is_told_kindly(operator, id):
    answer = operator.post(reverse("jobs-decide"), {"job": id, "again": ""}, follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["warning"]


def test_editors_without_the_permission_are_refused(client, now):
    person = PersonFactory(is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(person)
    _failed(now)
    for answer in (client.get(reverse("jobs-report")), client.post(reverse("jobs-decide"), {"job": "one"})):
        assert answer.status_code in (302, 403)
    assert Job.objects.failed().count() == 1


def test_nothing_changes_by_get(operator, now):
    _failed(now)
    assert operator.get(reverse("jobs-decide")).status_code == 405


def test_the_list_costs_the_same_with_one_and_three_rows(operator, now, django_assert_num_queries):
    _failed(now)
    operator.get(reverse("jobs-report"))
    with CaptureQueriesContext(connection) as one:
        operator.get(reverse("jobs-report"))
    for id in ("two", "three"):
        _failed(now, id)
    with django_assert_num_queries(len(one)):
        operator.get(reverse("jobs-report"))
