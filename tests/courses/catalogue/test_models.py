"""What courses, modules and units know about themselves."""

import pytest

from courses.catalogue.models import ModulePage
from tests.factories.content import prose
from tests.factories.courses import link_below, modules_below, reading_below, video_below

AIMS = '[{"type": "aim", "value": "Plan visits"}, {"type": "aim", "value": "Hold an interview."}]'

pytestmark = pytest.mark.django_db


def test_aims_stand_in_for_a_lead_as_sentences():
    assert ModulePage(aims=AIMS).aims_as_lead == "Plan visits. Hold an interview."


def test_a_module_without_aims_has_no_lead_of_them():
    assert ModulePage().aims_as_lead == ""


def test_a_unit_is_weighed_when_it_is_saved(course):
    unit = reading_below(modules_below(course, 1)[0])
    light = unit.text_bytes
    unit.body = prose(" ".join(str(number) for number in range(500)))
    unit.save()
    unit.refresh_from_db()
    assert unit.text_bytes > light > 0


def test_a_hosted_video_leaves_its_stated_weight_on_the_unit(course):
    unit = video_below(modules_below(course, 1)[0], place="youtube", megabytes="11.2")
    unit.refresh_from_db()
    assert (unit.video_bytes, unit.is_weight_about) == (11_200_000, True)


def test_a_link_keeps_its_own_address_apart_from_the_one_it_leads_to(course):
    unit = link_below(modules_below(course, 1)[0])
    assert unit.address == "https://example.org/c138"
    assert unit.url.endswith("/en/courses/inspection/module-name-1/a-link/")


@pytest.mark.parametrize(("place", "is_playable"), [("none", False), ("own", True), ("youtube", True)])
def test_a_module_knows_whether_something_can_be_watched(place, is_playable):
    videos = f'[{{"type": "video", "value": {{"title": "A video", "place": "{place}"}}}}]'
    assert ModulePage(videos=videos).is_playable is is_playable


def test_a_unit_lives_in_a_module_and_nowhere_else(course):
    module = modules_below(course, 1)[0]
    kinds = ["DiscussionPage", "LinkPage", "QuizPage", "ReadingPage", "VideoPage"]
    assert sorted(kind.__name__ for kind in module.allowed_subpage_models()) == kinds
    assert [kind.__name__ for kind in course.allowed_subpage_models()] == ["ModulePage"]
    assert reading_below(module).allowed_subpage_models() == []
