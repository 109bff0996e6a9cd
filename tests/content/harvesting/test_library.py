"""Practices as editors publish, change and withdraw them, gathered by a harvester from the shelf: what it holds is what strangers read."""

import time

import pytest
from django.utils import timezone

from content.audience.actions import set_level
from content.demo.growth import grow_practices
from content.harvesting.models import HarvestRecord
from content.harvesting.tasks import tell_all_task
from content.pages.addresses import address, full
from content.practices.actions import withdraw
from content.practices.models import PracticePage
from content.practices.queries import practices_seen_by
from tests.content.harvesting.conftest import BEGAN
from tests.factories.accounts import PersonFactory
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db


def readable():
    """Return title and address of each text that strangers read, by the name that harvesters give it."""
    pages = practices_seen_by(None).select_related("locale")
    return {
        f"oai:testserver:{page.translation_key}:{page.locale.language_code}": (
            " ".join(page.title.split()),
            full(address(page.url_path, language=page.locale.language_code)),
        )
        for page in pages
    }


class Archive:
    """What a harvester keeps: the last of each name; what is deleted goes."""

    def __init__(self):
        self.held, self.given = {}, []

    def take(self, records):
        for one in records:
            self.given.append(one.header.identifier)
            if one.header.deleted:
                self.held.pop(one.header.identifier, None)
            else:
                self.held[one.header.identifier] = (one.metadata["title"][0], one.metadata["identifier"][0])


@pytest.fixture
def shelf(tree, harvester):
    """Return nine practices, three of them in French, too, told of some time ago."""
    pages = [whole(f"Prática {number}", slug=f"p-{number}") for number in range(9)]
    for page in pages[:3]:
        practice(f"Pratique {page.pk}", language="fr", translation_of=page, rendering="official")
    tell_all_task.func()
    HarvestRecord.objects.update(changed_at=BEGAN)
    return pages


def test_every_text_that_strangers_read_is_gathered_once(shelf, harvester, monkeypatch):
    monkeypatch.setattr("content.harvesting.queries.A_TIME", 5)
    archive, asks = Archive(), harvester()
    archive.take(asks.ListRecords(metadataPrefix="oai_dc"))
    assert archive.held == readable()
    assert len(archive.given) == len(set(archive.given)) == 12
    assert len(asks.adapter.asked) == 3


def test_what_editors_do_during_a_harvest_is_neither_lost_nor_kept_when_it_is_gone(shelf, harvester, monkeypatch):
    monkeypatch.setattr("content.harvesting.queries.A_TIME", 4)
    boss = PersonFactory(is_superuser=True)

    def edit(question):
        if question == 1:
            withdraw(page=PracticePage.objects.get(pk=shelf[8].pk), reason="x", by=boss, now=timezone.now())
            page = PracticePage.objects.get(pk=shelf[0].pk)
            page.title = "Prática de outro nome"
            page.save_revision().publish()
        if question == 2:
            practice("Nova").save_revision().publish()
            PracticePage.objects.get(pk=shelf[7].pk).delete()

    archive = Archive()
    archive.take(harvester(edit).ListRecords(metadataPrefix="oai_dc"))
    assert archive.held == readable()
    assert {"Prática de outro nome", "Nova"} <= {title for title, _where in archive.held.values()}


def test_a_later_harvest_gives_only_what_changed_since(shelf, harvester):
    archive, asks = Archive(), harvester()
    archive.take(asks.ListRecords(metadataPrefix="oai_dc"))
    archive.given.clear()
    shelf[4].title = "Outra"
    shelf[4].save_revision().publish()
    PracticePage.objects.get(pk=shelf[5].pk).unpublish()
    archive.take(asks.ListRecords(metadataPrefix="oai_dc", **{"from": "2026-03-02"}))
    assert archive.held == readable()
    assert {name.split(":")[2] for name in archive.given} == {str(shelf[4].translation_key), str(shelf[5].translation_key)}


def test_a_set_gives_the_practices_of_one_language_country_or_theme(shelf, harvester):
    other = practice("Angola", countries="AO", themes="education-training")
    tell_all_task.func()
    asks = harvester()

    def names(spec):
        return {one.metadata["title"][0] for one in asks.ListRecords(metadataPrefix="oai_dc", set=spec)}

    assert names("country-AO") == names("theme-education-training") == {other.title}
    assert len(names("language-fr")) == 3
    assert len(names("country-BR")) == 12


def test_a_closed_library_is_emptied_for_harvesters_and_filled_again(shelf, harvester):
    archive, asks = Archive(), harvester()
    archive.take(asks.ListRecords(metadataPrefix="oai_dc"))
    for level in ("members", "open"):
        set_level(translation_key=library().translation_key, level=level, now=timezone.now())
        archive.take(asks.ListRecords(metadataPrefix="oai_dc"))
        assert archive.held == readable()
        assert len(archive.held) == (0 if level == "members" else 12)


def test_a_library_that_is_deleted_leaves_deleted_records(shelf, harvester):
    library("fr").delete()
    archive = Archive()
    archive.take(harvester().ListRecords(metadataPrefix="oai_dc"))
    assert archive.held == readable()
    assert HarvestRecord.objects.filter(is_deleted=True, language="fr").count() == 3


def test_no_mail_address_is_given_to_harvesters(shelf, harvester):
    raw = "".join(one.raw for one in harvester().ListRecords(metadataPrefix="oai_dc"))
    assert "office@example.org" not in raw
    assert "Inês Mutombo" in raw


@pytest.mark.prove
def test_a_thousand_practices_are_gathered_without_loss(tree, harvester):
    library()
    grow_practices(1000, timezone.now(), print)
    began = time.monotonic()
    tell_all_task.func()
    told, archive = time.monotonic() - began, Archive()
    archive.take(harvester().ListRecords(metadataPrefix="oai_dc"))
    print(f"\n{len(archive.held)} records told in {told:.1f} s, gathered in {time.monotonic() - began - told:.1f} s")
    assert archive.held == readable()
    assert len(archive.given) == len(set(archive.given)) == 1000
