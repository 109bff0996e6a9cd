"""The line is cut in the middle of a mark, of a message and of an answer, without script: nothing is lost, nothing is there twice.

What a person does then is what her browser offers her: she loads the page again, and it sends the form again.
"""

from uuid import uuid4

import pytest
from playwright.sync_api import Error, expect

from tests.browser.learning import enrol, press, start
from tests.browser.signing import sign_in

LEARNER, NAME = "translator", "Koffi Agbessi"
COURSE = "/pt/courses/inspecao-cplp/"
SEND = {
    "mark": "main form[action$='/mark/'] button",
    "post": "form#write p.bar button[type=submit]",
    "answer": "main form.narrow button[type=submit]",
}


@pytest.fixture
def phone(chrome, mailing_site):
    """Return a maker of small screens without script on which somebody is signed in."""
    contexts = []

    def make(who=LEARNER):
        context = chrome.new_context(
            base_url=mailing_site.url, viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="pt-PT"
        )
        contexts.append(context)
        page = context.new_page()
        sign_in(page, who)
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def learner(phone):
    page = phone()
    enrol(page)
    return page


def never_arrives(page):
    """Lose the next form on its way there."""
    page.context.set_offline(True)
    return lambda: page.context.set_offline(False)


def answer_is_lost(page):
    """Let the next form arrive, and lose the answer on its way back."""

    def lose(route):
        if route.request.method == "POST":
            route.fetch(max_redirects=0)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/*", lose)
    return lambda: page.unroute("**/*")


def cut(page, selector, how):
    """Send a form while the line is cut, then send it again as the browser does when the page is loaded again."""
    mend = how(page)
    with pytest.raises(Error):  # the browser shows a page of its own
        sent(page, selector)
    mend()
    page.reload()


def sent(page, selector):
    with page.expect_navigation():
        page.locator(selector).first.click()


CUTS = pytest.mark.parametrize(("how", "place"), [(never_arrives, 0), (answer_is_lost, 1)], ids=["never arrives", "answer is lost"])


def write(page, place):
    """Fill in a message below the discussion of a module; return words that only it has."""
    words = uuid4().hex
    page.goto(f"{COURSE}{('m1-conceitos', 'm2-mandato', 'm3-identificar')[place]}/debate/")
    press(page, "main a[href$='/new/']")
    page.fill("[name=title]", "Sem linha")
    page.fill("[name=text]", f"A linha caiu no meio desta mensagem {words}.")
    return words


def written(phone, words):
    """Return how often these words wait for a moderator or are read already."""
    staff = phone("facilitator")
    staff.goto("/pt/forums/queue/")
    return staff.locator(".case", has_text=words).count()


def begin(page, place):
    """Begin the quiz of a module and choose something in its first question; return where that is."""
    page.goto(f"{COURSE}{('m1-conceitos', 'm2-mandato', 'm3-identificar')[place]}/teste/")
    start(page)
    page.locator("main input[name=answer]").nth(1).check()
    return page.url


def assert_answered(page, step, place):
    """The answer is there, the quiz has gone on, and there is one attempt."""
    assert page.url == step.replace("/1/", "/2/")
    expect(page.locator(".place[data-is=done]")).to_have_count(1)
    page.goto(step)
    expect(page.locator("main input[name=answer]").nth(1)).to_be_checked()
    page.goto(f"{COURSE}{('m1-conceitos', 'm2-mandato', 'm3-identificar')[place]}/teste/")
    expect(page.locator("main a[href*='/learning/attempts/']")).to_have_count(1)


def marks(phone, unit):
    """Return how often the facilitator reads of a unit in the log of the learner: seen and marked are two."""
    staff = phone("facilitator")
    staff.goto("/pt/teaching/")
    press(staff, "main a[href*='/teaching/editions/']")
    press(staff, "main a[href$='/cohort/']")
    with staff.expect_navigation():
        staff.locator("table.cohort tbody tr", has_text=NAME).locator("th a").click()
    return staff.locator("main ul.entries li", has_text=unit).count()


@CUTS
def test_a_mark_is_made_once(phone, learner, how, place):
    unit, title = (("tres-perguntas", "Três perguntas"), ("ajuda-ou-trabalho", "Ajuda ou trabalho"))[place]
    learner.goto(f"{COURSE}m1-conceitos/{unit}/")
    cut(learner, SEND["mark"], how)
    expect(learner.locator("#done")).to_have_count(1)
    assert marks(phone, title) == 2


@CUTS
def test_a_message_is_written_once(phone, learner, how, place):
    words = write(learner, place)
    for _try in range(60):  # a form that was quicker than people are is sent again, as it asks: on a line that is cut again
        cut(learner, SEND["post"], how)
        if "/new/" not in learner.url:
            break
    assert written(phone, words) == 1


@CUTS
def test_an_answer_is_saved_once(learner, how, place):
    step = begin(learner, place)
    cut(learner, SEND["answer"], how)
    assert_answered(learner, step, place)


def test_a_server_that_is_killed_and_started_again_loses_nothing(phone, learner, mailing_site):
    writer, taker = phone(), phone()
    learner.goto(f"{COURSE}m1-conceitos/convencao-138/")
    words, step = write(writer, 2), begin(taker, 2)
    pages = ((learner, SEND["mark"]), (writer, SEND["post"]), (taker, SEND["answer"]))
    mailing_site.kill()
    for page, selector in pages:
        with pytest.raises(Error):
            sent(page, selector)
    mailing_site.start()
    for page, _selector in pages:
        page.reload()
    expect(learner.locator("#done")).to_have_count(1)
    assert marks(phone, "Convenção") == 2
    assert_answered(taker, step, 2)
    assert written(phone, words) == 1
