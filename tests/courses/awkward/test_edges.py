"""Days at the edge of the calendar and numbers of any length, typed into each field of each form: a sentence, never an error of ours."""

from urllib.parse import urljoin

import pytest

from tests.courses.awkward.test_hostile import ALL, FOR_STAFF, hold
from tests.factories.campus import address
from tests.factories.sheets import sheets_in

pytestmark = pytest.mark.django_db
EDGES = {"date": ("9999-12-31", "0001-01-01"), "datetime-local": ("9999-12-31T23:59", "0001-01-01T00:00")}
NUMBERS = ("9" * 25, "9" * 5000)
GIVEN = {"name": "N", "title": "T", "starts_on": "2027-01-25", "ends_on": "2027-03-31", "starts_at": "2027-02-03T10:00", "reason": "R"}


@pytest.mark.parametrize("end", [0, 1])
def test_staff_type_it_into_one_field_after_the_other(client, campus, people, end):
    client.force_login(people["admin"])
    sent = 0
    for route in FOR_STAFF:
        path = address(campus, route)
        page = client.get(path)
        is_page = page.status_code == 200 and not page.streaming
        for sheet in sheets_in(page.text) if is_page else []:
            if not sheet.is_post or "/account/" in sheet.action:
                continue
            for field in sheet.fields:
                words = EDGES.get(sheet.kinds.get(field), NUMBERS)[end]
                given = {name: GIVEN[name] for name in sheet.fields if name in GIVEN and not sheet.fields[name]}
                answer = client.post(urljoin(path, sheet.action or path), sheet.fields | given | {field: words})
                hold(answer, f"{path} {field}")
                sent += 1
    assert sent > 60
    for route in FOR_STAFF:
        hold(client.get(address(campus, route)), route.name)
    client.force_login(people["learner"])
    for route in ALL:
        if route not in FOR_STAFF:
            hold(client.get(address(campus, route)), route.name)
