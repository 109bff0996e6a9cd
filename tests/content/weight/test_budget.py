"""How much a page may weigh: a choice of the browser, else of the person, else of the connection; never a question to the database."""

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory

from content.weight.budget import BUDGETS, NAME, budget_of, keep_budget


class Session(dict):
    """A session that counts how often it is read."""

    def __init__(self, *args):
        super().__init__(*args)
        self.reads = 0

    def get(self, key, default=None):
        self.reads += 1
        return super().get(key, default)


def asked(settings, cookie=None, session=None, has_session=False, **headers):
    request = RequestFactory().get("/", headers=headers)
    if cookie is not None:
        request.COOKIES[NAME] = cookie
    if has_session:
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    request.session = session if session is not None else Session()
    return request


@pytest.mark.parametrize("budget", BUDGETS)
def test_what_the_browser_was_told_stands_above_all(settings, budget):
    request = asked(settings, cookie=budget, session=Session({NAME: "video"}), has_session=True, save_data="on")
    assert budget_of(request) == budget
    assert request.session.reads == 0


def test_a_persons_wish_stands_above_the_connection(settings):
    assert budget_of(asked(settings, session=Session({NAME: "pictures"}), has_session=True, save_data="on")) == "pictures"


def test_the_session_of_a_stranger_is_not_touched(settings):
    request = asked(settings, session=Session({NAME: "text"}))
    assert budget_of(request) == "video"
    assert request.session.reads == 0


@pytest.mark.parametrize("nonsense", ["", "TEXT", "'", "\u202e", "text;"])
def test_nonsense_counts_as_nothing_said(settings, nonsense):
    assert budget_of(asked(settings, cookie=nonsense)) == "video"
    assert budget_of(asked(settings, cookie=nonsense, save_data="on")) == "text"


def test_it_is_kept_for_a_year_out_of_reach_of_scripts():
    answer = HttpResponse()
    keep_budget(answer, "text")
    cookie = answer.cookies[NAME]
    assert cookie.value == "text"
    assert cookie["max-age"] == 365 * 24 * 60 * 60
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(("context", "shown"), [({}, "video"), ({"budget": "pictures"}, "pictures")])
def test_a_page_may_decide_by_itself(context, shown):
    assert Template("{% load look %}{% data_budget as wish %}{{ wish }}").render(Context(context)) == shown


@pytest.mark.parametrize(("cookie", "is_light"), [("text", True), ("pictures", True), ("video", False)])
def test_a_video_without_its_poster_keeps_words_and_way(settings, cookie, is_light):
    source = '{% load look %}{% data_budget as wish %}{% if wish != "video" %}light{% endif %}'
    drawn = Template(source).render(Context({"request": asked(settings, cookie=cookie)}))
    assert (drawn == "light") == is_light
