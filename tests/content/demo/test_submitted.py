"""The demonstration's practice that waits for reviewers."""

import json

import pytest

from content.contributing.models import Contribution
from content.demo.submitted import KEY, PLACE, load_submitted
from content.judging.laying import laid_out
from content.practices.models import PracticePage
from content.questionnaire.checks import musts
from content.questionnaire.form import tidied
from content.reviewing.choices import Stage
from content.reviewing.queries import stage_of, waiting_pages
from tests.content.reviewing.conftest import *  # noqa: F403
from tests.content.reviewing.conftest import NOW

pytestmark = pytest.mark.django_db


def test_reviewers_of_the_demonstration_find_something_to_do(homes, learner, reviewer):
    said = []
    assert load_submitted(now=NOW, say=said.append) == 1
    page = PracticePage.objects.get(translation_key=KEY)
    assert stage_of(page) == Stage.SUBMITTED
    assert not page.live
    assert [one.pk for one in waiting_pages(reviewer)] == [page.pk]
    assert said == [f"{page.title} (pt), sent to review"]
    assert any(one.findings for one in laid_out(page.get_latest_revision_as_object()))
    assert not any(one.is_grave for one in laid_out(page.get_latest_revision_as_object()))


def test_it_is_sent_once_and_never_without_its_author(homes, learner):
    learner.is_active = False
    learner.save(update_fields=["is_active"])
    assert load_submitted(now=NOW, say=print) == 0
    learner.is_active = True
    learner.save(update_fields=["is_active"])
    assert [load_submitted(now=NOW, say=print) for _time in range(2)] == [1, 0]
    assert Contribution.objects.get().owner == learner


def test_nothing_in_it_has_to_be_mended_first():
    assert musts(tidied(json.loads(PLACE.read_text(encoding="utf-8")))) == []
