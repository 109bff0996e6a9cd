"""The page that proves papers, opened from a disk in Chromium with the network cut: what the site would say, letter by letter."""

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image
from playwright.sync_api import expect

from certificates.proofs.offline.building import FILE_NAME, page
from tests.certificates.proofs.papers import KID, NAMES, NUMBER, SITE, code, jwk
from tests.certificates.proofs.test_papers import paper

REPOSITORY = Path(__file__).resolve().parents[2]
WITHOUT_CRYPTOGRAPHY = 'Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined })'
ASK_ALL = """async (texts) => {
  const answer = document.getElementById("answer");
  const found = [];
  for (const text of texts) {
    delete answer.dataset.is;
    document.getElementById("text").value = text;
    document.getElementById("ask").requestSubmit();
    while (!answer.dataset.is) await new Promise((done) => setTimeout(done));
    found.push(answer.dataset.is);
  }
  return found;
}"""


@pytest.fixture
def opened(chrome, tmp_path):
    """Return a maker of pages that stand on a disk and have no network; each remembers what it asked for and what went wrong."""
    contexts = []

    def make(*, language="en", script="", width=360, dark=False):
        context = chrome.new_context(
            locale=language, viewport={"width": width, "height": 740}, color_scheme="dark" if dark else "light", offline=True
        )
        contexts.append(context)
        if script:
            context.add_init_script(script)
        file = tmp_path / FILE_NAME
        file.write_text(page(keys=[jwk()], sites=[SITE], issuer="SSTC Academy", made_on=date(2026, 11, 22)), encoding="utf-8")
        tab = context.new_page()
        tab.asked, tab.wrong = [], []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.on("pageerror", lambda error: tab.wrong.append(str(error)))
        tab.on("console", lambda line: tab.wrong.append(line.text) if line.type in ("error", "warning") else None)
        tab.goto(file.as_uri())
        return tab

    yield make
    for context in contexts:
        context.close()


def ask(tab, text):
    """Paste a text, check it, return the kind of answer."""
    tab.fill("#text", text)
    tab.click("#ask button")
    tab.wait_for_selector("#answer[data-is]")
    return tab.get_attribute("#answer", "data-is")


@pytest.mark.parametrize("script", ["", WITHOUT_CRYPTOGRAPHY], ids=["browser", "by hand"])
@pytest.mark.parametrize("name", NAMES)
def test_a_genuine_paper_is_a_yes_with_all_it_must_say(opened, script, name):
    tab = opened(script=script)
    assert ask(tab, code(name=name)) == "genuine"
    said = tab.inner_text("#answer")
    assert tab.inner_text("dd.name") == name
    for words in ("Inspeção do trabalho contra o trabalho infantil", "1.ª, fevereiro a março de 2026", "March 30, 2026", KID):
        assert words in said
    assert NUMBER in said.replace("-", "")
    assert tab.asked == [tab.url]
    assert tab.wrong == []


@pytest.mark.parametrize("script", ["", WITHOUT_CRYPTOGRAPHY], ids=["browser", "by hand"])
def test_any_changed_letter_is_a_no(opened, script):
    text, tab = code(), opened(script=script)
    changed = [text[:place] + ("A" if letter != "A" else "B") + text[place + 1 :] for place, letter in enumerate(text)]
    changed += [text[:place] + text[place + 1 :] for place in range(0, len(text), 7)]
    answers = tab.evaluate(ASK_ALL, [*changed, text])
    assert answers.pop() == "genuine"
    assert set(answers) == {"changed", "unreadable", "key", "site"}
    print(f"offline page: {len(answers)} changed texts refused, {answers.count('changed')} by the signature")


def test_an_unknown_key_is_said_by_its_name(opened):
    tab = opened()
    assert ask(tab, code(Ed25519PrivateKey.generate(), kid="made-up-key")) == "key"
    expect(tab.locator("#answer")).to_contain_text("made-up-key")
    assert NAMES[0] not in tab.inner_text("#answer")
    assert ask(tab, code(Ed25519PrivateKey.generate(), kid=KID)) == "changed"


def test_a_code_that_leads_elsewhere_is_said_with_the_address(opened):
    tab = opened()
    assert ask(tab, code(site="https://academy.example.evil")) == "site"
    expect(tab.locator("#answer")).to_contain_text("https://academy.example.evil")


def test_what_a_paper_says_is_never_markup(opened):
    tab = opened()
    assert ask(tab, code(name="<img src=x onerror=alert(1)>")) == "genuine"
    assert tab.inner_text("dd.name") == "<img src=x onerror=alert(1)>"
    assert tab.asked == [tab.url]


def test_a_pdf_is_read_packed_or_not_and_a_stranger_is_told_so(opened, tmp_path):
    tab = opened()
    files = {
        "plain": (paper(code()), "genuine"),
        "packed": (paper(code(), object_stream_mode=2), "genuine"),
        "changed": (paper(code()[:-5] + "AAAAA"), "changed"),
        "two": (paper(code(), code(name="Somebody Else")), "care"),
        "other": (paper("https://example.org/"), "care"),
        "no pdf": (b"GIF89a", "care"),
        "empty": (b"", "care"),
    }
    for name, (data, kind) in files.items():
        tab.evaluate("delete document.getElementById('answer').dataset.is")
        tab.set_input_files("#file", {"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": data})
        tab.wait_for_selector("#answer[data-is]")
        expect(tab.locator("#answer"), name).to_have_attribute("data-is", kind)
        assert tab.inner_text("#answer").strip(), name
    assert tab.wrong == []


@pytest.mark.parametrize(("language", "own"), [("pt-PT", "pt"), ("pt-BR", "pt-br"), ("fr-CH", "fr"), ("es-419", "es"), ("sw", "en")])
def test_the_page_speaks_the_readers_language_or_english(opened, language, own):
    tab = opened(language=language)
    expect(tab.locator("html")).to_have_attribute("lang", own)
    expect(tab.locator("#tongues option")).to_have_count(5)
    tab.select_option("#tongues", "es")
    expect(tab.locator("html")).to_have_attribute("lang", "es")


def test_an_answer_is_said_again_in_the_language_chosen(opened):
    tab = opened(language="en")
    ask(tab, code())
    tab.select_option("#tongues", "fr")
    expect(tab.locator("#answer")).to_contain_text("30 mars 2026")


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_is_open_to_all_and_fits_a_small_screen(opened, dark):
    tab = opened(dark=dark)
    for text, kind in ((code(), "genuine"), (code(kid="made-up-key"), "key"), ("nonsense", "unreadable")):
        assert ask(tab, text) == kind
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360
        assert [fault["id"] for fault in Axe().run(tab).response["violations"]] == []
        tab.screenshot(path=str(REPOSITORY / f"var/shots/offline-{kind}-{'dark' if dark else 'light'}.png"), full_page=True)


def test_without_script_the_page_says_what_it_needs_in_every_language(chrome, opened, tmp_path):
    opened()
    context = chrome.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto((tmp_path / FILE_NAME).as_uri())
    assert {place.get_attribute("lang") for place in tab.locator("#old p").all()} == {"pt", "pt-br", "en", "es", "fr"}
    assert re.search(r"\S", tab.inner_text("#old"))
    expect(tab.locator("#ask")).to_be_hidden()
    context.close()


@pytest.mark.parametrize(
    ("codes", "kind"), [([code()], "genuine"), ([], "care"), ([code(), code(name="Ana")], "care"), (["hello"], "unreadable")]
)
def test_a_photo_is_read_where_the_browser_reads_codes(opened, codes, kind):
    found = json.dumps([{"rawValue": text} for text in codes])
    tab = opened(script=f"window.BarcodeDetector = class {{ async detect() {{ return {found}; }} }}")
    photo = io.BytesIO()
    Image.new("RGB", (8, 8)).save(photo, "PNG")
    tab.set_input_files("#file", {"name": "photo.png", "mimeType": "image/png", "buffer": photo.getvalue()})
    tab.wait_for_selector("#answer[data-is]")
    expect(tab.locator("#answer")).to_have_attribute("data-is", kind)
    assert tab.wrong == []
