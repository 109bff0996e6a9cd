"""`setup` and `migrate` as an operator runs them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.migrations.recorder import MigrationRecorder


@pytest.mark.django_db
def test_setup_is_refused_with_one_line_where_migrations_are_missing():
    MigrationRecorder.Migration.objects.filter(app="accounts").first().delete()
    with pytest.raises(CommandError) as refusal:
        call_command("setup")
    assert "Run `manage.py migrate` first." in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.django_db
def test_setup_is_refused_with_one_line_for_what_is_no_address():
    with pytest.raises(CommandError, match=r"^Not set up: rui is not an e-mail address\.$"):
        call_command("setup", admin_email="rui")


def test_without_a_database_setup_says_so_in_one_line(manage, environment):
    answer = manage(environment | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}, "setup")
    assert answer.returncode == 1
    assert answer.stderr.strip().splitlines()[-1].startswith("CommandError: Not set up: the database does not answer")


def _undo_one(file):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        connection.execute("DROP TABLE django_session")


def test_a_copy_is_kept_before_a_migrate_that_has_something_to_do(manage, environment, lay):
    file = lay(environment)
    _undo_one(file)
    answer = manage(environment, "migrate")
    assert answer.returncode == 0, answer.stderr
    (copy,) = (Path(environment["DATA_DIR"]) / "backups").glob("before-migrate-*.sqlite3")
    assert f"The database as it was: {copy}" in answer.stdout
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "accounts_user" in tables
    assert "django_session" not in tables


def test_no_copy_is_made_when_there_is_nothing_to_do(manage, environment, lay):
    lay(environment)
    assert manage(environment, "migrate").returncode == 0
    assert not (Path(environment["DATA_DIR"]) / "backups").exists()
