"""The pages of the forums: what they cost on the wire, whom they shut out, and that nothing typed is lost."""

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import REPOSITORY
from tests.browser.signing import sign_in
from tests.browser.wire import listen

KB = 1024
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def long_topic(mailing_site):
    """The address of a topic of thirty posts."""
    say = "from forums.models import Topic; print('topic', Topic.objects.get(forum__slug='growth-posts').uid)"
    for command in (["grow", "posts=30"], ["shell", "--verbosity", "0", "-c", say]):
        environment = mailing_site.environment | {"DJANGO_SETTINGS_MODULE": "config.settings.development"}
        done = subprocess.run(
            [sys.executable, "manage.py", *command], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=True
        )
    return f"/pt/forums/topics/{done.stdout.rpartition('topic ')[2].strip()}/"


@pytest.fixture
def screen(chrome, mailing_site):
    """Return a maker of small screens at the second site."""
    contexts = []

    def make(*, script=False, dark=False, width=360):
        context = chrome.new_context(
            base_url=mailing_site.url,
            viewport={"width": width, "height": 740},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            locale="pt-PT",
            reduced_motion="reduce",
        )
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


@pytest.mark.parametrize("who", ["", "learner"])
def test_a_topic_keeps_its_budget(screen, mailing_site, long_topic, who):
    page = screen(script=True)
    if who:
        sign_in(page, who)
        page.context.clear_cookies(name="nothing")
    wire = listen(page, mailing_site.url)
    page.goto(long_topic, wait_until="networkidle")
    expect(page.locator("article.post")).to_have_count(20)
    print(f"topic of 30 posts, {who or 'stranger'}: HTML {wire.of(long_topic)}, all {wire.total} bytes in {len(wire.answers)} requests")
    assert wire.foreign == []
    assert wire.of(long_topic) <= 14 * KB
    assert wire.total <= 40 * KB
    assert len(wire.answers) <= 6


def test_a_module_page_with_its_forum_keeps_its_budget(screen, mailing_site):
    page = screen(script=True)
    wire = listen(page, mailing_site.url)
    page.goto("/pt/courses/inspecao-cplp/m1-conceitos/", wait_until="networkidle")
    expect(page.locator("#discussion")).to_have_count(1)
    assert wire.total <= 30 * KB
    assert len(wire.answers) <= 6


def paths_of(page):
    """Return the pages of the forums that this person may see."""
    page.goto("/pt/forums/")
    forum = page.locator("main .entry a").first.get_attribute("href")
    page.goto(forum)
    topic = page.locator("main .entry h3 a").first.get_attribute("href")
    return [
        "/pt/forums/",
        "/pt/forums/search/?q=escola",
        forum,
        f"{forum}new/",
        topic.partition("?")[0],
        f"{topic.partition('?')[0]}reply/",
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize("who", ["", "learner", "moderator"])
def test_axe_finds_nothing_and_nothing_sticks_out(screen, who, dark):
    page = screen(script=True, dark=dark)
    paths = []
    if who:
        sign_in(page, who)
        paths += ["/pt/forums/news/", "/pt/account/"]
    if who == "moderator":
        paths.append("/pt/forums/queue/")
    for path in [*paths_of(page), *paths]:
        assert page.goto(path).status == 200, path
        page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
        assert [(item["id"], node["html"][:160]) for item in found for node in item["nodes"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_what_is_typed_survives_a_reload_a_lost_line_and_another_browser(screen):
    page = screen(script=True)
    sign_in(page, "learner")
    page.goto("/pt/forums/")
    page.locator("main .entry a").first.click()
    page.locator("main a.button").first.click()
    page.wait_for_url("**/new/")
    address = page.url
    page.fill("[name=text]", "Metade de uma pergunta")
    page.locator("#write [role=status]", has_text="Rascunho").wait_for()
    other = screen()
    sign_in(other, "learner")
    other.goto(address)
    expect(other.locator("[name=text]")).to_have_value("Metade de uma pergunta")

    page.context.set_offline(True)
    page.fill("[name=text]", "Metade de uma pergunta e mais")
    page.locator("#write [role=status]", has_text="aparelho").wait_for()
    page.context.set_offline(False)
    page.context.clear_cookies()
    sign_in(page, "learner")
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value("Metade de uma pergunta e mais")


def test_what_was_sent_does_not_come_back_as_a_draft(screen):
    page = screen(script=True)
    sign_in(page, "facilitator")
    page.goto("/pt/forums/")
    page.locator("main .entry a").first.click()
    page.locator("main .entry h3 a").first.click()
    page.locator("main p.bar a.button").last.click()
    page.wait_for_url("**/reply/")
    address = page.url
    page.fill("[name=text]", "Uma resposta inteira.")
    page.locator("#write [role=status]", has_text="Rascunho").wait_for()
    while "/reply/" in page.url:
        with page.expect_navigation():
            page.locator("#write p.bar button").first.click()
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value("")
