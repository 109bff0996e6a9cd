"""Places for sites, all in this process: the database file, the uploads and the keys of one are those of the settings."""

import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

PERSON = (
    "INSERT INTO accounts_user (password, is_superuser, uid, email, name, printed_name, language, country, institution, time_zone,"
    " is_staff, is_active, date_joined) VALUES ('', 0, ?, ?, '', '', 'pt', '', '', 'UTC', 0, 1, '2026-11-21')"
)


@dataclass
class Town:
    """A place where a site stands or could stand."""

    data: Path

    @property
    def file(self):
        return self.data / "db.sqlite3"

    def do(self, statement, *values):
        with closing(sqlite3.connect(self.file)) as there, there:
            return there.execute(statement, values).fetchall()

    def add_person(self, address):
        self.do(PERSON, uuid.uuid4().hex, address)

    def people(self):
        return [address for (address,) in self.do("SELECT email FROM accounts_user ORDER BY email")]

    def unlaid(self):
        """Say whether nothing was put here."""
        return not self.file.exists() and not (self.data / "media").exists()


@pytest.fixture
def town(tmp_path, settings, monkeypatch, lay, django_db_setup, django_db_blocker):
    """Return a function that makes a place the one that commands work on, and returns it; the tests' own database comes back."""
    original = connection.settings_dict["NAME"]
    connection.close()

    def go(name, *, is_laid=False):
        place = Town(tmp_path / name)
        connection.close()
        connection.settings_dict["NAME"] = str(place.file)
        settings.DATA_DIR, settings.MEDIA_ROOT = place.data, str(place.data / "media")
        monkeypatch.setenv("DATA_DIR", str(place.data))
        monkeypatch.delenv("SECRET_KEY", raising=False)
        if is_laid and not place.file.exists():
            lay({"DATA_DIR": str(place.data)})
        return place

    with django_db_blocker.unblock():
        yield go
        connection.close()
    connection.settings_dict["NAME"] = original


@pytest.fixture
def refusal():
    """Return a function that runs a command which must be refused, and returns its one line."""

    def run(*arguments, **options):
        with pytest.raises(CommandError) as refused:
            call_command(*map(str, arguments), **options)
        assert "\n" not in str(refused.value)
        return str(refused.value)

    return run
