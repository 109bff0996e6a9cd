"""The practices of the demo: published once, found at once, with few jobs."""

import json
from datetime import UTC, datetime

import pytest
from django_q.models import OrmQ

from content.demo.practices import PLACE, load_practices
from content.practices.choices import PROSE, Modality
from content.practices.models import PracticePage
from content.practices.queries import facts_of, live_practices, practice_of
from content.search.models import SearchText
from content.seeding.shaping import identity
from content.shelves.models import ShelfItem
from content.taxonomy.models import Country, SdgTarget, Theme
from content.versions.models import Version

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TOLD = json.loads(PLACE.read_text(encoding="utf-8"))
pytestmark = pytest.mark.django_db


@pytest.fixture
def queued(settings):
    """Let jobs wait in the queue, as on a site that runs."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


@pytest.fixture
def two(tmp_path):
    """Return a place where only the last two practices are told."""
    place = tmp_path / "practices.json"
    place.write_text(json.dumps(TOLD[-2:]), encoding="utf-8")
    return place


def load(place=PLACE):
    said = []
    return load_practices(now=NOW, say=said.append, place=place), said


def told():
    """Return the first of the two as it is told, and its page."""
    row = TOLD[-2]
    return row, practice_of(identity(f"practices/{row['slug']}"), row["language"])


@pytest.mark.usefixtures("homes", "queued")
def test_all_are_published_and_found_before_any_job_has_run():
    count, said = load()
    assert count == len(TOLD) == len(said) == live_practices().count()
    keys = set(live_practices().values_list("translation_key", flat=True))
    assert set(ShelfItem.objects.values_list("translation_key", flat=True)) == keys
    assert SearchText.objects.filter(page__in=live_practices()).count() == len(TOLD)
    assert Version.objects.filter(number=1).count() == len(TOLD)
    assert 0 < OrmQ.objects.count() <= 20 * len(TOLD)


@pytest.mark.usefixtures("homes")
def test_a_second_load_writes_nothing_and_what_people_made_of_one_stays(two):
    assert load(two)[0] == 2
    row, page = told()
    assert page.title == row["title"]
    page.title = "Mudado"
    page.save_revision().publish(skip_permission_checks=True)
    before = list(PracticePage.objects.order_by("pk").values_list("pk", "title", "latest_revision_id"))
    assert load(two) == (0, [])
    assert list(PracticePage.objects.order_by("pk").values_list("pk", "title", "latest_revision_id")) == before


@pytest.mark.usefixtures("homes")
def test_each_is_readable_in_every_language_and_says_what_was_made_up(two, client):
    load(two)
    row, page = told()
    assert PracticePage.objects.filter(translation_key=page.translation_key).count() == 4
    assert facts_of(page)["countries"] == [{"country": iso2, "role": "taking-part"} for iso2 in row["facts"]["countries"]]
    html = client.get(f"/fr/practices/{page.slug}/").content.decode()
    assert f'lang="{row["language"]}"' in html
    assert ('class="notice"' in html) is row["is_demonstration"]


def test_without_a_site_it_says_what_is_missing(two):
    with pytest.raises(LookupError, match=r"manage\.py setup"):
        load(two)


@pytest.mark.parametrize("row", TOLD, ids=[row["slug"] for row in TOLD])
def test_what_is_told_uses_the_words_of_the_taxonomy_and_answers_the_form(row):
    facts = row["facts"]
    assert Country.objects.filter(iso2__in=facts["countries"]).count() == len(facts["countries"])
    assert Theme.objects.filter(slug__in=facts["themes"]).count() == len(facts["themes"])
    assert SdgTarget.objects.filter(code__in=facts.get("targets", [])).count() == len(facts.get("targets", []))
    assert row["modality"] in Modality.values
    assert not [name for name in PROSE if not row["values"].get(name)]
    assert len(row["values"]["summary"].split()) <= 60
