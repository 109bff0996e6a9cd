"""What every answer carries, and what none may load."""

import json
import logging
import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from pythonjsonlogger.json import JsonFormatter

pytest_plugins = ["tests.factories.cast"]
DESK = ["/admin/", "/admin/pages/", "/admin/images/", "/admin/documents/", "/admin/reports/site-history/", "/admin/account/"]
LOADING = {
    "img": "src",
    "script": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
    "object": "data",
}
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "prefetch"}


def policy(answer):
    """Return the content policy as {directive: values}."""
    rows = (row.split() for row in answer.headers["Content-Security-Policy"].split(";"))
    return {row[0]: row[1:] for row in rows if row}


def loads(html):
    """Return the addresses that a page loads by itself."""
    soup = BeautifulSoup(html, "html.parser")
    found = [tag.get(attribute, "") for name, attribute in LOADING.items() for tag in soup.find_all(name)]
    found += [tag.get("href", "") for tag in soup.find_all("link") if LOADING_LINKS.intersection(tag.get("rel", []))]
    found += [part.split()[0] for tag in soup.find_all(srcset=True) for part in tag["srcset"].split(",") if part.strip()]
    found += re.findall(r"url\(['\"]?([^'\")]+)", html)
    return [address for address in found if address]


@pytest.fixture
def signed_in(admin):
    client = Client()
    client.force_login(admin, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/pt/account/login/", "/en/nothing-here/"])
def test_public_answers_allow_neither_inline_script_nor_style_nor_frames(client, path):
    answer = client.get(path)
    found = policy(answer)
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == found["style-src"] == ["'self'"]
    assert found["frame-ancestors"] == ["'none'"]
    assert found["frame-src"] == ["'self'"]
    assert found["object-src"] == found["base-uri"] == ["'none'"]
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
def test_only_the_editors_desk_may_run_inline_script_and_frame_itself(signed_in):
    answer = signed_in.get("/admin/")
    assert answer.status_code == 200
    assert policy(answer)["script-src"] == ["'self'", "'unsafe-inline'"]
    assert policy(answer)["frame-ancestors"] == ["'self'"]
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.django_db
def test_a_path_that_only_looks_like_the_desk_is_public(client):
    for path in ("/administration/", "/pt/admin/", "/admin"):
        assert "unsafe-inline" not in client.get(path).headers["Content-Security-Policy"], path


@pytest.mark.django_db
@pytest.mark.parametrize("path", DESK)
def test_the_desk_loads_nothing_from_a_stranger(signed_in, path):
    answer = signed_in.get(path)
    assert answer.status_code == 200
    strangers = [address for address in loads(answer.content.decode()) if urlsplit(address).netloc not in {"", "testserver"}]
    assert strangers == []
    assert "gravatar" not in answer.content.decode()
    assert "releases.wagtail" not in answer.content.decode()


@pytest.mark.parametrize("name", ["SESSION_COOKIE", "CSRF_COOKIE"])
def test_cookies_stay_out_of_scripts_and_other_sites_forms(name):
    assert getattr(settings, f"{name}_HTTPONLY") is True
    assert getattr(settings, f"{name}_SAMESITE") == "Lax"


@pytest.mark.django_db
def test_an_answer_to_a_stranger_sets_no_cookie(client):
    assert not client.get("/en/nothing-here/").cookies


def test_every_answer_names_its_request_and_takes_a_sound_name_from_the_proxy(client):
    given = "0123456789abcdef0123456789abcdef"
    assert client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given
    made = client.get("/healthz", headers={"X-Request-ID": 'x" onload=1'}).headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f]{32}", made)
    assert client.get("/healthz").headers["X-Request-ID"] != made


def test_a_log_line_is_one_json_object_with_the_id_of_its_request():
    shape = settings.LOGGING["formatters"]["json"]
    formatter = JsonFormatter(shape["format"], rename_fields=shape["rename_fields"])
    record = logging.LogRecord("content.pages", logging.ERROR, __file__, 1, "two\nlines %s", ("here",), None)
    record.correlation_id = "0123456789abcdef0123456789abcdef"
    line = formatter.format(record)
    assert "\n" not in line
    told = json.loads(line)
    assert {name: told[name] for name in ("level", "logger", "message", "request")} == {
        "level": "ERROR",
        "logger": "content.pages",
        "message": "two\nlines here",
        "request": "0123456789abcdef0123456789abcdef",
    }
    assert told["at"]
