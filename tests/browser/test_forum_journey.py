"""A guest in Dakar, a learner in Maputo, a moderator: one conversation on small screens, without script, with real mail."""

import re
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.letterbox import link_in, plain
from tests.browser.signing import sign_in

MODULE = "/pt/courses/inspecao-cplp/m1-conceitos/"
AWA = "awa@example.net"
SAID = "Je suis enseignante : les registres d’appel restent à l’école, et ils aident à confirmer l’âge."


@pytest.fixture
def phone(chrome, mailing_site):
    """Return a maker of small screens without script, each somebody's own."""
    contexts = []

    def make(language="pt-PT"):
        context = chrome.new_context(
            base_url=mailing_site.url, viewport={"width": 360, "height": 740}, java_script_enabled=False, locale=language
        )
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def send(page):
    """Press the main button; a form that was quicker than people are is sent again, as it asks."""
    for _ in range(60):
        with page.expect_navigation():
            page.locator("form#write p.bar button[type=submit]").first.click()
        if "/reply/" not in page.url and "/new/" not in page.url:
            return
        assert page.locator(".notice[data-is=wrong]").count(), page.locator("main").inner_text()
    pytest.fail(page.locator("main").inner_text())


def open_topic(page):
    page.goto(MODULE)
    with page.expect_navigation():
        page.locator("#discussion ~ * .entry a").first.click()


def test_a_guest_writes_is_read_answered_told_and_takes_her_words_along(phone, letterbox):
    guest, stranger, moderator, learner = phone("fr-FR"), phone(), phone(), phone()
    topic = written_by(guest)
    confirmed(guest, letterbox)
    assert not is_read(stranger, topic)

    sign_in(moderator, "moderator")
    approved(moderator, "enseignante")
    assert is_read(stranger, topic)
    expect(stranger.locator(".said[lang=fr]", has_text="enseignante")).to_have_count(1)

    sign_in(learner, "learner")
    answered(learner, topic)
    if "waits" in (learner.locator("article.post").last.get_attribute("class") or ""):
        approved(moderator, "vacinas")

    told = wait_for(letterbox, "vacinas")
    assert told["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = re.search(r"<(http[^>]+)>", told["List-Unsubscribe"])[1]
    with urllib.request.urlopen(stop, data=b"List-Unsubscribe=One-Click", timeout=30) as answer:
        assert answer.status == 200

    mine = link_in(told, "guests/my")
    guest.goto(mine)
    expect(guest.locator("main")).to_contain_text("enseignante")
    sign_up(guest, letterbox)
    guest.goto(mine)
    with guest.expect_navigation():
        guest.locator("form[action*='/claim/'] button").click()
    assert is_read(stranger, topic)
    assert stranger.locator("article.post", has_text="enseignante").locator("h3").inner_text().startswith("Awa D.")


def written_by(guest):
    """Have a guest reply in French below the Portuguese module; return where the topic is."""
    open_topic(guest)
    topic = guest.url
    with guest.expect_navigation():
        guest.locator("main p.bar a.button[href$='/reply/']").click()
    for name, value in (("text", SAID), ("name", "Awa Diop"), ("email", AWA)):
        guest.fill(f"[name={name}]", value)
    for tick in ("is_accepted", "is_of_age", "follows"):
        guest.check(f"[name={tick}]")
    send(guest)
    assert "/guests/sent/" in guest.url
    return topic


def confirmed(guest, letterbox):
    """Press the button behind the mailed link."""
    guest.goto(link_in(letterbox.wait(AWA, 1), "guests/confirm"))
    expect(guest.locator("main")).to_contain_text("enseignante")
    with guest.expect_navigation():
        guest.locator("main form button").click()


def is_read(page, topic):
    """Say whether somebody reads the guest's words in the topic."""
    page.goto(topic)
    return "enseignante" in page.locator("main").inner_text()


def approved(moderator, words):
    """Let a message with these words pass in the queue."""
    moderator.goto("/pt/forums/queue/")
    with moderator.expect_navigation():
        moderator.locator(".case", has_text=words).locator("button[value=approve]").click()


def answered(learner, topic):
    """Answer the guest in Portuguese."""
    learner.goto(topic)
    with learner.expect_navigation():
        learner.locator("article.post", has_text="enseignante").locator("a[href*='?to=']").click()
    learner.fill("[name=text]", "Obrigada! Em Moçambique pedimos também o cartão de vacinas.")
    send(learner)


def wait_for(letterbox, words):
    """Return the newest mail to the guest that has these words, once it has come."""
    number = 1
    while True:
        mail = letterbox.wait(AWA, number)
        if words in plain(mail):
            return mail
        number += 1


def sign_up(page, letterbox):
    """Make an account with the address that is proven already."""
    before = len(letterbox.to(AWA))
    with page.expect_navigation():
        page.locator("main a[href*='/signup/']").click()
    page.fill("#id_email", AWA)
    page.fill("#id_name", "Awa D.")
    page.select_option("#id_country", "SN")
    page.check("#id_is_of_age")
    page.check("#id_is_accepted")
    with page.expect_navigation():
        page.locator("main form .wide").click()
    page.fill("#id_code", re.search(r"^\s+(\d{6})\s*$", plain(letterbox.wait(AWA, before + 1)), re.MULTILINE)[1])
    with page.expect_navigation():
        page.keyboard.press("Enter")
