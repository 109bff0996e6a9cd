"""The reviewers' screens on a small screen, by day and by night, without script: axe finds nothing, and the way can be gone by buttons."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from content.reviewing.choices import Stage
from content.reviewing.queries import stage_of
from tests.browser.test_course_screens import MOODS, TAGS
from tests.content.judging.conftest import *  # noqa: F403

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]


@pytest.fixture
def screen(chrome, live_server):
    """Return a maker of small screens on which a person is signed in."""
    contexts = []

    def make(person, *, dark=False, script=True):
        context = chrome.new_context(
            base_url=live_server.url,
            viewport={"width": 360, "height": 740},
            java_script_enabled=script,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        client = Client()
        client.force_login(person)
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def look(page, name):
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    assert [(fault["id"], [node["html"][:160] for node in fault["nodes"]]) for fault in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.screenshot(path=f"var/shots/judging-{name}.png", full_page=True)


@MOODS
def test_axe_finds_nothing_on_the_reviewers_screens(screen, waiting, reviewer, dark):
    page = screen(reviewer, dark=dark)
    mood = "night" if dark else "day"
    page.goto("/pt/library/reviews/")
    look(page, f"list-{mood}")
    page.locator("main li a").first.click()
    look(page, f"before-{mood}")
    page.locator("button[value=take]").click()
    look(page, f"checklist-{mood}")
    page.locator("button[value=accept]").click()
    page.locator("[role=alert]").first.wait_for()
    look(page, f"refused-{mood}")


def test_a_checklist_is_filled_in_and_sent_without_script(screen, waiting, reviewer):
    page = screen(reviewer, script=False)
    page.goto("/pt/library/reviews/")
    page.locator("main li a").first.click()
    page.locator("button[value=take]").click()
    for radio in page.locator(".scores").all():
        radio.locator("input[value='2']").check()
    page.fill("[name=comment]", "Falta o ano.")
    page.locator("button[value=changes]").click()
    page.locator("main").get_by_text("Falta o ano.").first.wait_for()
    assert stage_of(waiting) == Stage.CHANGES
