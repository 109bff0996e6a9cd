"""The same on PostgreSQL, without its client programs: rows through the driver, one snapshot."""

from pathlib import Path

import psycopg

from tests.operations.conftest import run_command

PERSON = (
    "INSERT INTO accounts_user (password, is_superuser, uid, email, name, printed_name, language, country, institution, time_zone,"
    " is_staff, is_active, date_joined) VALUES ('', false, gen_random_uuid(), %s, %s, '', 'pt', '', '', 'UTC', false, true, now())"
)
TRAP = 'Inês\t\\N "Mutombo"\r\nLourenço 中'  # a name that a careless copy would break


def add_person(environment, address, name=""):
    with psycopg.connect(environment["DATABASE_URL"]) as connection:
        connection.execute(PERSON, [address, name])


def people(environment):
    with psycopg.connect(environment["DATABASE_URL"]) as connection:
        return [tuple(row) for row in connection.execute("SELECT email, name FROM accounts_user ORDER BY id")]


def done(answer):
    """Return what a command said; it must have worked."""
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_a_site_stands_again_in_another_database_and_goes_on(production, empty_database, tmp_path):
    here, _said = production
    there = here | {"DATABASE_URL": empty_database("there"), "DATA_DIR": str(tmp_path / "there")}
    add_person(here, "ines@example.org", TRAP)
    done(run_command(here, "backup", tmp_path / "b.tar.gz"))

    done(run_command(there, "restore", tmp_path / "b.tar.gz"))
    assert people(there) == people(here)
    assert ("ines@example.org", TRAP) in people(there)
    add_person(there, "koffi@example.org")  # the sequences went on too

    refused = run_command(there, "restore", tmp_path / "b.tar.gz")
    assert refused.returncode == 1
    assert "--force" in refused.stderr
    assert len(people(there)) == len(people(here)) + 1
    done(run_command(there, "restore", tmp_path / "b.tar.gz", "--force"))
    assert people(there) == people(here)
    assert len(list((Path(there["DATA_DIR"]) / "backups").glob("before-restore-*.tar.gz"))) == 1

    on_sqlite = {name: value for name, value in here.items() if name not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}}
    crossed = run_command(on_sqlite | {"DATA_DIR": str(tmp_path / "third")}, "restore", tmp_path / "b.tar.gz")
    assert crossed.stderr.strip() == "CommandError: Not restored: the backup is of postgresql, this site runs on sqlite."
    with psycopg.connect(here["DATABASE_URL"]) as connection:
        connection.execute("DELETE FROM accounts_user WHERE email = 'ines@example.org'")
