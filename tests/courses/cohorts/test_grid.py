"""What the grid costs, and what it shows."""

import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.courses.cohorts.conftest import crowd
from tests.factories.courses import modules_below, units_below
from tests.factories.learning import edition_of, run

pytestmark = pytest.mark.django_db


def where(edition, rest=""):
    return f"/en/teaching/editions/{edition.uid}/cohort/{rest}"


def test_two_hundred_people_in_six_modules_stay_within_the_budgets(client, course, facilitator):
    modules = modules_below(course, 6)
    pages = [page for module in modules for page in units_below(module, 5)]
    edition = edition_of(course)
    run(edition, facilitator)
    crowd(edition, pages, 200)
    client.force_login(facilitator)
    with CaptureQueriesContext(connection) as cold:
        answer = client.get(where(edition))
    assert answer.status_code == 200
    assert answer.text.count('scope="row"') == 200
    assert answer.text.count("<td data-label") == 200 * 8
    with CaptureQueriesContext(connection) as warm:
        client.get(where(edition))
    size = len(gzip.compress(answer.content, 6))
    print(f"grid: {len(cold)} queries cold, {len(warm)} warm, {len(answer.content)} bytes, {size} compressed")
    assert len(warm) <= 12, [query["sql"][:150] for query in warm.captured_queries]
    assert size <= 60_000
