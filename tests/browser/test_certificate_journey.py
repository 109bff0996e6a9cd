"""From the last required unit to the certificate in her hands: a real browser without script, a real worker, a real mail server."""

import shutil
import subprocess
import sys
import time
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY
from tests.browser.learning import COURSE, MODULE, enrol, go_through, mark, press, start
from tests.browser.letterbox import link_in
from tests.browser.signing import sign_in
from tests.browser.test_course_journey import lets_pass, writes

LEARNER = "editor"  # of the demo’s people one who takes part in nothing and holds no certificate
NAME = "Luciana Conceição d’Ávila Nguyễn Prado"
SHOTS = REPOSITORY / "var" / "shots"


@pytest.fixture
def device(chrome, mailing_site):
    """Return a maker of small screens without script on which somebody is signed in."""
    contexts = []

    def make(who):
        size = {"width": 360, "height": 740}
        context = chrome.new_context(base_url=mailing_site.url, viewport=size, java_script_enabled=False, locale="pt-PT")
        contexts.append(context)
        page = context.new_page()
        if who:
            sign_in(page, who)
        return page

    yield make
    for context in contexts:
        context.close()


def test_from_the_last_required_unit_to_the_certificate_in_her_hands(device, letterbox):
    page = device(LEARNER)
    enrol(page)
    confirms_her_name(page)
    for _message in range(2):  # as many as the course asks for
        lets_pass(device("facilitator"), writes(page, MODULE))

    pressed = does_what_is_left(page)
    mail, came = the_mail(letterbox)
    sys.stdout.write(f"\n  from the last required unit to the mail in hand: {came - pressed:.1f} s\n")

    link = link_in(mail, "certificates")
    answer = page.request.get(link)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    looks_right(answer.body())
    assert device(None).request.get(link, max_redirects=0).status in (302, 404)
    assert device("partner").request.get(link).status == 404, "somebody else's PDF"
    verifies(device(None), mail)


def confirms_her_name(page):
    """Look at the name as it will be printed, write it in full, look again, confirm it."""
    page.goto("/pt/certificates/name/")
    page.fill("[name=name]", NAME)
    press(page, "main button[name=look]")
    picture = page.locator("main img").first
    assert picture.evaluate("image => image.complete && image.naturalWidth > 300")
    page.screenshot(path=SHOTS / "certificate-name.png", full_page=True)
    press(page, "main button[name=confirm]")


def does_what_is_left(page):
    """Follow `continue` until nothing is left that counts; return when the last unit was marked, or its quiz handed in."""
    pressed = 0.0
    for _unit in range(80):
        page.goto(f"{COURSE}continue/")
        if page.locator("main form[action$='/mark/']").count():
            pressed = time.monotonic()
            mark(page)
        elif page.locator("main form[action$='/start/'] button, main a.button[href*='/attempts/']").count():
            start(page)
            pressed = go_through(page)
        else:
            return pressed
    return pytest.fail(f"there is no end: {page.url}")


def the_mail(letterbox):
    """Return the mail with the certificate, and when it came."""
    return letterbox.wait_for(f"{LEARNER}@example.org", "/certificate.pdf")


def looks_right(data):
    """Look into the PDF: tags, languages, standards, fonts, size; and draw it, where poppler is here, to be looked at."""
    assert len(data) <= 100_000
    (SHOTS / "certificate.pdf").write_bytes(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        root = pdf.Root
        assert len(pdf.pages) == 1
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert str(root.Lang).startswith("pt")
        with pdf.open_metadata() as facts:
            assert facts["pdfuaid:part"] == "1"
            assert facts["pdfaid:part"] == "2"
        assert embedded(pdf), "no font"
        assert all(embedded(pdf).values()), embedded(pdf)
    if shutil.which("pdftotext"):
        text = said_by("pdftotext", "-layout", str(SHOTS / "certificate.pdf"), "-")
        assert NAME in " ".join(text.split())
        fonts = said_by("pdffonts", str(SHOTS / "certificate.pdf"))
        sys.stdout.write(fonts)
        subprocess.run(
            ["pdftoppm", "-r", "80", "-png", "-singlefile", str(SHOTS / "certificate.pdf"), str(SHOTS / "certificate")], check=True
        )


def embedded(pdf):
    """Return for each font of the page whether its file is in the PDF."""
    found = {}
    for font in pdf.pages[0].Resources.Font.values():
        for below in font.get("/DescendantFonts", [font]):
            about = below.FontDescriptor
            found[str(below.BaseFont)] = any(key in about for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    return found


def said_by(*words):
    """Return what a program prints."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def verifies(page, mail):
    """Let an employer who has never heard of us look whether it is genuine."""
    page.goto(link_in(mail, "verify"))
    expect(page.locator("[data-is=valid]")).not_to_have_count(0)
    expect(page.locator("main")).to_contain_text(NAME)
    page.screenshot(path=SHOTS / "certificate-verify.png", full_page=True)
