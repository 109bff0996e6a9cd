"""No public page of the demo shows a string that translators cannot reach."""

import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
import unicodedata
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import allauth
import django
import polib
import pytest
from babel import Locale
from babel.dates import get_day_names, get_month_names
from bs4 import BeautifulSoup

from tests.browser.crawl import crawl

REPOSITORY = Path(__file__).resolve().parents[2]
OPEN, CLOSE = "⟦", "⟧"
NAMES = {
    "SSTC Academy",
    "Português",
    "Português (Brasil)",
    "English",
    "Español",
    "Français",
    "PT",
    "EN",
    "ES",
    "FR",
    "PT-BR",
    "zzzz",
    "YouTube",
    "Vimeo",
}
UNITS = re.compile(r"\b(k?B|MB|kB|min|UTC|GMT|pt|br|en|es|fr)\b")


def _pseudo_catalogue(data: Path) -> None:
    """Write a `pt` catalogue in which every message of ours, Django's and allauth's answers in brackets."""
    sources = [REPOSITORY / "locale/pt/LC_MESSAGES/django.po", Path(django.__file__).parent / "conf/locale/pt/LC_MESSAGES/django.po"]
    sources += Path(allauth.__file__).parent.glob("locale/pt_PT/LC_MESSAGES/django.po")
    merged = polib.POFile()
    merged.metadata = {"Content-Type": "text/plain; charset=utf-8", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    known = set()
    for entry in (entry for source in sources for entry in polib.pofile(str(source))):
        if (entry.msgctxt, entry.msgid) in known or entry.obsolete or entry.msgid.startswith("ltr") or "_FORMAT" in entry.msgid:
            continue
        known.add((entry.msgctxt, entry.msgid))
        twin = polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt, flags=entry.flags)
        if entry.msgid_plural:
            twin.msgid_plural = entry.msgid_plural
            twin.msgstr_plural = {0: OPEN + entry.msgid + CLOSE, 1: OPEN + entry.msgid_plural + CLOSE}
        else:
            twin.msgstr = OPEN + entry.msgid + CLOSE
        merged.append(twin)
    target = data / "pseudo/pt/LC_MESSAGES"
    target.mkdir(parents=True, exist_ok=True)
    merged.save_as_mofile(str(target / "django.mo"))


def _plain(text: str) -> str:
    """Return a text without marks, spaces folded, for comparing."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\xad", "").replace("\xa0", " ").replace("\u202f", " ")).split())


def _corpus(data: Path) -> str:
    """Return everything that editors and people wrote, as the database has it."""
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, dict):
            for part in value.values():
                gather(part)
        elif isinstance(value, list):
            for part in value:
                gather(part)
        elif isinstance(value, str):
            texts.append(_plain(BeautifulSoup(value, "html.parser").get_text(" ")) if "<" in value else _plain(value))

    with sqlite3.connect(f"file:{data / 'db.sqlite3'}?mode=ro", uri=True) as connection:
        query = "SELECT name FROM sqlite_master WHERE type = 'table'"
        names = [row[0] for row in connection.execute(query)]
        tables = [name for name in names if name.startswith(("content_", "courses_", "forums_")) or name == "wagtailcore_page"]
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, str):
                        gather(json.loads(value) if value[:1] in ("[", "{") else value)
        gather([name for (name,) in connection.execute("SELECT name FROM accounts_user")])
    texts += [*Locale("pt_PT").territories.values(), *get_month_names("abbreviated", locale="pt_PT").values()]
    return "\n".join(texts)


@pytest.fixture(scope="module")
def pseudo(site):
    """Serve the same database by a second web process whose catalogue is the pseudo-language."""
    if "DATABASE_URL" in site.environment:
        pytest.skip("the words are the same on every database: walked on SQLite")
    _pseudo_catalogue(site.data)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**site.environment, "DJANGO_SETTINGS_MODULE": "tests.browser.pseudo_settings", "SITE_URL": f"http://127.0.0.1:{port}"}
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "config.wsgi:application",
    ]
    process = subprocess.Popen(command, cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    for _attempt in range(300):
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=2)
            break
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(15)


def _leftover(text: str, corpus: str) -> str:
    """Return what of a text is neither in brackets, nor content, nor a name, a unit, a number or a sign."""
    text = _plain(text)
    inner = text
    while OPEN in inner:
        inner, before = re.sub(rf"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", " ", inner), inner
        if inner == before:
            break
    for name in sorted(NAMES, key=len, reverse=True):
        inner = inner.replace(name, " ")
    for names in (get_month_names("wide", locale="pt"), get_day_names("wide", locale="pt")):
        for name in names.values():
            inner = re.sub(name, " ", inner, flags=re.IGNORECASE)
    for code in ("pt", "en", "es", "fr"):
        inner = re.sub(rf"\b{Locale('pt').languages[code]}\b", " ", inner, flags=re.IGNORECASE)
    pieces = [piece.strip(" .,:;·/()[]«»“”\"'–—-%≈+#") for piece in re.split(r"\s{2,}|[·|,]|\. ", UNITS.sub(" ", inner))]
    return " | ".join(piece for piece in pieces if re.search(r"[^\W\d_]", piece) and piece not in corpus)


def _texts(soup: BeautifulSoup) -> set[str]:
    """Return the texts that a reader sees or hears on a page."""
    for tag in soup(["script", "style", "template"]):
        tag.decompose()
    for tag in soup.select("section[aria-labelledby=found] .entry p.small"):
        tag.decompose()  # excerpts are content, cut
    for tag in soup(["mark", "b", "bdi", "strong", "em", "i"]):
        tag.unwrap()  # a message may have one of these inside it
    for tag in soup("a"):
        before = "".join(part for part in tag.previous_siblings if isinstance(part, str))
        if before.count(OPEN) > before.count(CLOSE):
            tag.unwrap()
    soup.smooth()
    spoken = {tag[name] for tag in soup.find_all(True) for name in ("alt", "aria-label", "placeholder", "title") if tag.get(name)}
    options = {option.get_text() for select in soup.find_all("select") for option in select.find_all("option")}
    for select in soup.find_all("select"):
        select.decompose()
    return spoken | set(soup.stripped_strings) | {o for o in options if len(options) < 40}


def test_no_public_page_has_a_bare_string(site, pseudo):
    corpus = _corpus(site.data)
    bare: dict[str, set[str]] = {}
    pages = 0
    for url, answer in crawl(
        pseudo, ["/pt/", "/pt/search/?q=trabalho", "/pt/search/?q=zzzz", "/pt/account/login/", "/pt/account/signup/"]
    ).items():
        if answer.soup is None or not urlsplit(url).path.startswith("/pt/"):
            continue
        pages += 1
        assert OPEN in answer.text, url
        for text in _texts(answer.soup):
            if left := _leftover(text, corpus):
                bare.setdefault(left, set()).add(url.removeprefix(pseudo))
    print(f"pseudo-language: {pages} pages walked")
    assert pages > 30
    assert {text: sorted(urls)[:2] for text, urls in bare.items()} == {}
