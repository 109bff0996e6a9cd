"""The weekly round as jobs: in stretches, within bounds, and not stopped by what has gone meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from content.links import actions, tasks
from content.links.choices import BROKEN, Found
from content.links.models import Address, Leading
from content.links.wagtail_hooks import setup_steps
from content.pages.models import ArticlePage
from tests.factories.content import page_below, published

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def linking(home, number, **fields):
    """Add a page that leads to a page which nobody finds: that is answered without the net."""
    return page_below(home, body=[("prose", f'<p><a linktype="page" id="{number}">x</a></p>')], **fields)


def urls():
    return sorted(Address.objects.values_list("url", flat=True))


def test_pages_are_read_stretch_by_stretch_and_each_once(homes):
    pages = [linking(homes["pt"], 900 + number) for number in range(5)]
    last = actions.read_pages(after=pages[0].pk - 1, limit=2, now=NOW)
    assert (last, len(urls())) == (pages[1].pk, 2)
    while last:
        last = actions.read_pages(after=last, limit=2, now=NOW)
    assert urls() == [f"page:{900 + number}" for number in range(5)]


def test_a_language_that_shows_anothers_text_is_not_read_again(homes):
    page = published(linking(homes["pt"], 900))
    assert ArticlePage.objects.filter(alias_of=page.pk).exists()
    tasks.read_on.call(0)
    assert [row.page_id for row in Leading.objects.all()] == [page.pk]


def test_a_page_that_leads_nowhere_any_more_keeps_no_rows(homes):
    page = linking(homes["pt"], 900)
    actions.read_page(page=page, now=NOW)
    page.body = []
    assert actions.read_page(page=page, now=NOW) == 0
    assert not Leading.objects.exists()


def test_reading_again_keeps_what_is_known_of_an_address(homes):
    page = linking(homes["pt"], 900)
    actions.read_page(page=page, now=NOW)
    Address.objects.update(found=Found.HERE, since=NOW - timedelta(days=9))
    assert actions.read_page(page=page, now=NOW + timedelta(days=7)) == 1
    row = Address.objects.get()
    assert (row.found, row.since) == (Found.HERE, NOW - timedelta(days=9))


def test_no_more_is_asked_in_a_week_than_the_bound(homes, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 3)
    soon = timezone.now() - timedelta(minutes=1)
    Address.objects.bulk_create(
        Address(digest=f"{number}", url=f"page:{900 + number}", since=soon, due_at=soon) for number in range(2 * actions.AT_ONCE)
    )
    tasks.check_on.call(0)
    assert Address.objects.filter(found=Found.NEW).count() == actions.AT_ONCE


def test_a_round_without_pages_and_links_ends(db):
    tasks.weekly.call()
    assert not Address.objects.exists()


def test_pages_that_have_gone_are_no_error(homes):
    page = linking(homes["pt"], 900)
    tasks.read_again.call([page.pk, 0])
    assert urls() == ["page:900"]
    ArticlePage.objects.filter(pk=page.pk).update(live=False)
    tasks.look_again.call([page.pk])
    assert Address.objects.get().found == Found.HERE


def test_a_deleted_page_takes_its_rows_along_and_leaves_those_of_others(homes):
    pages = [linking(homes["pt"], 900), linking(homes["pt"], 900)]
    for page in pages:
        actions.read_page(page=page, now=NOW)
    pages[0].delete()
    assert [row.page_id for row in Leading.objects.all()] == [pages[1].pk]


def test_the_longest_waiting_are_asked_first(homes):
    for number, days in enumerate((1, 3, 2)):
        Address.objects.create(digest=f"{number}", url=f"page:{900 + number}", since=NOW, due_at=NOW - timedelta(days=days))
    assert actions.check_due(now=NOW, limit=1) == 1
    assert Address.objects.exclude(found=Found.NEW).get().url == "page:901"


def test_what_keeps_its_state_keeps_its_day(homes):
    row = Address.objects.create(digest="a", url="page:900", found=Found.HERE, since=NOW, due_at=NOW)
    actions.check_due(now=NOW + timedelta(days=7))
    row.refresh_from_db()
    assert (row.found, row.since, row.due_at) == (Found.HERE, NOW, NOW + timedelta(days=14))


def test_what_answers_in_any_way_is_nobodys_worry():
    assert not {Found.NEW, Found.FINE, Found.CLOSED, Found.UNSURE} & set(BROKEN)


def test_the_step_of_the_setup_makes_the_schedule(db):
    ((_order, title, run),) = setup_steps()
    assert title
    assert run(NOW) == "links every week"
    assert run(NOW) is None
