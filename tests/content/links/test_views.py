"""Broken links in the editors' desk: who sees which, and what can be done."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission

from content.links.choices import Found
from content.links.models import Address, Leading
from content.links.queries import MOST_PAGES, with_pages
from content.links.rules import can_mend, can_recheck, mendable_by
from content.links.views import PER_PAGE
from tests.factories.content import page_below, section_below

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SEE = {"editor", "reviewer", "translator", "admin"}


def broken(page, name="x", found=Found.GONE):
    address = Address.objects.create(digest=name, url=f"https://{name}.example/", found=found, since=NOW, due_at=NOW, status=404)
    Leading.objects.create(page_id=page.pk, address=address)
    return address


@pytest.fixture
def page(homes):
    return page_below(homes["pt"], title="Ligações")


def test_broken_links_are_for_those_who_change_pages(cast, page):
    address = broken(page)
    assert {role for role, person in cast.items() if can_mend(person)} == SEE
    assert {role for role, person in cast.items() if can_recheck(person, address)} == SEE
    assert {role for role, person in cast.items() if mendable_by(person).exists()} == SEE


def test_one_sees_the_links_of_the_pages_that_one_may_change(homes, page, editor):
    section = section_below(homes["pt"], title="Secção")
    inside, outside = broken(section, "inside"), broken(page, "outside")
    GroupPagePermission.objects.filter(group__name="editor").update(page=section)
    assert [row.pk for row in mendable_by(editor)] == [inside.pk]
    assert not can_recheck(editor, outside)


def test_the_list_shows_address_finding_and_page(client, editor, page):
    editor.language = "en"
    editor.save()
    broken(page)
    broken(page, "fine", Found.FINE)
    client.force_login(editor)
    soup = BeautifulSoup(client.get(reverse("desk-links")).content, "html.parser")
    (row,) = soup.select("#desk tbody tr")
    assert "https://x.example/" in row.get_text()
    assert "there is nothing any more (404)" in row.get_text()
    assert row.find("a")["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_an_address_names_some_of_its_pages_by_title_and_only_those_that_one_may_change(homes, page, editor, django_assert_num_queries):
    section = section_below(homes["pt"], title="Secção")
    address, other = broken(page), broken(section, "y")
    for number in range(MOST_PAGES + 2):
        Leading.objects.create(page_id=page_below(section, title=f"Página {number}").pk, address=address)
    GroupPagePermission.objects.filter(group__name="editor").update(page=section)
    with_pages(editor, [])
    with django_assert_num_queries(1):
        rows = with_pages(editor, [address, other])
    assert [one.title for one in rows[0].pages] == [f"Página {number}" for number in range(MOST_PAGES)]
    assert [one.title for one in rows[1].pages] == ["Secção"]


def test_a_long_list_has_pages(client, editor, page):
    for number in range(PER_PAGE + 1):
        broken(page, f"n{number}")
    client.force_login(editor)
    for query, expected in (("", PER_PAGE), ("?page=2", 1), ("?page=nonsense", PER_PAGE), ("?page=99", 1)):
        soup = BeautifulSoup(client.get(reverse("desk-links") + query).content, "html.parser")
        assert len(soup.select("#desk tbody tr")) == expected


def test_a_hostile_address_is_shown_as_text(client, editor, page):
    address = broken(page)
    Address.objects.filter(pk=address.pk).update(url='https://x.example/"><script>alert(1)</script>')
    client.force_login(editor)
    assert "<script>alert(1)" not in client.get(reverse("desk-links")).text


def test_looking_again_is_asked_by_a_button_alone(client, editor, page):
    page_link = broken(page)
    Address.objects.filter(pk=page_link.pk).update(url="page:999999", due_at=datetime(2030, 1, 1, tzinfo=UTC))
    client.force_login(editor)
    where = reverse("desk-link-recheck", args=[page_link.pk])
    assert client.get(where).status_code == 405
    assert client.post(where).status_code == 302
    assert client.post(reverse("desk-link-recheck", args=[0]), follow=True).status_code == 404


def test_who_does_not_change_pages_is_refused(client, learner, partner, page):
    address = broken(page)
    client.force_login(learner)
    assert client.get(reverse("desk-links")).status_code in (302, 403)
    client.force_login(partner)
    assert client.post(reverse("desk-link-recheck", args=[address.pk])).status_code in (302, 403, 404)


def test_one_person_does_not_ask_endlessly(client, editor, page, monkeypatch):
    address = broken(page)
    client.force_login(editor)
    monkeypatch.setitem(__import__("content.links.views", fromlist=["x"]).HITS, "limit", 0)
    assert client.post(reverse("desk-link-recheck", args=[address.pk])).status_code in (302, 403)
    address.refresh_from_db()
    assert address.due_at == NOW


def queries(client):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(reverse("desk-links")).status_code == 200
    return len(caught)


def test_the_list_asks_the_same_with_one_row_and_with_three(client, editor, page):
    client.force_login(editor)
    broken(page)
    queries(client)
    few = queries(client)
    broken(page, "y")
    broken(page, "z")
    assert queries(client) == few
