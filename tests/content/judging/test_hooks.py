"""What judges tell the house."""

import pytest
from django.test import RequestFactory

from content.judging import wagtail_hooks as hooks
from content.judging.actions import begin, give, keep
from content.judging.choices import Verdict
from content.judging.models import Judgement
from content.judging.rules import can_lift
from tests.content.judging.conftest import ticked
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.content import page_below

pytestmark = pytest.mark.django_db


def asked(person):
    request = RequestFactory().get("/")
    request.user = person
    return request


@pytest.fixture
def given(waiting, reviewer):
    keep(judgement=begin(page=waiting, by=reviewer, now=NOW), **ticked(comment="Quase <b>", remarks={"funding": "Quem pagou?"}))
    return give(page=fresh(waiting), by=reviewer, verdict=Verdict.CHANGES, now=NOW)


def test_authors_see_scores_and_remarks_without_a_name(waiting, given, learner, partner, stranger):
    html = hooks.told_to_authors(asked(learner), waiting)
    assert "Quem pagou?" in html
    assert "Quase &lt;b&gt;" in html
    assert "María" not in html
    assert hooks.told_to_authors(asked(partner), waiting) is None
    assert hooks.told_to_authors(asked(stranger), waiting) is None


def test_a_checklist_that_was_only_begun_is_shown_to_nobody(waiting, reviewer, learner):
    keep(judgement=begin(page=waiting, by=reviewer, now=NOW), **ticked())
    assert hooks.told_to_authors(asked(learner), waiting) is None


def test_reviewers_are_led_to_their_screen_and_authors_are_not(waiting, homes, reviewer, learner, editor):
    assert hooks.link(waiting, reviewer).endswith(f"/library/reviews/{waiting.translation_key}/pt/")
    assert hooks.link(waiting, learner) is None
    assert hooks.link(waiting, editor) is None
    assert hooks.link(page_below(homes["pt"]), reviewer) is None


def test_the_account_page_leads_reviewers_to_the_list(homes, cast):
    assert {name for name, person in cast.items() if name != "stranger" and hooks.panel(asked(person))} == {"reviewer", "admin"}


def test_who_lifts_a_stop(waiting, given, cast, homes):
    assert not any(can_lift(person, given) for name, person in cast.items() if name != "stranger")
    Judgement.objects.update(verdict=Verdict.STOP)
    stop = Judgement.objects.get()
    assert {name for name, person in cast.items() if can_lift(person, stop)} == {"reviewer", "admin"}


def test_what_a_person_judged_is_hers_to_see_and_nobodys_when_she_leaves(waiting, given, reviewer):
    (told,) = hooks.personal_data(reviewer)["judgements"]
    assert told["verdict"] == "changes"
    assert {"criterion": "funding", "score": 2, "remark": "Quem pagou?"} in told["marks"]
    hooks.erase_person(reviewer, NOW)
    assert hooks.personal_data(reviewer)["judgements"] == []
    assert Judgement.objects.get().reviewer is None
