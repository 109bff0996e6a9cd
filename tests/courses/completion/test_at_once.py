"""Two at the same moment: one deed, one summary, one completion."""

from threading import Barrier, Thread

import pytest
from django.db import connections

from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Completion, Happening, UnitProgress
from courses.completion.signals import course_completed, unit_done
from tests.courses.completion.conftest import NOW
from tests.factories.courses import units_below

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
TOGETHER = 6


def all_at_once(work, arguments):
    """Run one thread for each argument, all begun together; return what went wrong."""
    begin, wrong = Barrier(len(arguments)), []

    def run(argument):
        try:
            begin.wait(timeout=60)
            work(argument)
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(argument,)) for argument in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return wrong


@pytest.fixture
def announced():
    """How often what was announced."""
    told = []

    def on_done(sender, **kwargs):
        told.append("done")

    def on_completed(sender, **kwargs):
        told.append("completed")

    unit_done.connect(on_done)
    course_completed.connect(on_completed)
    yield told
    unit_done.disconnect(on_done)
    course_completed.disconnect(on_completed)


def test_the_same_deed_told_by_many_at_once_is_one(enrolment, modules, announced):
    unit = units_below(modules[0], 1)[0]

    def tell(_number):
        note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.MARKED, now=NOW)

    assert all_at_once(tell, range(TOGETHER)) == []
    assert (Happening.objects.count(), UnitProgress.objects.count(), Completion.objects.count()) == (1, 1, 1)
    assert announced == ["done", "completed"]


def test_many_units_at_once_complete_the_course_once(enrolment, modules, announced):
    units = units_below(modules[0], TOGETHER)

    def tell(unit):
        note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.MARKED, now=NOW)

    assert all_at_once(tell, units) == []
    assert UnitProgress.objects.filter(done_at=NOW).count() == TOGETHER
    assert Completion.objects.count() == 1
    assert sorted(announced) == ["completed", *["done"] * TOGETHER]


def test_many_messages_at_once_are_all_counted(enrolment, modules):
    def tell(number):
        note_deed(enrolment=enrolment, unit_key=modules[0].translation_key, deed=Deed.POSTED, token=f"post {number}", now=NOW)

    assert all_at_once(tell, range(TOGETHER)) == []
    assert UnitProgress.objects.get().posts == TOGETHER
