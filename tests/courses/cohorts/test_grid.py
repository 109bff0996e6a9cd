"""What the grid costs, and what it shows."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.courses.cohorts.conftest import crowd, did
from tests.factories.accounts import PersonFactory
from tests.factories.courses import modules_below, units_below
from tests.factories.learning import edition_of, enrolled, run

pytestmark = pytest.mark.django_db


def where(edition, rest=""):
    return f"/en/teaching/editions/{edition.uid}/cohort/{rest}"


def cost(client, address):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.fixture
def big(client, course, facilitator):
    modules = modules_below(course, 6)
    pages = [page for module in modules for page in units_below(module, 5)]
    edition = edition_of(course)
    run(edition, facilitator)
    crowd(edition, pages, 200)
    client.force_login(facilitator)
    return edition


def test_two_hundred_people_in_six_modules_stay_within_the_budgets(client, big):
    client.get(where(big))
    with CaptureQueriesContext(connection) as warm:
        answer = client.get(where(big))
    assert answer.status_code == 200
    assert answer.text.count('scope="row"') == 200
    assert answer.text.count("<td data-label") == 200 * 8
    size = len(gzip.compress(answer.content, 6))
    print(f"grid: {len(warm)} queries, {len(answer.content)} bytes, {size} compressed")
    assert len(warm) <= 12, [query["sql"][:150] for query in warm.captured_queries]
    assert size <= 60_000


@pytest.mark.parametrize("rest", ["", "summary/", "write/", "export.csv", "export.xlsx"])
def test_screens_cost_the_same_with_one_person_and_with_three(inside, edition, units, ana, rest):
    did(ana, units[0][0])
    inside.get(where(edition, rest))
    one = cost(inside, where(edition, rest))
    for _ in range(2):
        did(enrolled(PersonFactory(country="AO", institution="MT"), edition), units[0][0])
    assert cost(inside, where(edition, rest)) == one
    assert one <= 12


def test_each_square_says_in_words_and_colour_where_one_stands(inside, edition, units, ana):
    for page in units[0]:
        did(ana, page)
    did(ana, units[1][0], done=False)
    text = inside.get(where(edition)).text
    assert 'data-label="Module 1" data-is="done">2/2 <small>done' in text
    assert 'data-label="Module 2" data-is="begun">0/2 <small>under way' in text
    assert '<td data-label="All">50 %</td>' in text
    assert "Ana Évora" in text
    assert f'href="{ana.uid}/"' in text


def test_who_left_or_waits_is_not_in_the_grid(inside, edition, ana):
    for state in ("withdrawn", "asked", "waiting", "refused"):
        enrolled(PersonFactory(name=f"Who {state}"), edition, state=state)
    text = inside.get(where(edition)).text
    assert "Ana Évora" in text
    assert "Who " not in text


def test_people_of_another_edition_stay_there(inside, course, edition, units, ana):
    other = edition_of(course, name="2028")
    did(enrolled(ana.person, other), units[0][0])
    stranger = enrolled(PersonFactory(name="Elsewhere"), other)
    did(stranger, units[0][0])
    text = inside.get(where(edition)).text
    assert "Elsewhere" not in text
    assert '<td data-label="All">0 %</td>' in text


def test_more_than_two_hundred_people_are_read_page_by_page(inside, edition, units):
    crowd(edition, [units[0][0]], 203)
    first, second = inside.get(where(edition)), inside.get(where(edition, "?page=2"))
    assert first.text.count('scope="row"') == 200
    assert second.text.count('scope="row"') == 3
    assert 'rel="next" href="?page=2"' in first.text
    for odd in ("0", "999", "x", "-1", "1e9"):
        assert inside.get(where(edition, f"?page={odd}")).status_code == 200


def test_an_empty_cohort_says_so(inside, edition):
    assert "Nobody takes part yet." in inside.get(where(edition)).text


def test_names_are_shown_as_text(inside, edition):
    enrolled(PersonFactory(name="<b>Bold</b>", institution="<i>I</i>"), edition)
    text = inside.get(where(edition)).text
    assert "<b>Bold</b>" not in text
    assert "&lt;b&gt;Bold&lt;/b&gt;" in text


def test_a_course_that_is_not_published_has_no_columns_and_no_error(inside, course, edition, ana):
    course.live = False
    course.save(update_fields=["live"])
    for module in course.get_children():
        module.delete()
    assert inside.get(where(edition)).status_code == 200


def test_the_grid_has_no_inline_style_or_script(inside, edition, ana):
    text = inside.get(where(edition)).text
    assert " style=" not in text
    assert "<script>" not in text
