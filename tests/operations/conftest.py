"""A place of one's own for what runs as a process: an environment, commands, a database that was migrated once."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.browser.presence import postgres
from tests.databases import beside, copied_database, copied_file

REPOSITORY = Path(__file__).resolve().parents[2]
DROPPED = {"DATABASE_URL", "CACHE_URL", "DJANGO_SETTINGS_MODULE", "SITE_URL", "SECRET_KEY", "ADMIN_EMAIL", "PYTEST_XDIST_WORKER"}


PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "only-for-tests-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH",
    "ALLOWED_HOSTS": "academy.example.org",
    "SITE_URL": "https://academy.example.org",
    "EMAIL_URL": "smtp://127.0.0.1:1",
    "MAIL_FROM": "academy@example.org",
}


def clean_environment(data):
    """Return the environment of a site of its own: nothing of this machine's site, data in the folder `data`."""
    clean = {name: value for name, value in os.environ.items() if name not in DROPPED}
    return clean | {"DATA_DIR": str(data), "PYTHONPATH": f"{REPOSITORY / 'site'}{os.pathsep}{REPOSITORY}"}


def run_command(environment, *arguments, seconds=300):
    """Run a management command in an environment; returns what it said and its code."""
    command = [sys.executable, str(REPOSITORY / "manage.py"), *map(str, arguments)]
    return subprocess.run(command, env=environment, cwd=REPOSITORY, capture_output=True, text=True, timeout=seconds, check=False)


@pytest.fixture
def environment(tmp_path):
    """Return the environment of a site with data below `tmp_path`."""
    return clean_environment(tmp_path / "data")


@pytest.fixture
def manage():
    """Return the function that runs a management command."""
    return run_command


@pytest.fixture
def lay():
    """Return a function that lays a migrated database into the DATA_DIR of an environment."""
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own: the suite runs on PostgreSQL now")

    def run(environment):
        target = Path(environment["DATA_DIR"]) / "db.sqlite3"
        copied_file(target)
        return target

    return run


@pytest.fixture(scope="session")
def empty_database():
    """Return a function that makes an empty (or a migrated) PostgreSQL database and returns its address; all are dropped afterwards."""
    server = postgres()
    if not server:
        pytest.skip("no PostgreSQL server was found (POSTGRES_URL)")
    made = []

    def run(name, *, is_migrated=False):
        made.append(full := f"operations_{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
        if is_migrated:
            return copied_database(server, full)
        _drop_and(server, full, create=True)
        return beside(server, full)

    yield run
    for full in made:
        _drop_and(server, full)


@pytest.fixture(scope="session")
def production(empty_database, tmp_path_factory):
    """Return the environment of a site that was set up on an empty PostgreSQL with production's settings, and what setup said."""
    environment = (
        clean_environment(tmp_path_factory.mktemp("production"))
        | PRODUCTION
        | {"DATABASE_URL": empty_database("production", is_migrated=True)}
    )
    answer = run_command(environment, "setup", "--admin-email", "rui@example.org")
    assert answer.returncode == 0, answer.stderr
    return environment, answer.stdout


def _drop_and(server, name, *, create=False):
    with psycopg.connect(server, autocommit=True) as connected:
        connected.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        if create:
            connected.execute(f'CREATE DATABASE "{name}"')
