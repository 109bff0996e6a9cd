"""From the empty form to publication with one round of changes, in Portuguese, without script; then a reader in French finds it."""

import re
import time
from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY
from tests.browser.learning import press
from tests.browser.letterbox import plain
from tests.browser.signing import sign_in
from tests.browser.test_course_screens import MOODS, TAGS

TITLE = "Cadernos de porto lidos por dois países"
SENTENCE = "Dois países trocaram inspetores durante duas semanas e leram juntos os mesmos cadernos do porto. "
AUTHOR = "learner@example.org"
SHOTS = REPOSITORY / "var" / "shots"
HOME = "/pt/library/contribute/"
SAVE = "form[data-keep] button.button:not(.quiet)"
CRITERIA = ("relevance", "south_south", "effectiveness", "innovation", "adaptability", "sustainability", "participation", "funding")
PARTS = ("practice", "where", "subject", "exchange", "worth", "future", "money", "contact", "reuse", "consent")
PATIENCE = 120  # seconds until a job has put it on the shelves, on a busy machine


@pytest.fixture
def device(chrome, mailing_site):
    """Return a maker of small screens on which one of the demo’s people is signed in; without script unless `script`."""
    contexts = []

    def make(who, *, script=False, dark=False, width=360):
        context = chrome.new_context(
            base_url=mailing_site.url,
            viewport={"width": width, "height": 740},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            locale="pt-PT",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        if who:
            sign_in(page, who)
        return page

    yield make
    for context in contexts:
        context.close()


def test_a_contributor_goes_the_whole_way_and_a_reader_in_french_finds_it(device, letterbox):
    page = device("learner")
    begins(page)
    mine = fills(page)
    adds_a_picture(page, mine)
    sends(page, mine)

    review = asks_for_numbers(device("reviewer"))
    answers_and_sends_again(page, mine)
    accepts(device("reviewer"), review)
    admin = device("admin")
    accepts(admin, review)
    publishes(admin, review)

    page.goto(mine)
    expect(page.locator("main .head .state[data-is=done]")).to_have_count(1)
    assert TITLE in plain(letterbox.wait_for(AUTHOR, TITLE)[0])
    reader = device(None)
    found(reader, "/fr/practices/?theme=labour-inspection&region=africa")
    press(reader, f"main a:has-text('{TITLE}')")
    expect(reader.locator("main h1")).to_have_text(TITLE)
    expect(reader.locator("main")).to_contain_text("três cadernos")


def begins(page):
    """Begin with a title, in Portuguese."""
    page.goto(HOME)
    page.fill("[name=title]", TITLE)
    page.select_option("[name=language]", "pt")
    press(page, "#begin + form button")


def fills(page):
    """Fill all parts, one after the other, and return where the contribution stands."""
    page.fill("[name=summary]", SENTENCE * 2)
    page.fill("[name=author]", "Inês Mutombo")
    page.fill("[name=institution]", "Inspeção-Geral do Trabalho")
    press(page, SAVE)
    for code in ("BR", "MZ"):
        fold = page.locator("details", has=page.locator(f"input[value={code}]"))
        fold.locator("summary").click()
        page.check(f"input[name=country_roles][value={code}]")
    page.fill("[name=starts_year]", "2021")
    page.select_option("[name=modality]", "south-south")
    page.select_option("[name=sector]", "fishing")
    press(page, "form[data-keep] button[name=stay]")
    page.select_option("[name=country_roles-role-BR]", "offering")
    press(page, SAVE)
    page.check("[name=theme_links][value=labour-inspection]")
    press(page, SAVE)
    for keys in (("objectives", "cooperation"), ("effectiveness", "innovation", "results"), ("adaptability", "sustainability")):
        for key in keys:
            page.fill(f"[name={key}]", SENTENCE * 3 + "\n\n- um passo\n- **outro** passo")
        press(page, SAVE)
    page.fill("[name=funding]", "Fundo comum dos dois países.")
    page.fill("[name=amounts-0-amount]", "150 000")
    page.fill("[name=amounts-0-currency]", "USD")
    press(page, SAVE)
    page.fill("[name=contacts-0-name]", "Gabinete do porto")
    page.fill("[name=contacts-0-email]", "porto@example.org")
    page.check("[name=contacts_consent]")
    press(page, SAVE)
    press(page, SAVE)
    page.check("[name=is_safe]")
    page.check("[name=may_publish]")
    page.select_option("[name=licence]", "CC-BY-4.0")
    press(page, SAVE)
    assert re.search(rf"{HOME}[0-9a-f-]{{36}}/$", page.url)
    expect(page.locator("main")).to_contain_text("100 %")
    return page.url


def adds_a_picture(page, mine):
    """Add a picture: first without the consent, which is asked for."""
    picture = BytesIO()
    Image.new("RGB", (320, 200), (200, 120, 40)).save(picture, "PNG")
    page.goto(f"{mine}files/")
    for has_consent in (False, True):
        page.set_input_files("[name=file]", {"name": "porto.png", "mimeType": "image/png", "buffer": picture.getvalue()})
        page.fill("[name=title]", "O porto de manhã, sem pessoas")
        page.set_checked("[name=has_consent]", has_consent)
        press(page, "#add + form button.button")
    expect(page.locator("main .entry")).to_have_count(1)


def sends(page, mine):
    """Look at what is missing, and send."""
    page.goto(f"{mine}send/")
    expect(page.locator("#missing")).to_have_count(0)
    press(page, "main form[method=post] button.button")
    expect(page.locator("main .head .state[data-is=waiting]")).to_have_count(1)


def asks_for_numbers(page):
    """As a reviewer, take it up, remark on one field and give it back; return where it is reviewed."""
    page.goto("/pt/library/reviews/?mine")
    press(page, f"main a:has-text('{TITLE}')")
    review = page.url
    press(page, "button[name=do][value=take]")
    page.locator("#f-results details summary").click()
    page.fill("[name=note_results]", "Quantos cadernos?")
    page.fill("[name=comment]", "Falta um número.")
    score(page, 2)
    press(page, "button[name=do][value=changes]")
    return review


def score(page, points):
    """Give all criteria these points."""
    for criterion in CRITERIA:
        page.check(f"[name=score_{criterion}][value='{points}']")


def answers_and_sends_again(page, mine):
    """As the author, see the remark at its field, answer it, mend the text, send again."""
    page.goto(mine)
    expect(page.locator("main .head .state[data-is=stale]")).to_have_count(1)
    page.goto(f"{mine}part/worth/")
    expect(page.locator("main")).to_contain_text("Quantos cadernos?")
    page.fill("form[action*='/remarks/'] [name=text]", "Três; está agora no texto.")
    press(page, "form[action*='/remarks/'] button")
    page.fill("[name=results]", SENTENCE * 3 + "Leram três cadernos.")
    press(page, SAVE)
    sends(page, mine)


def accepts(page, review):
    """As a reviewer, take it up, score it and accept it."""
    page.goto(review)
    press(page, "button[name=do][value=take]")
    score(page, 3)
    press(page, "button[name=do][value=accept]")


def publishes(page, review):
    """Publish what two have accepted."""
    page.goto(review)
    press(page, "button[name=do][value=publish]")


def found(page, where):
    """Open the library until what was published stands there: it is put on the shelves in the background."""
    until = time.monotonic() + PATIENCE
    while True:
        assert page.goto(where).status == 200
        if page.locator(f"main a:has-text('{TITLE}')").count():
            return
        assert time.monotonic() < until, page.inner_text("main")
        time.sleep(0.5)


def look(page, path):
    """Open a page with all that it folds away, and hold it against the rules."""
    answer = page.goto(path)
    assert answer.status == 200, path
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    violations = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in violations] == [], path
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"], path


@MOODS
def test_axe_finds_nothing_on_the_contributors_screens(device, dark):
    page = device("facilitator", script=True, dark=dark)
    look(page, HOME)
    page.fill("[name=title]", "Uma prática para olhar")
    press(page, "#begin + form button")
    mine = page.url.removesuffix("part/practice/")
    for part in PARTS:
        look(page, f"{mine}part/{part}/")
        if part in ("where", "money"):
            page.screenshot(path=SHOTS / f"contribute-{part}-{'night' if dark else 'day'}.png", full_page=True)
    page.goto(f"{mine}part/where/")
    page.locator(".fold summary").first.click()
    page.locator("input[name=country_roles]").first.check()
    page.fill("[name=starts_year]", "19")
    press(page, "form[data-keep] button[name=stay]")
    look(page, f"{mine}part/where/")
    for path in ("", "files/", "people/", "send/", "delete/"):
        look(page, f"{mine}{path}")
    page.goto(mine)
    page.screenshot(path=SHOTS / f"contribute-overview-{'night' if dark else 'day'}.png", full_page=True)
    wide = device("facilitator", script=True, dark=dark, width=1280)
    look(wide, f"{mine}part/where/")
    wide.screenshot(path=SHOTS / f"contribute-wide-{'night' if dark else 'day'}.png", full_page=True)


def test_what_was_typed_before_the_line_broke_comes_back(device):
    page = device("moderator", script=True)
    page.goto(HOME)
    page.fill("[name=title]", "Uma linha que parte")
    press(page, "#begin + form button")
    where = page.url
    page.fill("[name=author]", "Tomás Évora")
    expect(page.locator("form[data-keep] [role=status]")).not_to_be_empty()
    page.context.set_offline(True)
    page.locator(SAVE).click(no_wait_after=True)
    page.context.set_offline(False)
    page.goto(where)
    expect(page.locator("[name=author]")).to_have_value("Tomás Évora")
    press(page, "form[data-keep] button[name=stay]")
    page.goto(where)
    expect(page.locator("[name=author]")).to_have_value("Tomás Évora")
    expect(page.locator("form[data-keep] [role=status]")).to_be_empty()
