"""A library of a hundred thousand practices answers like one of a thousand."""

import time
from io import StringIO
from urllib.parse import urlencode

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from content.demo.growth import grow_practices
from content.practices.models import PracticePage
from content.shelves.models import ShelfItem
from content.taxonomy.models import Country, Theme
from tests.content.shelves.checking import assert_no_drift
from tests.factories.accounts import PersonFactory
from tests.factories.practices import NOW

ROUNDS, TIMES = 5, 40
WORDS = ("fiscalização", "escola", "café", "cooperação rural")


@pytest.mark.django_db
def test_it_grows_to_a_number_and_no_further_and_is_indexed(shelf):
    said = []
    assert grow_practices(3, NOW, said.append) == 3
    assert grow_practices(3, NOW, said.append) == 0
    assert grow_practices(5, NOW, said.append) == 2
    assert said[:2] == ["practices: 3 of 3", "practices shelved: 3 of 3"]
    assert PracticePage.objects.live().count() == ShelfItem.objects.count() == 5
    assert_no_drift()
    page = PracticePage.objects.child_of(shelf["pt"]).order_by("path").last()
    assert page.get_parent().specific == shelf["pt"]
    assert shelf["pt"].__class__.objects.get(pk=shelf["pt"].pk).numchild == 5
    assert page.country_roles.exists()
    assert page.theme_links.exists()
    assert Client().get(f"/pt/practices/{page.slug}/").status_code == 200
    assert page.title in Client().get("/pt/practices/").content.decode()
    page.save_revision().publish(skip_permission_checks=True)  # an editor goes on from there


@pytest.mark.django_db
def test_the_command_takes_a_number_by_name(shelf, settings):
    said = StringIO()
    call_command("grow", practices=2, stdout=said)
    assert "practices: 2 made" in said.getvalue()
    call_command("grow", "practices=2", "--dry-run", stdout=said)
    assert "practices: would grow to 2" in said.getvalue()
    call_command("rebuild_library", "--dry-run", stdout=said)
    assert "2 practices are live, 2 are indexed." in said.getvalue()
    call_command("rebuild_library", stdout=said)
    assert "2 practices indexed (" in said.getvalue()
    settings.IS_DEMO_ALLOWED = False
    with pytest.raises(CommandError):
        call_command("grow", practices=3)


def paths() -> list[str]:
    """Return questions of three facets and a word each."""
    themes = list(Theme.objects.order_by("pk").values_list("slug", flat=True))
    codes = [code.casefold() for code in Country.objects.order_by("pk").values_list("iso2", flat=True)]
    return [
        "/pt/practices/?"
        + urlencode({"q": WORDS[place % 4], "region": region, "theme": themes[place : place + 3], "modality": way}, doseq=True)
        for place, (region, way) in enumerate([("africa", "triangular"), ("americas", "regional"), ("asia", "south-south")] * 2)
    ] + ["/pt/practices/?" + urlencode({"q": WORDS[0], "country": codes[:8], "year": [2010, 2011, 2012], "sector": "fishing"}, True)]


def p95(client: Client, asked: list[str]) -> tuple[float, float]:
    """Return the 95th percentile in ms, by the clock and by the processor, of the quietest of some rounds."""
    rounds = []
    for _round in range(ROUNDS):
        clock, cpu = [], []
        for place in range(TIMES):
            began, spent = time.perf_counter(), time.process_time()
            assert client.get(asked[place % len(asked)]).status_code == 200
            clock.append((time.perf_counter() - began) * 1000)
            cpu.append((time.process_time() - spent) * 1000)
        rounds.append((sorted(clock)[int(TIMES * 0.95) - 1], sorted(cpu)[int(TIMES * 0.95) - 1]))
    return min(one[0] for one in rounds), min(one[1] for one in rounds)


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(path)
    return len(asked)


@pytest.mark.prove
@pytest.mark.django_db
def test_a_hundred_thousand_practices_cost_what_a_thousand_do(shelf):
    """Run on PostgreSQL for the figures of the house (`DATABASE_URL=… make prove`)."""
    member = Client()
    member.force_login(PersonFactory())
    figures, asked = {}, paths()
    for count in (1_000, 100_000):
        began = time.monotonic()
        grow_practices(count, NOW, print)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        print(f"\n{connection.vendor}: {count} practices after {time.monotonic() - began:.0f} s")
        for who, client in (("stranger", Client()), ("member", member)):
            for path in [*asked, "/pt/practices/"]:
                client.get(path)
            clock, cpu = figures[who, count] = p95(client, asked)
            most = max(queries(client, path) for path in [*asked, "/pt/practices/", "/pt/practices/?sort=title&page=9"])
            print(f"  {count}, {who}: p95 {clock:.1f} ms by the clock, {cpu:.1f} of processor; {most} queries at most")
            assert most <= 10
    for who in ("stranger", "member"):
        (few, few_cpu), (many, many_cpu) = figures[who, 1_000], figures[who, 100_000]
        print(f"  {who}: {many / few:.2f} times by the clock, {many_cpu / few_cpu:.2f} times of processor")
        assert connection.vendor != "postgresql" or many <= 2 * few
