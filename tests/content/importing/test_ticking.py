"""Leftovers are ticked off by a person at a time."""

from datetime import timedelta

from content.importing.actions import tick_off
from tests.content.importing.conftest import NOW
from tests.factories.documents import INITIATIVE_EN


def test_a_tick_names_person_and_time_and_can_be_taken_back(bring, editor, reviewer):
    row = bring(INITIATIVE_EN, "initiative").row
    first, second, *_rest = row.leftovers.filter(went="left")
    assert tick_off(document=row, done=[first.position], user=editor, now=NOW) == 1
    assert tick_off(document=row, done=[first.position, second.position], user=reviewer, now=NOW + timedelta(days=1)) == 1
    first.refresh_from_db()
    assert (first.done_by, first.done_at) == (editor, NOW)
    assert tick_off(document=row, done=[], user=editor, now=NOW) == 2
    first.refresh_from_db()
    assert (first.done_by, first.done_at) == (None, None)


def test_what_was_understood_has_nothing_to_tick(bring, editor):
    row = bring(INITIATIVE_EN, "initiative").row
    read = row.leftovers.filter(went="read").first()
    assert tick_off(document=row, done=[read.position, 999], user=editor, now=NOW) == 0
