"""What harvesters are told follows what everybody may read, and says since when."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from lxml import etree

from content.audience.actions import set_level
from content.citing.queries import record_of
from content.harvesting.actions import catch_up, tell, tell_after
from content.harvesting.models import HarvestRecord
from content.harvesting.tasks import LATEST, tell_all_task, tell_task
from content.harvesting.telling import dc_of, sets_of
from content.taxonomy.models import Theme
from tests.content.harvesting.conftest import BEGAN
from tests.factories.practices import library, practice, whole

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(hours=5)


def known(page):
    return HarvestRecord.objects.get(translation_key=page.translation_key, language=page.locale.language_code)


def said(dc, name):
    return [one.text for one in etree.fromstring(dc).findall(f"{{http://purl.org/dc/elements/1.1/}}{name}")]


def test_a_practice_is_told_in_dublin_core_in_its_own_language(tree):
    page = whole("Calendário", countries="AO:offering")
    dc = dc_of(record_of(page))
    assert said(dc, "title") == ["Calendário"]
    assert said(dc, "creator") == ["Inês Mutombo"]
    assert said(dc, "language") == ["pt"]
    assert said(dc, "coverage") == ["Angola", "AO"]
    assert "SDG 8.7" in said(dc, "subject")
    assert said(dc, "rights") == ["CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"]
    assert "office@example.org" not in dc
    assert sets_of(record_of(page)) == {"language-pt", "theme-labour-inspection", "country-AO"}


def test_each_language_is_a_record_that_names_the_others(tree):
    page = whole("Calendário")
    practice("Calendrier", language="fr", translation_of=page, rendering="official")
    assert tell(keys=[page.translation_key], now=BEGAN) == 2
    assert HarvestRecord.objects.count() == 2
    [other] = said(known(page).dc, "relation")
    assert "/fr/practices/" in other


def test_telling_again_changes_no_date_and_a_change_does(tree):
    page = whole("Calendário")
    tell(keys=[page.translation_key], now=BEGAN)
    assert tell(keys=[page.translation_key], now=LATER) == 0
    assert known(page).changed_at == BEGAN
    page.title = "Calendário novo"
    page.save()
    assert tell(keys=[page.translation_key], now=LATER + timedelta(microseconds=7)) == 1
    assert known(page).changed_at == LATER


def test_another_country_moves_the_record_into_another_set(tree):
    page = practice("P", countries="AO")
    tell(keys=[page.translation_key], now=BEGAN)
    page.country_roles.all()[0].delete()
    tell(keys=[page.translation_key], now=LATER)
    assert {one.spec for one in known(page).memberships.all()} == {"language-pt", "theme-labour-inspection"}


def test_what_is_withdrawn_or_deleted_stays_as_deleted_and_may_come_back(tree):
    page = whole("Calendário")
    tell(keys=[page.translation_key], now=BEGAN)
    page.live = False
    page.save()
    assert tell(keys=[page.translation_key], now=LATER) == 1
    row = known(page)
    assert (row.is_deleted, row.dc, row.changed_at) == (True, "", LATER)
    assert row.memberships.exists()
    page.live = True
    page.save()
    assert tell(keys=[page.translation_key], now=LATER + timedelta(days=1)) == 1
    assert not known(page).is_deleted
    page.delete()
    tell_task.func([str(page.translation_key)])
    assert HarvestRecord.objects.get().is_deleted


def test_a_draft_is_never_told(tree):
    page = practice("Draft", live=False)
    assert tell(keys=[page.translation_key], now=BEGAN) == 0
    assert not HarvestRecord.objects.exists()


def test_what_is_closed_is_deleted_for_harvesters(tree, client):
    page = whole("Calendário")
    tell(keys=[page.translation_key], now=BEGAN)
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    assert known(page).is_deleted
    body = client.get("/oai/", {"verb": "ListRecords", "metadataPrefix": "oai_dc"}).content.decode()
    assert 'status="deleted"' in body
    assert "Calendário" not in body


def test_a_theme_of_another_name_is_told_of_all_its_practices_only(tree):
    mine, other = practice("A", themes="labour-inspection"), practice("B", themes="education-training")
    tell(keys=[mine.translation_key, other.translation_key], now=BEGAN)
    theme = Theme.objects.get(slug="labour-inspection")
    theme.name_pt = "Inspeção nova"
    theme.save()
    assert tell_after(key=None, now=LATER) is None
    assert "Inspeção nova" in known(mine).dc
    assert known(other).changed_at == BEGAN


def test_all_are_gone_through_in_pieces(tree, monkeypatch):
    monkeypatch.setattr("content.harvesting.actions.A_TIME", 2)
    pages = [practice(f"P{number}") for number in range(5)]
    key, steps = tell_after(key=None, now=BEGAN), 1
    while key is not None:
        key, steps = tell_after(key=key, now=BEGAN), steps + 1
    assert steps == 3
    assert HarvestRecord.objects.count() == len(pages)


def test_the_sweep_finds_what_came_unheard(tree):
    practice("P")
    assert catch_up(now=BEGAN) == 1
    assert catch_up(now=BEGAN) == 0


@pytest.mark.parametrize("many", [1, 3])
def test_telling_asks_the_same_questions_for_one_and_three(tree, many, django_assert_max_num_queries):
    keys = [practice(f"P{number}").translation_key for number in range(many)]
    tell(keys=keys, now=BEGAN)
    with django_assert_max_num_queries(20):
        assert tell(keys=keys, now=LATER) == 0


def test_publishing_withdrawing_and_deleting_are_heard(tree):
    page = whole("Calendário")
    page.save_revision().publish()
    assert not known(page).is_deleted
    page.unpublish()
    assert known(page).is_deleted
    page.save_revision().publish()
    assert not known(page).is_deleted
    page.get_parent().get_children().get(pk=page.pk).specific.delete()
    assert HarvestRecord.objects.get(translation_key=page.translation_key).is_deleted


def test_a_practice_moved_or_opened_again_is_told_with_its_new_address(tree):
    page = whole("Calendário", slug="velho")
    tell(keys=[page.translation_key], now=BEGAN)
    page.slug = "novo"
    page.save_revision().publish()
    assert any(where.endswith("/pt/practices/novo/") for where in said(known(page).dc, "identifier"))


def test_a_theme_renamed_in_the_admin_is_heard(tree):
    page = whole("Calendário")
    tell(keys=[page.translation_key], now=BEGAN)
    theme = Theme.objects.get(slug="labour-inspection")
    theme.name_pt = "Inspeção renomeada"
    theme.save()
    assert "Inspeção renomeada" in said(known(page).dc, "subject")


def test_of_many_changes_only_the_last_goes_through_all(tree):
    practice("P")
    cache.set(LATEST, 2000)
    tell_all_task.func("", 1000)
    assert not HarvestRecord.objects.exists()
    tell_all_task.func("", 2000)
    assert HarvestRecord.objects.exists()


def test_closing_what_holds_no_practice_looks_at_none(tree):
    practice("P")
    set_level(translation_key=tree.add("Elsewhere")["pt"].translation_key, level="members", now=timezone.now())
    assert not HarvestRecord.objects.exists()
