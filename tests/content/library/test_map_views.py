"""The map of what was found: each view has a map, each country with a practice is a link there or in the table, and the page is light."""

import gzip
import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from content.atlas.sheets import SLUGS, sheet
from content.audience.actions import set_level
from content.library.asking import asked_by
from content.library.map_views import slug_of
from content.practices.models import PracticeCountry
from content.shelves.actions import shelve
from content.taxonomy.models import Country, Region
from tests.factories.practices import practice

NOW = datetime(2026, 3, 3, tzinfo=UTC)
ADDRESS = "/en/library/map/"


@pytest.fixture
def practices(shelf):
    found = [
        practice("Harvest calendar", countries="AO ST", themes="education-training"),
        practice("List of dangerous work", countries="BR ST", themes="labour-inspection"),
        practice("Boats", countries="BB", themes="labour-inspection"),
    ]
    shelve(keys=[page.translation_key for page in found])
    return found


def links(text):
    """Return where the links of the map lead, by the name that is read aloud."""
    return {name: href for href, name in re.findall(r'<a href="([^"]+)" class="shade-\d"><title>([^<]+)</title>', text)}


def test_each_country_with_a_practice_is_a_link_to_its_list_on_the_map_and_in_the_table(client, practices):
    text = client.get(ADDRESS).content.decode()
    assert links(text) == {
        "Angola: 1": "/en/practices/?country=ao",
        "Barbados: 1": "/en/practices/?country=bb",
        "Brazil: 1": "/en/practices/?country=br",
        "São Tomé and Príncipe: 2": "/en/practices/?country=st",
    }
    rows = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th><td class="number">(\d+)</td>', text)
    assert {f"{name}: {number}": href for href, name, number in rows} == links(text)


def test_the_map_takes_the_question_of_the_library_along(client, practices):
    text = client.get(ADDRESS, {"theme": "labour-inspection"}).content.decode()
    assert set(links(text)) == {"Brazil: 1", "São Tomé and Príncipe: 1", "Barbados: 1"}
    assert links(text)["Barbados: 1"] == "/en/practices/?country=bb&amp;theme=labour-inspection"


def test_a_chosen_country_leaves_the_others_on_the_map(client, practices):
    assert len(links(client.get(ADDRESS, {"country": "ao"}).content.decode())) == 4


@pytest.mark.parametrize("slug", [*sorted(SLUGS), "palop", "northern-africa", "eastern-asia", "polynesia", "nowhere", "<b>", "world.json"])
def test_every_view_has_a_map_with_land(client, practices, slug):
    answer = client.get(ADDRESS, {"view": slug})
    assert answer.status_code == 200
    text = answer.content.decode()
    assert re.search(r'<svg class="atlas" viewBox="0 0 960 \d+"[^>]*><g transform="scale\(.5\)"><path class="land" d="M\d', text)
    assert "<b>" not in text.partition("<svg class")[2].partition("</svg>")[0]


def test_what_lies_outside_a_view_is_told_and_the_view_is_marked(client, practices):
    text = client.get(ADDRESS, {"view": "caribbean", "theme": "labour-inspection"}).content.decode()
    assert set(links(text)) == {"Barbados: 1"}
    assert "2 countries with good practices lie outside this map." in text
    assert 'href="?theme=labour-inspection&amp;view=world"' in text
    assert '<b aria-current="page">Caribbean</b>' in text


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_every_view_can_be_chosen(client, practices, slug):
    assert f'href="?view={slug}"' in client.get(ADDRESS, {"view": "africa" if slug != "africa" else "asia"}).content.decode()


def test_every_region_and_group_has_a_view_that_holds_its_countries(shelf):
    assert slug_of("cplp", asked_by("")) == "cplp"
    assert slug_of("mercosur", asked_by("")) == "south-america"
    assert slug_of("", asked_by("region=middle-africa")) == "middle-africa"
    assert slug_of("", asked_by("group=palop")) == "africa"
    assert slug_of("caribbean", asked_by("region=asia")) == "caribbean"
    assert slug_of("", asked_by("region=atlantis")) == "world"
    for region in Region.objects.all():
        assert slug_of(region.slug, asked_by("")) in SLUGS


@pytest.mark.parametrize("query", ["country=zz", "q=%22", "region=%00&theme=nope", "view=%F0%9F%98%80", "year=99999999999", "q=xyzzy"])
def test_hostile_values_give_a_map_without_links_and_a_way_back(client, practices, query):
    answer = client.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert "<svg class" in answer.content.decode()


def test_what_one_may_not_read_is_not_counted(client, shelf, practices, learner):
    set_level(translation_key=shelf["pt"].translation_key, level="members", now=NOW)
    assert links(client.get(ADDRESS).content.decode()) == {}
    assert "No country has a practice like this." in client.get(ADDRESS).content.decode()
    client.force_login(learner)
    assert len(links(client.get(ADDRESS).content.decode())) == 4


@pytest.mark.parametrize("count", [1, 3])
def test_the_map_costs_the_same_with_one_practice_and_with_three(shelf, django_assert_max_num_queries, count):
    shelve(keys=[practice(countries="AO BR ST").translation_key for _number in range(count)])
    client = Client()
    client.get(ADDRESS)
    with django_assert_max_num_queries(4):
        assert f"Angola: {count}" in client.get(ADDRESS).content.decode()


def test_with_150_countries_the_page_is_below_60_kilobytes(client, shelf):
    page, seen = practice(countries=""), sheet("world").lands
    countries = [country for country in Country.objects.order_by("iso2") if country.iso2 in seen][:150]
    PracticeCountry.objects.bulk_create(PracticeCountry(page=page, country=country, role="taking-part") for country in countries)
    shelve(keys=[page.translation_key])
    text = client.get(ADDRESS, {"theme": "labour-inspection", "q": "practice"}).content
    assert text.count(b'class="shade-1"><title>') == 150
    assert len(gzip.compress(text, 6)) < 60_000


def test_the_map_is_only_read_and_nobody_elses(client, shelf):
    assert client.post(ADDRESS).status_code == 405
    assert "private" in client.get(ADDRESS)["Cache-Control"]


def test_the_library_leads_to_the_map_and_the_figures(client, practices):
    text = client.get("/en/practices/", {"theme": "labour-inspection"}).content.decode()
    assert "/en/library/map/?theme=labour-inspection" in text
    assert "/en/library/figures/?theme=labour-inspection" in text
