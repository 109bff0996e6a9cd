"""Going through the demo’s course in a browser as a learner does. Things are found by address and name, not by translated words."""

import json
import time
from uuid import uuid5

from playwright.sync_api import Page

from content.seeding.shaping import NAMESPACE, identity
from courses.demo.questions import FORM

COURSE = f"/pt/learning/courses/{identity('inspecao-cplp')}/"
MODULE = "/pt/courses/inspecao-cplp/m1-conceitos/"
QUIZ = f"{MODULE}teste/"
SPECS = json.loads(FORM.read_text(encoding="utf-8"))
RIGHT = {str(uuid5(NAMESPACE, f"{spec['key']}/{one['id']}")) for spec in SPECS for one in spec.get("options", []) if one["is_right"]}
PAIRS = {
    str(uuid5(NAMESPACE, f"{spec['key']}/left {number}")): str(uuid5(NAMESPACE, f"{spec['key']}/right {number}"))
    for spec in SPECS
    for number in range(len(spec.get("pairs", [])))
}


def press(page: Page, selector: str) -> None:
    """Press what a selector names and wait for the page that comes."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def enrol(page: Page) -> None:
    """Take part in the demo's edition that is under way; who takes part already stays."""
    page.goto(COURSE)
    press(page, "main .entry a[href*='/learning/editions/']")
    if page.locator("main form[method=post] button[type=submit]").count():
        press(page, "main form[method=post] button[type=submit]")


def answer(page: Page, *, is_right: bool = True) -> None:
    """Answer the question that is shown, rightly or wrongly, without sending it."""
    fields = page.locator("main input[name=answer]")
    values = fields.evaluate_all("fields => fields.map(field => field.value)")
    wanted = [place for place, value in enumerate(values) if (value in RIGHT) is is_right]
    for place in wanted if is_right else wanted[:1]:
        fields.nth(place).check()
    for field in page.locator("main select[name^=pair-]").all():
        right = PAIRS[(field.get_attribute("name") or "").removeprefix("pair-")]
        values = field.locator("option").evaluate_all("options => options.map(option => option.value)")
        field.select_option(right if is_right else next(value for value in values if value not in {"", right}))


def start(page: Page) -> None:
    """Begin an attempt, or go on with the one that is open, from the page of a quiz."""
    press(page, "main form[action$='/start/'] button, main a.button[href*='/attempts/']")


def go_through(page: Page, *, is_right: bool = True) -> float:
    """Answer every question that is left and hand in; ends at the result. Returns when it was handed in, by the clock `time.monotonic`."""
    while "/hand-in/" not in page.url:
        answer(page, is_right=is_right)
        press(page, "main form.narrow button[type=submit]")
    pressed = time.monotonic()
    press(page, "main form.section button[type=submit]")
    return pressed


def mark(page: Page) -> None:
    """Say that the unit which is shown is done."""
    press(page, "main form[action$='/mark/'] button")
