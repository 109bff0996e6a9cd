"""With production's settings: the first administrator gets a link, and nothing starts without its secrets."""

import re
import subprocess
import sys

import psycopg
import pytest

from tests.operations.conftest import PRODUCTION, REPOSITORY, clean_environment, run_command

NEEDED = ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL", "MAIL_FROM", "DATABASE_URL")


def rows(environment, question):
    with psycopg.connect(environment["DATABASE_URL"]) as connection:
        return connection.execute(question).fetchall()


def test_the_first_administrator_gets_a_link_by_mail(production):
    environment, _said = production
    ((to, text, state),) = rows(environment, 'SELECT "to", text, state FROM mail_message')
    assert to == "rui@example.org"
    assert re.search(r"https://academy\.example\.org/\S*account/\S+", text)
    assert state == "waiting"


def test_she_is_the_only_one_and_has_no_password_yet(production):
    environment, _said = production
    ((email, is_superuser, password),) = rows(environment, "SELECT email, is_superuser, password FROM accounts_user")
    assert (email, is_superuser) == ("rui@example.org", True)
    assert password.startswith("!")


def test_the_job_that_sends_the_mail_is_in_the_queue(production):
    environment, _said = production
    assert rows(environment, "SELECT count(*) FROM django_q_ormq")[0][0] >= 1


def test_every_step_was_told_in_one_line(production):
    _environment, said = production
    lines = said.strip().splitlines()
    assert len(lines) >= 5
    assert all(": " in line for line in lines)


def test_the_site_names_itself_as_the_operator_does(production):
    environment, _said = production
    assert rows(environment, "SELECT hostname, port FROM wagtailcore_site WHERE is_default_site") == [("academy.example.org", 443)]


def test_the_demo_is_refused(production):
    environment, _said = production
    answer = run_command(environment, "load_demo")
    assert answer.returncode != 0
    assert len(answer.stderr.strip().splitlines()) == 1


def start(environment):
    code = "import config.wsgi"
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("value", [None, " "])
def test_without_one_of_its_secrets_it_refuses_to_start_in_one_line(tmp_path, name, value):
    environment = clean_environment(tmp_path) | PRODUCTION | {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}
    del environment[name]
    if value:
        environment[name] = value
    answer = start(environment)
    assert answer.returncode == 1
    assert answer.stderr == f"Not started: set {name} in the environment (docs/operate.md says how).\n"


def test_all_that_is_missing_is_named_at_once(tmp_path):
    answer = start(clean_environment(tmp_path) | {"DJANGO_SETTINGS_MODULE": "config.settings.production"})
    assert answer.stderr.count("\n") == 1
    for name in NEEDED:
        assert name in answer.stderr
