"""A module on one page: whole for who may read it, without what is not open yet, light, without scripts."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.audience.actions import set_level
from tests.factories.content import prose
from tests.factories.courses import link_below, reading_below
from tests.factories.learning import NOW, discussion_below, quiz_below, run, single

pytestmark = pytest.mark.django_db


def address(module):
    return f"/en/learning/print/{module.translation_key}/"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def module(modules, units):
    link_below(modules[0])
    discussion_below(modules[0])
    quiz_below(modules[0], single())
    return modules[0]


def test_a_stranger_prints_an_open_module(client, module):
    answer = client.get(address(module))
    page = words(answer)
    assert answer.status_code == 200
    for text in ("Read this.", "Talk.", "https://example.org/c138", "A quiz", "1. First reading"):
        assert text in page
    assert "<script" not in page
    assert "What age?" not in page  # the questions of a quiz are no reading


def test_what_is_no_module_is_not_found(client, units):
    assert client.get(f"/en/learning/print/{uuid4()}/").status_code == 404
    assert client.get(f"/en/learning/print/{units[0].translation_key}/").status_code == 404


def test_members_only_stays_so(client, module, ines):
    set_level(translation_key=module.translation_key, level="members", now=NOW)
    assert client.get(address(module)).status_code == 302
    client.force_login(ines)
    assert client.get(address(module)).status_code == 200


def test_a_unit_closed_to_strangers_is_left_out(client, module, units):
    set_level(translation_key=units[0].translation_key, level="members", now=NOW)
    assert "First reading" not in words(client.get(address(module)))


def test_what_is_not_open_yet_is_named_and_not_shown(as_ines, enrolment, module):
    closed = reading_below(module, title="Later", body=prose("Hidden words."), release='[{"type": "date", "value": "2027-03-01"}]')
    page = words(as_ines.get(address(module)))
    assert closed.title in page
    assert "Opens on March 1" in page
    assert "Hidden words." not in page


def test_a_module_that_is_not_open_yet_says_why(as_ines, enrolment, edition, module):
    edition.module_dates.filter(module_key=module.translation_key).update(opens_on=date(2027, 2, 5))
    page = words(as_ines.get(address(module)))
    assert "Opens on February 5" in page
    assert "Read this." not in page


def test_who_runs_the_edition_prints_all(as_ines, ines, enrolment, edition, module):
    edition.module_dates.filter(module_key=module.translation_key).update(opens_on=date(2027, 2, 5))
    run(edition, ines)
    assert "Read this." in words(as_ines.get(address(module)))


def test_it_asks_little_however_many_units(as_ines, enrolment, module):
    counts = []
    for number in range(3):
        reading_below(module, title=f"More {number}")
        as_ines.get(address(module))
        with CaptureQueriesContext(connection) as asked:
            as_ines.get(address(module))
        counts.append(len(asked))
    assert counts[0] == counts[2]
    assert counts[0] <= 12, [query["sql"][:150] for query in asked]


def test_the_module_says_what_the_print_weighs(client, module):
    page = words(client.get(module.get_url()))
    assert f'href="{address(module)}"' in page
    assert "about" in page.partition(address(module))[2][:200]


def test_it_is_read_in_another_language_and_says_so(client, module):
    page = words(client.get(address(module).replace("/en/", "/fr/")))
    assert 'lang="en"' in page
    assert "Read this." in page
