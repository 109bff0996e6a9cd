"""A real site for a real browser: `manage.py serve` on a port of its own with the demo, its worker and its hashed files, once a run."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.letterbox import Letterbox
from tests.browser.presence import chromium
from tests.databases import copied_database, copied_file

REPOSITORY = Path(__file__).resolve().parents[2]
START_SECONDS = 240

# A page that waits for its answer is not wrong because the machine is busy.
expect.set_options(timeout=30_000)


@dataclass
class Site:
    """A running site: where it answers and where its files are."""

    url: str
    data: Path
    environment: dict[str, str] = field(repr=False)
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it, also again after a kill: at the same address, on the same files."""
        log = self.data / "serve.log"
        command = [sys.executable, "manage.py", "serve", "--port", self.url.rpartition(":")[2]]
        with log.open("ab") as sink:
            self.process = subprocess.Popen(command, cwd=REPOSITORY, env=self.environment, stdout=sink, stderr=sink, start_new_session=True)
        _wait(self.url, self.process, log)

    def kill(self) -> None:
        """End all of it at once, without a warning."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        """Ask it to end; after a while, end it."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.kill()


def _free_port() -> int:
    """Return a port on loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return once the site answers ready; fail with the end of its log when it dies or takes too long."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.3)
    pytest.fail(f"The site did not start:\n{log.read_text()[-3000:]}")


def serve(data: Path, name: str = "browser", **more: str) -> Iterator[Site]:
    """Run `manage.py serve` on its own data folder until the caller is done, then end its whole group."""
    port = _free_port()
    environment = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "PYTEST_XDIST_WORKER"}}
    environment |= {"DATA_DIR": str(data), "SITE_URL": f"http://127.0.0.1:{port}", "PYTHONPATH": "site:.", **more}
    if os.environ.get("DATABASE_URL"):
        environment["DATABASE_URL"] = copied_database(os.environ["DATABASE_URL"], f"{name}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}")
    else:
        copied_file(data / "db.sqlite3")
    running = Site(f"http://127.0.0.1:{port}", data, environment)
    try:
        running.start()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the demo for the whole run; tests that change it make people and pages of their own."""
    yield from serve(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def letterbox() -> Iterator[Letterbox]:
    """Run a mail server."""
    with Letterbox() as box:
        yield box


@pytest.fixture(scope="session")
def mailing_site(letterbox: Letterbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve a second site that sends to the letterbox: for tests that write in forums, which others crawl."""
    yield from serve(tmp_path_factory.mktemp("mailing"), name="mailing", EMAIL_URL=f"smtp://127.0.0.1:{letterbox.port}")


@pytest.fixture(scope="session")
def chrome(django_db_setup: None) -> Iterator[Browser]:
    """Start Debian's Chromium once a run.

    With its loop in this thread Django opens another connection here; it takes along what transactional tests put back.
    """
    if not chromium():
        pytest.skip("no Chromium on this machine: the browser tests were left out")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's loop stays in this thread; the database is used beside it, not in it
    contents = getattr(connection, "_test_serialized_contents", "[]")
    with sync_playwright() as play:
        connection._test_serialized_contents = contents  # type: ignore[attr-defined]
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        browser = play.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def reader(chrome: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """Return a maker of pages: `reader(width=360, script=False, dark=True, language="pt-PT")`; each has a context of its own."""
    contexts: list[BrowserContext] = []

    def make(*, width: int = 360, script: bool = False, dark: bool = False, language: str = "pt-PT") -> Page:
        context = chrome.new_context(
            base_url=site.url,
            viewport={"width": width, "height": 740},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            locale=language,
            reduced_motion="reduce",
            bypass_csp=False,
        )
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that need Chromium."""
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _shots() -> Iterator[None]:
    """Keep the pictures of the last run only."""
    shutil.rmtree(REPOSITORY / "var" / "shots", ignore_errors=True)
    (REPOSITORY / "var" / "shots").mkdir(parents=True)
    return
