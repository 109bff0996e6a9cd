"""/healthz and /readyz tell machines how the site is."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django_q.models import OrmQ

from operations.health.queries import LATE_AFTER, known_migrations

NO_LANGUAGE = {"HTTP_ACCEPT_LANGUAGE": "fr"}


def queue(seconds):
    """Put a job into the queue that has been due for so many seconds (less than 0: will be)."""
    OrmQ.objects.create(key="academy", payload="x", lock=timezone.now() - timedelta(seconds=seconds))


def refuse(execute, sql, params, many, context):
    raise DatabaseError("gone")


def test_alive_asks_nothing_of_the_database(client):
    answer = client.get("/healthz", **NO_LANGUAGE)
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_no_answer_is_kept_by_a_cache_or_sets_a_cookie(client, path):
    answer = client.get(path)
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
def test_ready_when_database_migrations_and_queue_are_well(client, django_assert_num_queries):
    client.get("/readyz")
    with django_assert_num_queries(4):
        answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"database": "ok", "migrations": "ok", "queue": "ok"}


@pytest.mark.django_db
def test_a_job_that_waits_a_while_is_no_trouble(client):
    queue(LATE_AFTER - 30)
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_a_job_that_a_worker_holds_is_no_trouble(client):
    queue(-60)
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_a_job_due_for_too_long_means_not_ready(client):
    queue(LATE_AFTER + 60)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["queue"].startswith("a job has been due for ")
    assert answer.json()["database"] == "ok"


@pytest.mark.django_db
def test_a_migration_not_applied_means_not_ready(client):
    MigrationRecorder.Migration.objects.filter(app="accounts").order_by("name").first().delete()
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["migrations"] == "1 migrations are not applied"


@pytest.mark.django_db
def test_a_database_that_does_not_answer_means_not_ready_and_not_an_error(client):
    with connection.execute_wrapper(refuse):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"database": "the database does not answer"}


@pytest.mark.django_db
def test_every_known_migration_is_applied_after_migrate():
    assert known_migrations() <= set(MigrationRecorder(connection).applied_migrations())
    assert ("accounts", "0001_initial") in known_migrations()
    assert {app for app, _name in known_migrations()} >= {"wagtailcore", "auth", "django_q", "content", "courses"}
