"""The weekly round: links are read from live pages, asked, and called broken when they are."""

from datetime import UTC, datetime, timedelta

import pytest
from django_q.models import Schedule

from content.links import actions, tasks
from content.links.asking import Answer
from content.links.choices import Found
from content.links.models import Address, Leading
from content.links.wagtail_hooks import set_schedule
from content.pages.models import ArticlePage
from tests.factories.content import page_below, published

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
WEEK = timedelta(days=7)


def body(*urls):
    links = "".join(f'<a href="{url}">x</a>' for url in urls)
    return [("prose", f"<p>{links}</p>")]


def leading(home, *urls, **fields):
    return page_below(home, body=body(*urls), **fields)


def read(now=NOW):
    return actions.read_pages(now=now)


def test_links_of_live_texts_are_read_once_each(homes, web):
    leading(homes["pt"], f"{web}/fine", f"{web}/gone")
    leading(homes["pt"], f"{web}/gone", title="Outra")
    leading(homes["pt"], f"{web}/draft", title="Rascunho", live=False)
    read()
    read()
    assert sorted(row.url for row in Address.objects.all()) == [f"{web}/fine", f"{web}/gone"]
    assert Leading.objects.count() == 3


def test_links_to_this_site_are_not_asked_over_the_net(homes, settings):
    settings.SITE_URL = "https://academy.example"
    leading(homes["pt"], "https://academy.example/pt/x/", "mailto:a@example.org")
    read()
    assert not Address.objects.exists()


def test_the_round_ends_and_forgets_what_no_page_leads_to(homes, web):
    page = leading(homes["pt"], f"{web}/fine")
    last = read()
    assert last == page.pk
    ArticlePage.objects.filter(pk=page.pk).update(live=False)
    assert actions.read_pages(after=last, now=NOW) == 0
    assert not Address.objects.exists()


def test_what_is_due_is_asked_and_next_looked_at_in_a_week(homes, web, how):
    leading(homes["pt"], f"{web}/fine", f"{web}/gone")
    read()
    assert actions.check_due(now=NOW, how=how) == 2
    rows = {row.url.rpartition("/")[2]: row for row in Address.objects.all()}
    assert (rows["fine"].found, rows["gone"].found, rows["gone"].status) == (Found.FINE, Found.GONE, 404)
    assert {row.due_at for row in rows.values()} == {NOW + WEEK}
    assert actions.check_due(now=NOW, how=how) == 0


def test_what_could_not_be_asked_in_time_is_asked_later(homes, web, how, monkeypatch):
    leading(homes["pt"], f"{web}/fine")
    read()
    monkeypatch.setattr(actions, "SECONDS", 0.0)
    assert actions.check_due(now=NOW, how=how) == 1
    row = Address.objects.get()
    assert (row.found, row.due_at > NOW) == (Found.NEW, True)


@pytest.mark.parametrize(("silence", "end"), [(Found.UNSURE, Found.SILENT), (Found.NOWHERE, Found.NOWHERE)])
def test_silence_is_only_called_broken_after_three_weeks(homes, silence, end):
    row = Address.objects.create(digest="a", url="https://example.org/", since=NOW, due_at=NOW)
    said = []
    for week in range(3):
        row.refresh_from_db()
        said.append(actions.note(address=row, answer=Answer(silence), now=NOW + week * WEEK))
    assert said == [Found.UNSURE, Found.UNSURE, end]
    row.refresh_from_db()
    assert row.since == NOW + 2 * WEEK
    assert actions.note(address=row, answer=Answer(Found.FINE, 200), now=NOW + 3 * WEEK) == Found.FINE
    row.refresh_from_db()
    assert row.failures == 0


def test_a_link_to_a_page_that_readers_do_not_find_is_broken(homes):
    there = page_below(homes["pt"], title="Aqui")
    text = f'<p><a linktype="page" id="{there.pk}">x</a> <a linktype="page" id="999999">y</a></p>'
    page_below(homes["pt"], body=[("prose", text)])
    read()
    actions.check_due(now=NOW)
    assert dict(Address.objects.values_list("url", "found")) == {f"page:{there.pk}": Found.FINE, "page:999999": Found.HERE}


def test_a_mended_link_leaves_with_the_publication(homes, web):
    page = leading(homes["pt"], f"{web}/gone")
    read()
    page = ArticlePage.objects.get(pk=page.pk)
    page.body = body(f"{web}/fine")
    published(page)
    assert [row.address.url for row in Leading.objects.all()] == [f"{web}/fine"]
    ArticlePage.objects.get(pk=page.pk).unpublish()
    assert not Leading.objects.exists()


def test_the_whole_round_runs_by_jobs(homes):
    page_below(homes["pt"], body=[("prose", '<p><a linktype="page" id="999999">y</a></p>')])
    tasks.weekly.call()
    assert Address.objects.get().found == Found.HERE


def test_an_address_is_looked_at_again_when_asked(homes):
    page_below(homes["pt"], body=[("prose", '<p><a linktype="page" id="999999">y</a></p>')])
    read()
    row = Address.objects.get()
    Address.objects.update(due_at=NOW + 4 * WEEK)
    actions.recheck(address=row, now=NOW)
    row.refresh_from_db()
    assert row.found == Found.HERE


def test_the_schedule_is_made_once_and_mended(db):
    assert set_schedule(NOW) == "links every week"
    assert set_schedule(NOW) is None
    Schedule.objects.filter(name="links").update(repeats=1)
    assert set_schedule(NOW) == "links every week"
    assert Schedule.objects.filter(name="links").count() == 1
