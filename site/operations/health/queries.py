"""Is the site ready: each question answers with a sentence when something is wrong, with an empty text when all is well."""

from datetime import datetime

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from jobs.queries import oldest_ready_age
from operations.release import known_migrations

LATE_AFTER = 600  # seconds


def database_trouble() -> str:
    """Say whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "the database does not answer"
    return ""


def migrations_trouble() -> str:
    """Say whether the database is at the state that this release needs."""
    try:
        missing = known_migrations() - set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError:
        return "the migrations cannot be read"
    return f"{len(missing)} migrations are not applied" if missing else ""


def queue_trouble(now: datetime) -> str:
    """Say whether a job has been due for longer than LATE_AFTER: the worker is dead or far behind."""
    try:
        age = oldest_ready_age(now=now)
    except DatabaseError:
        return "the queue cannot be read"
    return f"a job has been due for {age:.0f} s" if age > LATE_AFTER else ""
