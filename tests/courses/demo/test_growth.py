"""Invented learners: as many as wanted, once, each with another part done, and summaries that follow from the log."""

from datetime import UTC, datetime

import pytest

from content.seeding.shaping import identity
from courses.completion.actions import rebuild
from courses.completion.models import Happening, UnitProgress
from courses.demo.growth import NAME, grow_learners, growth_edition
from courses.demo.holding import CPLP
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from courses.letters.queries import due_letters
from mail.models import Message
from tests.factories.content import section_below, site_tree
from tests.factories.courses import course_below, modules_below, units_below

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 3, 9, 12, 0, tzinfo=UTC)  # a Tuesday at noon: no mail is due


@pytest.fixture
def course():
    made = course_below(section_below(site_tree()["pt"], slug="courses"), translation_key=identity(CPLP))
    for module in modules_below(made, 2):
        units_below(module, 3)
    return made


def quiet(_text):
    return None


def test_it_grows_to_a_number_and_no_further(course):
    assert grow_learners(3, NOW, quiet) == 3
    assert grow_learners(3, NOW, quiet) == 0
    assert grow_learners(10, NOW, quiet) == 7
    assert Edition.objects.get().name == NAME
    assert Enrolment.objects.active().count() == 10


def test_each_has_done_another_part(course):
    grow_learners(8, NOW, quiet)
    done = [row.units.count() for row in Enrolment.objects.order_by("pk")]
    assert done == [0, 1, 2, 3, 4, 5, 0, 1]
    assert max(UnitProgress.objects.values_list("done_at", flat=True)) < NOW


def test_the_summaries_follow_from_the_log(course):
    grow_learners(6, NOW, quiet)
    assert rebuild(of=growth_edition(NOW), now=NOW, is_dry=True) == []
    assert Happening.objects.count() == UnitProgress.objects.count() == 15


def test_nobody_is_told(course):
    grow_learners(5, NOW, quiet)
    assert not Message.objects.exists()
    assert due_letters(NOW, 10) == []
