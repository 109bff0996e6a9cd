"""What was found in figures: by theme, region and year, drawn and as tables, each row leading to its list."""

import re

import pytest
from django.test import Client

from content.shelves.actions import shelve
from tests.factories.practices import practice

ADDRESS = "/en/library/figures/"


@pytest.fixture
def practices(shelf):
    found = [
        practice(countries="AO", themes="education-training", starts_year=2019, ends_year=2021),
        practice(countries="BR", themes="labour-inspection education-training", starts_year=2021, ends_year=2021),
    ]
    shelve(keys=[page.translation_key for page in found])
    return found


def rows(client, **query):
    text = client.get(ADDRESS, query).content.decode()
    found = re.findall(r'<th scope="row" class="depth-(\d)"><a href="([^"]+)">([^<]+)</a></th><td class="number">(\d+)</td>', text)
    return {name: (int(number), href) for _depth, href, name, number in found}


def test_themes_regions_and_years_are_counted_and_lead_to_their_lists(client, practices):
    found = rows(client)
    assert found["2021"] == (2, "/en/practices/?year=2021")
    assert found["2019"] == (1, "/en/practices/?year=2019")
    assert found["Africa"] == (1, "/en/practices/?region=africa")
    assert found["South America"][0] == 1
    assert sum(href == "/en/practices/?theme=education-training" and number == 2 for number, href in found.values()) == 1


def test_the_figures_take_the_question_of_the_library_along(client, practices):
    found = rows(client, country="br")
    assert "2019" not in found
    assert found["2021"] == (1, "/en/practices/?country=br&amp;year=2021")


def test_each_row_has_a_bar_and_the_years_a_chart_with_its_ends(client, practices):
    text = client.get(ADDRESS).content.decode()
    assert text.count('<svg class="bar-drawn"') == len(rows(client))
    chart = re.search(r'<svg class="columns-drawn"[^>]*role="img"[^>]*>(.*?)</svg>', text)[1]
    assert re.findall(r"<text[^>]*>(\d+)</text>", chart) == ["2019", "2021"]


@pytest.mark.parametrize("query", ["theme=nope", "q=xyzzy", "country=%3Cb%3E"])
def test_nothing_found_is_answered_kindly(client, practices, query):
    answer = client.get(f"{ADDRESS}?{query}&year=1066")
    assert answer.status_code == 200
    assert "<b>" not in answer.content.decode().partition("<main")[2].partition("<table")[0].replace("<b>0", "")


def test_an_empty_library_has_a_page(client, shelf):
    assert "No practice is like this." in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_figures_cost_the_same_with_one_practice_and_with_three(shelf, django_assert_max_num_queries, count):
    shelve(keys=[practice(countries="AO BR", starts_year=2020).translation_key for _number in range(count)])
    client = Client()
    client.get(ADDRESS)
    with django_assert_max_num_queries(4):
        assert rows(client)["Africa"][0] == count
