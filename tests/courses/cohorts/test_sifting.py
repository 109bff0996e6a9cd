"""Every filter and order, as plain addresses."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from courses.cohorts.sifting import by_name, sifted
from courses.completion.models import Completion
from tests.courses.cohorts.conftest import did
from tests.courses.cohorts.test_standings import NOW as THEN
from tests.courses.cohorts.test_standings import row
from tests.factories.accounts import PersonFactory
from tests.factories.learning import edition_of, enrolled, run

pytestmark = pytest.mark.django_db
NAMES = re.compile(r'<th scope="row"><a href="[^"]+">([^<]+)</a>')


@pytest.fixture
def three(client, course, units, facilitator):
    """Three people by the clock of today: one is done, one is stuck, one has just begun."""
    now = timezone.now()
    start = (now - timedelta(days=60)).date()
    edition = edition_of(course, starts_on=start, ends_on=start + timedelta(days=400), zone="UTC")
    run(edition, facilitator)

    def person(name, days, **fields):
        someone = PersonFactory(name=name, **fields)
        return enrolled(someone, edition, since=now - timedelta(days=days))

    ana = person("Ana", 50, country="MZ", institution="IGT", language="pt")
    bia = person("Bia", 40, country="AO", institution="MT & Co", language="fr")
    person("Zoé", 2, country="", institution="", language="en")
    for pages in units:
        for page in pages:
            did(ana, page, at=now - timedelta(days=30))
    Completion.objects.create(enrolment=ana, completed_at=now - timedelta(days=30))
    did(bia, units[0][0], at=now - timedelta(days=9))
    edition.module_dates.create(module_key=units[0][0].get_parent().translation_key, due_on=(now - timedelta(days=10)).date())
    client.force_login(facilitator)
    return edition


def names(client, edition, query=""):
    answer = client.get(f"/en/teaching/editions/{edition.uid}/cohort/{query}")
    assert answer.status_code == 200
    return NAMES.findall(answer.text)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ana", "Bia", "Zoé"]),
        ("?country=MZ", ["Ana"]),
        ("?country=AO", ["Bia"]),
        ("?institution=IGT", ["Ana"]),
        ("?institution=MT+%26+Co", ["Bia"]),
        ("?language=fr", ["Bia"]),
        ("?standing=completed", ["Ana"]),
        ("?standing=begun", ["Bia"]),
        ("?standing=none", ["Zoé"]),
        ("?is_stuck=on", ["Bia"]),
        ("?is_stuck=on&days=10", []),
        ("?is_stuck=on&days=1", ["Bia", "Zoé"]),
        ("?is_late=on", ["Bia", "Zoé"]),
        ("?is_late=on&is_stuck=on", ["Bia"]),
        ("?is_late=on&country=AO&language=fr", ["Bia"]),
        ("?country=MZ&language=fr", []),
        ("?order=least", ["Zoé", "Bia", "Ana"]),
        ("?order=most", ["Ana", "Bia", "Zoé"]),
        ("?order=seen", ["Bia", "Ana", "Zoé"]),
        ("?order=unseen", ["Zoé", "Ana", "Bia"]),
    ],
)
def test_each_wish_picks_and_sorts(client, three, query, found):
    assert names(client, three, query) == found


@pytest.mark.parametrize(
    "query",
    ["?country=XX", "?order=drop", "?days=0", "?days=9999", "?days=x", "?standing='--", "?institution=%00", "?country=MZ&country=AO"],
)
def test_what_is_wrong_is_said_and_picks_nothing_wrong(client, three, query):
    answer = client.get(f"/en/teaching/editions/{three.uid}/cohort/{query}")
    assert answer.status_code == 200


@pytest.mark.parametrize("query", ["?country=XX", "?standing='--", "?institution=%00", "?language=tlh"])
def test_what_nobody_is_picks_nobody_and_never_everybody(client, three, query):
    assert names(client, three, query) == []
    assert client.get(f"/en/teaching/editions/{three.uid}/cohort/export.csv{query}").text.count("\r\n") == 1


def test_a_wrong_wish_is_told_beside_its_field(client, three):
    assert "Select a valid choice" in client.get(f"/en/teaching/editions/{three.uid}/cohort/?country=XX").text


def test_what_was_picked_stays_picked_in_the_form_and_in_the_ways_on(client, three):
    text = client.get(f"/en/teaching/editions/{three.uid}/cohort/?country=AO&is_late=on").text
    assert '<option value="AO" selected>' in text
    assert "export.csv?country=AO&amp;is_late=on" in text
    assert "write/?country=AO&amp;is_late=on" in text


def test_the_numbers_above_the_grid_are_of_everybody(client, three):
    text = client.get(f"/en/teaching/editions/{three.uid}/cohort/?country=AO").text
    assert "3 people take part." in text
    assert "Completed: 1. Stuck (nothing done for 7 days while something is open): 1. Late: 2." in text
    assert "Stuck since" in text


def test_names_are_sorted_as_readers_expect():
    people = [row(name=name) for name in ("Zoé", "álvaro", "Ana", "Émile", "eva")]
    assert [one.name for one in sifted(people, {})] == ["álvaro", "Ana", "Émile", "eva", "Zoé"]
    assert by_name(row(name="ÀÉ")) == "ae"


def test_of_equal_ones_the_name_decides():
    people = [row(name="B", seen_at=THEN), row(name="A", seen_at=THEN)]
    assert [one.name for one in sifted(people, {"order": "seen"})] == ["A", "B"]
