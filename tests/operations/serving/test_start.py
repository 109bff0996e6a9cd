"""`serve` refuses with one line, finds its place, and tells what an operator needs."""

import socket
from pathlib import Path

import pytest

from operations.serving import preparing
from operations.serving.place import Place, PlaceTaken, environment_for
from operations.serving.start import is_free
from operations.serving.welcome import Watch, is_ready, welcome


@pytest.fixture
def listener():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    for name in ("DATABASE_URL", "SITE_URL", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.delenv(name, raising=False)
    return Place(8000)


def test_a_taken_port_is_refused_with_one_line_that_names_another(manage, environment, listener):
    answer = manage(environment, "serve", "--port", listener)
    assert answer.returncode == 1
    assert answer.stderr == f"Port {listener} is taken. Choose another one: make serve PORT={listener + 1}\n"
    assert answer.stdout == ""


def test_a_place_that_another_supervisor_has_is_refused_with_one_line(manage, environment, monkeypatch):
    monkeypatch.setenv("DATA_DIR", environment["DATA_DIR"])
    held = Place(0)
    held.take()
    answer = manage(environment, "serve", "--port", 8149)
    held.release()
    assert answer.returncode == 1
    assert answer.stderr.startswith("The site is running already on ")
    assert answer.stderr.count("\n") == 1


def test_a_place_is_free_again_once_released(place):
    place.take()
    with pytest.raises(PlaceTaken):
        Place(8000).take()
    place.release()
    other = Place(8000)
    other.take()
    other.release()


def test_a_word_that_serve_does_not_know_is_refused(manage, environment):
    answer = manage(environment, "serve", "--prot", "8149")
    assert answer.returncode == 2
    assert "unrecognized arguments" in answer.stderr


def test_free_and_taken_ports_are_told_apart(listener):
    assert not is_free("127.0.0.1", listener)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    assert is_free("127.0.0.1", free)


def test_processes_are_given_an_address_that_fits_the_port(place):
    assert environment_for(8123)["SITE_URL"] == "http://127.0.0.1:8123"
    assert environment_for(8123)["DJANGO_SETTINGS_MODULE"] == "config.settings.development"


def test_what_the_operator_says_goes_before_it(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://academy.example.org")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.production")
    assert environment_for(8123)["SITE_URL"] == "https://academy.example.org"
    assert environment_for(8123)["DJANGO_SETTINGS_MODULE"] == "config.settings.production"


def test_both_tasks_are_due_in_a_new_place(place):
    assert [stamp.is_fresh for _, _, stamp in preparing.tasks(place)] == [False, False]


def test_nothing_is_due_once_it_was_done(place):
    Path(place.data / "db.sqlite3").touch()
    for _, _, stamp in preparing.tasks(place):
        stamp.keep()
    assert [stamp.is_fresh for _, _, stamp in preparing.tasks(place)] == [True, True]


def test_the_database_is_due_again_when_its_file_is_another_one(place):
    (place.data / "db.sqlite3").touch()
    (place.data / "other").touch()
    for _, _, stamp in preparing.tasks(place):
        stamp.keep()
    (place.data / "other").replace(place.data / "db.sqlite3")
    assert [stamp.is_fresh for _, _, stamp in preparing.tasks(place)] == [False, True]


def test_a_database_that_a_server_keeps_is_always_looked_at(place):
    place.environment["DATABASE_URL"] = "postgres://somebody@127.0.0.1/academy"
    for _, _, stamp in preparing.tasks(place):
        stamp.keep()
    assert [stamp.is_fresh for _, _, stamp in preparing.tasks(place)] == [False, True]


def test_the_welcome_names_address_mails_and_demo_accounts(place):
    words = welcome(place.environment, 8000)
    for wanted in ("http://127.0.0.1:8000/", "/dev/mail/", "learner", "partner", "demo-demo-demo", "/admin/"):
        assert wanted in words


def test_in_production_the_welcome_tells_no_demo(place):
    words = welcome({**place.environment, "DJANGO_SETTINGS_MODULE": "config.settings.production"}, 8000)
    assert "demo" not in words
    assert "/dev/mail/" not in words


def test_the_site_is_announced_once(place):
    answers, said = iter([False, True, True]), []
    watch = Watch(lambda: next(answers), lambda: said.append("ready"), every=0)
    for _ in range(4):
        watch.look()
    assert said == ["ready"]


def test_a_site_that_does_not_become_ready_is_told_about_once(capsys):
    watch = Watch(lambda: False, lambda: None, every=0, late=0)
    watch.look()
    watch.look()
    assert capsys.readouterr().out.count("has not become ready") == 1


def test_nobody_listening_is_not_ready():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert not is_ready("127.0.0.1", port, "http://127.0.0.1")
