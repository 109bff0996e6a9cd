import json
import re
from base64 import b64encode
from datetime import date
from hashlib import sha256

from django.conf import settings

from certificates.proofs.judging import judge
from certificates.proofs.keys import from_file
from certificates.proofs.offline import building
from certificates.proofs.offline.building import SCRIPTS, page
from certificates.proofs.offline.words import WORDS, words
from tests.certificates.proofs.papers import KID, NAMES, SITE, code, jwk


def built(issuer="SSTC Academy", **more):
    return page(keys=[jwk() | more], sites=[SITE], issuer=issuer, made_on=date(2026, 11, 22))


def inner(tag, html):
    return re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]


def test_the_file_allows_itself_its_own_script_and_style_and_no_network():
    html = built()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        digest = b64encode(sha256(inner(tag, html).encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_the_file_names_no_other_file():
    html = built()
    loaded = re.findall(r'<(?:script|img|iframe|link)\b[^>]*?(?:src|href)="([^"]*)"', html)
    assert loaded == ["data:,"]
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest|WebSocket|sendBeacon", html)


def test_the_command_reads_the_keys_out_of_the_file():
    found = from_file(built())
    assert set(found.keys) == {KID}
    assert judge(code(name=NAMES[0]), found).is_genuine
    assert not judge(code(site="https://elsewhere.example"), found).is_genuine


def test_what_editors_write_cannot_end_the_script_it_stands_in():
    html = built(issuer="</script><script>alert(1)</script>")
    assert "<script>alert" not in html
    html = page(keys=[jwk() | {"issuer": "</script><b>"}], sites=[SITE], issuer="A", made_on=date(2026, 11, 22))
    assert html.count("</script>") == 3
    assert json.loads(re.search(r'id="published">(.*?)</script>', html)[1])["keys"][0]["issuer"] == "</script><b>"


def test_the_words_are_there_in_every_language_of_the_interface():
    said = words()
    assert set(said) == {code for code, _name in settings.LANGUAGES}
    assert {tuple(sorted(each)) for each in said.values()} == {tuple(sorted([*WORDS, "tongue"]))}
    assert all(text for each in said.values() for text in each.values())


def test_every_word_is_used_and_every_word_used_is_there():
    html = building._text("page.html")
    scripts = "".join(building._text(f"{name}.js") for name in SCRIPTS)
    assert set(re.findall(r'data-word="(\w+)"', html)) <= set(WORDS)
    bare = [name for name in WORDS if not re.search(rf"\b{name.removesuffix('_more')}\b", html + scripts) and name != "too_old"]
    assert bare == []


def test_the_file_is_light_and_its_scripts_are_short():
    assert len(built().encode()) < 40_000  # the page that gives it away says 35 kB
    assert all(building._text(f"{name}.js").count("\n") <= 150 for name in SCRIPTS)


def test_nothing_of_the_template_is_left():
    assert not re.search(r"@[A-Z_]+@", built())
