"""A site is backed up while it works and stands again elsewhere."""

import sqlite3
import threading
from contextlib import closing

import pytest
from django.core.management import call_command

from operations.serving.place import Place

ROW = "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (?, ?, '2030-01-01')"
APPLIED = "INSERT INTO django_migrations (app, name, applied) VALUES (?, ?, '2030-01-01')"


@pytest.fixture
def here(town, settings):
    """Return a site with a person, an upload, a secret key and another key."""
    place = town("here", is_laid=True)
    place.add_person("ines@example.org")
    (place.data / "media" / "images").mkdir(parents=True)
    (place.data / "media" / "images" / "mapa.png").write_bytes(b"\x89PNG map")
    (place.data / "keys").mkdir()
    (place.data / "keys" / "issuer.pem").write_text("private")
    settings.SECRET_KEY = "a-key-of-its-own-0123456789"
    return place


@pytest.fixture
def backup(here, tmp_path):
    """Return a backup of `here`."""
    call_command("backup", str(tmp_path / "b.tar.gz"), verbosity=0)
    return tmp_path / "b.tar.gz"


def test_a_backup_tells_what_is_in_it(here, tmp_path, capsys):
    call_command("backup", str(tmp_path / "b.tar.gz"))
    assert capsys.readouterr().out.startswith("Backed up: 4 files, ")


def test_a_site_stands_again_elsewhere_with_people_files_and_keys(backup, town):
    there = town("there")
    call_command("restore", str(backup))
    assert there.people() == ["ines@example.org"]
    assert (there.data / "media" / "images" / "mapa.png").read_bytes() == b"\x89PNG map"
    assert (there.data / "keys" / "issuer.pem").read_text() == "private"
    assert (there.data / "secret_key").read_text() == "a-key-of-its-own-0123456789"
    assert (there.data / "secret_key").stat().st_mode & 0o077 == 0
    assert [path for path in there.data.iterdir() if path.name.startswith(".backup-")] == []


def test_the_site_that_was_backed_up_is_as_it_was(backup, here):
    assert here.people() == ["ines@example.org"]
    assert (here.data / "media" / "images" / "mapa.png").read_bytes() == b"\x89PNG map"
    assert [path for path in here.data.iterdir() if path.name.startswith(".backup-")] == []


def test_what_is_there_is_only_replaced_when_forced_and_after_a_backup_of_it(backup, town, refusal):
    there = town("there", is_laid=True)
    there.add_person("koffi@example.org")
    assert "--force" in refusal("restore", backup)
    assert there.people() == ["koffi@example.org"]
    call_command("restore", str(backup), force=True)
    assert there.people() == ["ines@example.org"]
    (before,) = (there.data / "backups").glob("before-restore-*.tar.gz")
    call_command("restore", str(before), force=True)
    assert there.people() == ["koffi@example.org"]
    assert list((there.data / "media").iterdir()) == []


def test_uploads_alone_are_something_to_lose(backup, town, refusal):
    there = town("there")
    (there.data / "media").mkdir(parents=True)
    (there.data / "media" / "film.webm").write_bytes(b"film")
    assert "--force" in refusal("restore", backup)


def test_a_journal_of_the_old_database_does_not_spoil_the_new_one(backup, town):
    there = town("there", is_laid=True)
    (there.data / "db.sqlite3-wal").write_bytes(b"old pages")
    call_command("restore", str(backup))
    assert there.people() == ["ines@example.org"]


def test_a_damaged_backup_changes_nothing(backup, town, refusal):
    backup.write_bytes(backup.read_bytes()[:-200])
    there = town("there", is_laid=True)
    there.add_person("koffi@example.org")
    assert refusal("restore", backup, force=True).startswith("Not restored: ")
    assert there.people() == ["koffi@example.org"]
    assert not (there.data / "backups").exists()


def spoil(place):
    place.file.write_bytes(place.file.read_bytes()[:8192] + b"\0" * 400_000)


def test_a_site_whose_database_cannot_be_read_is_not_backed_up(here, tmp_path, refusal):
    spoil(here)
    assert refusal("backup", tmp_path / "b.tar.gz").startswith("Not backed up: the database ")
    assert not (tmp_path / "b.tar.gz").exists()


def test_a_database_that_cannot_be_read_is_replaced_when_forced_and_kept_as_it_is(backup, town, refusal):
    there = town("there", is_laid=True)
    spoil(there)
    spoiled = there.file.read_bytes()
    assert "--force" in refusal("restore", backup)
    call_command("restore", str(backup), force=True)
    assert there.people() == ["ines@example.org"]
    (kept,) = (there.data / "backups").iterdir()
    assert kept.read_bytes() == spoiled


def test_a_place_where_the_site_runs_is_not_touched(backup, town, refusal):
    here = town("here")
    running = Place(0)
    running.take()
    said = refusal("restore", backup, force=True)
    running.release()
    assert said.startswith("The site is running already on ")
    assert here.people() == ["ines@example.org"]


@pytest.mark.parametrize("migration", [("accounts", "9999_later"), ("another", "0001_initial")])
def test_a_backup_of_a_newer_release_is_refused(here, town, tmp_path, refusal, migration):
    here.do(APPLIED, *migration)
    call_command("backup", str(tmp_path / "b.tar.gz"), verbosity=0)
    there = town("there")
    assert f"{'.'.join(migration)} is unknown here" in refusal("restore", tmp_path / "b.tar.gz")
    assert there.unlaid()


def test_a_backup_of_an_older_release_is_migrated(here, town, tmp_path):
    here.do("DELETE FROM django_migrations WHERE app = 'sessions'")
    here.do("DROP TABLE django_session")
    call_command("backup", str(tmp_path / "b.tar.gz"), verbosity=0)
    there = town("there")
    call_command("restore", str(tmp_path / "b.tar.gz"))
    assert there.do("SELECT count(*) FROM django_session") == [(0,)]


def test_another_secret_key_in_force_is_told(backup, town, monkeypatch, capsys):
    town("there")
    monkeypatch.setenv("SECRET_KEY", "another-one")
    call_command("restore", str(backup))
    assert "Set SECRET_KEY to what is in DATA_DIR/secret_key" in capsys.readouterr().out


def test_files_that_are_there_or_cannot_be_are_refused(here, tmp_path, refusal):
    (tmp_path / "there").write_text("mine")
    assert "exists already" in refusal("backup", tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"
    assert "there is no folder" in refusal("backup", tmp_path / "none" / "b.tar.gz")
    assert "there is no file" in refusal("restore", tmp_path / "none")


def test_a_backup_made_under_load_holds_whole_transactions_only(here, town, tmp_path):
    """Each transaction writes two rows, far apart: a copy that is no snapshot would hold one without the other."""
    is_over, is_running, written = threading.Event(), threading.Event(), []

    def write():
        with closing(sqlite3.connect(here.file, timeout=20, isolation_level=None)) as own:
            own.execute("PRAGMA journal_mode=WAL")
            while not is_over.is_set():
                number = len(written)
                own.execute("BEGIN IMMEDIATE")
                own.execute(ROW, [f"a{number}", "x" * 3000])
                own.execute(ROW, [f"z{number}", "x" * 3000])
                own.execute("COMMIT")
                written.append(number)
                if number == 200:
                    is_running.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert is_running.wait(60)
    call_command("backup", str(tmp_path / "b.tar.gz"), verbosity=0)
    after = len(written)
    is_over.set()
    writer.join()
    there = town("there")
    call_command("restore", str(tmp_path / "b.tar.gz"))
    keys = {key for (key,) in there.do("SELECT session_key FROM django_session")}
    assert 400 <= len(keys) <= 2 * after + 2
    assert {key[1:] for key in keys if key[0] == "a"} == {key[1:] for key in keys if key[0] == "z"}
