"""A whole site moves while it works: backed up under load, restored elsewhere, walked again: the same. Run by `make prove`."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import pytest

from tests.browser.crawl import LANGUAGES, crawl
from tests.operations.conftest import REPOSITORY, clean_environment, run_command

STARTS = [f"/{language}/" for language in LANGUAGES]
ROW = "INSERT INTO django_session (session_key, session_data, expire_date) VALUES (?, ?, '2030-01-01')"
pytestmark = pytest.mark.prove


@contextmanager
def serving(data):
    """Run `manage.py serve` on a data folder; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=REPOSITORY, env=clean_environment(data), stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        until = time.monotonic() + 400
        while not is_ready(port) or jobs_in(data):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(40)


def jobs_in(data):
    """Return how many jobs are not done: what they make (search, references) is part of what readers find."""
    with closing(sqlite3.connect(data / "db.sqlite3", timeout=20)) as connection:
        return connection.execute("SELECT count(*) FROM django_q_ormq").fetchone()[0]


def is_ready(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def walked(url):
    """Return what a stranger reads on every page: {path: (status, words)}."""
    answers = crawl(url, STARTS)
    return {
        urlsplit(address)._replace(scheme="", netloc="").geturl(): (
            answer.status,
            " ".join(answer.soup.main.get_text(" ").split()) if answer.soup and answer.soup.main else "",
        )
        for address, answer in answers.items()
        if not urlsplit(address).query
    }


class Load:
    """Readers, a writer of pairs of rows, and somebody who uploads and deletes, until told to stop."""

    def __init__(self, url, data):
        self.url, self.data = url, data
        self.is_over = threading.Event()
        self.reads = self.pairs = self.uploads = 0
        self.threads = [threading.Thread(target=work) for work in (self.read, self.read, self.write, self.upload)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        for thread in self.threads:
            thread.join()

    def read(self):
        while not self.is_over.is_set():
            with urllib.request.urlopen(f"{self.url}/{LANGUAGES[self.reads % 5]}/courses/", timeout=60) as answer:
                answer.read()
            self.reads += 1

    def write(self):
        with closing(sqlite3.connect(self.data / "db.sqlite3", timeout=20, isolation_level=None)) as own:
            while not self.is_over.is_set():
                own.execute("BEGIN IMMEDIATE")
                own.execute(ROW, [f"a{self.pairs}", "x" * 2000])
                own.execute(ROW, [f"z{self.pairs}", "x" * 2000])
                own.execute("COMMIT")
                self.pairs += 1
                time.sleep(0.002)  # writers pause, or readers of the site would wait for ever

    def upload(self):
        folder = self.data / "media" / "load"
        folder.mkdir(parents=True, exist_ok=True)
        while not self.is_over.is_set():
            (folder / f"{self.uploads}.bin").write_bytes(os.urandom(200_000))
            (folder / f"{self.uploads - 20}.bin").unlink(missing_ok=True)
            self.uploads += 1
            time.sleep(0.01)


def pairs_of(file):
    with closing(sqlite3.connect(file)) as connection:
        keys = {key for (key,) in connection.execute("SELECT session_key FROM django_session WHERE length(session_data) = 2000")}
    return {key[1:] for key in keys if key[0] == "a"}, {key[1:] for key in keys if key[0] == "z"}


def test_a_site_backed_up_under_load_reads_the_same_elsewhere(tmp_path):
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "moved.tar.gz"
    with serving(here) as url:
        before = walked(url)
        with Load(url, here) as load:
            while load.pairs < 200 or load.reads < 5:
                time.sleep(0.1)
            began = time.monotonic()
            made = run_command(clean_environment(here), "backup", file)
            took = time.monotonic() - began
    assert made.returncode == 0, made.stderr

    restored = run_command(clean_environment(there), "restore", file)
    assert restored.returncode == 0, restored.stderr
    left, right = pairs_of(there / "db.sqlite3")
    assert left == right
    assert len(left) >= 200
    with serving(there) as url:
        after = walked(url)
    size = file.stat().st_size / 1e6
    print(f"\n{len(before)} pages; backup in {took:.1f} s, {size:.1f} MB, beside {load.reads} reads and {load.pairs} writes")
    assert len(before) > 100
    assert {path: status for path, (status, _words) in after.items()} == {path: status for path, (status, _words) in before.items()}
    assert [path for path in before if after[path] != before[path]] == []
    shutil.rmtree(here)
