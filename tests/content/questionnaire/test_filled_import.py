"""A filled form brought in is one draft in the library of its language, with all its facts; again changes nothing."""

from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.translation import override

from content.importing.actions import Brought, bring_in
from content.importing.registry import kinds
from content.likeness.actions import sketch
from content.practices.models import PracticePage
from content.reading.document import read_document
from tests.content.questionnaire.test_filled import REAL, needs_real
from tests.factories.content import site_tree
from tests.factories.filled import CODES, INNOVATION_TAIL, TITLE, as_text, as_word
from tests.factories.practices import library, practice

NOW = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def shelf(db):
    """Plant the library and speak English."""
    site_tree()
    with override("en"):
        yield library("en")


def bring(data: bytes, **given) -> Brought:
    return bring_in(document=read_document(data, name="form.txt"), kind=kinds()["practice"], now=NOW, **given)


def test_a_form_becomes_a_draft_practice_with_its_facts(shelf):
    bring(as_text().encode())
    page = PracticePage.objects.get()
    assert (page.title, page.live, page.get_parent().pk, page.locale.language_code) == (TITLE, False, shelf.pk, "en")
    assert sorted(link.country.iso2 for link in page.country_roles.all()) == CODES
    assert [(row.amount, row.currency, row.source) for row in page.amounts.all()] == [
        (Decimal("42500.00"), "USD", "Harbour fund of Praia"),
        (Decimal("1500000.00"), "BRL", ""),
    ]
    assert [row.address for row in page.materials.all()] == ["https://www.harbours.example.org", "https://www.quaybook2030.example.org"]
    assert [(row.short, row.meaning) for row in page.acronyms.all()] == [("NCP", "National Committee of Ports")]
    assert "<i>Common Book of the Quay</i>" in page.innovation


def test_the_draft_that_editors_open_has_the_facts_too(shelf):
    bring(as_text().encode())
    draft = PracticePage.objects.get().get_latest_revision_as_object()
    assert len(draft.country_roles.all()) == len(CODES)
    assert len(draft.contacts.all()) == 3


def test_a_form_brought_in_twice_is_one_page(shelf):
    bring(as_text().encode())
    again = bring(as_text().encode())
    assert (again.outcome, PracticePage.objects.count()) == ("unchanged", 1)


def test_the_same_form_as_word_is_no_second_page_but_looks_the_same(shelf):
    bring(as_text(is_torn=False).encode())
    looked = bring(as_word(), is_dry=True)
    first = bring(as_text(is_torn=False).encode()).report
    assert looked.report["rows"] == first["rows"]


def test_a_torn_end_is_joined_when_asked(shelf):
    brought = bring(as_text().encode(), is_mended=True)
    assert PracticePage.objects.get().innovation.endswith(f"improving {INNOVATION_TAIL}</p>")
    assert brought.report["words"]["left"] == 0
    assert brought.report["torn"] == []


def test_more_countries_in_the_text_than_in_the_list_are_noted(shelf):
    text = as_text().replace("Harbour masters of nine countries", "Harbour masters of 31 countries")
    notes = bring(text.encode()).report["notes"]
    assert [note for note in notes if "31 countries" in note and "the 9 that are named" in note]


def test_a_practice_that_is_here_already_is_noted(shelf):
    sketch(pages=[practice(TITLE, language="en").pk])
    assert f"Very like a practice that is here already: “{TITLE}”." in bring(as_text().encode()).report["notes"]


def test_the_command_offers_to_join_and_joins(shelf, tmp_path):
    path = tmp_path / "form.txt"
    path.write_text(as_text(), encoding="utf-8")
    out = StringIO()
    call_command("import_document", str(path), kind="practice", dry_run=True, stdout=out)
    call_command("import_document", str(path), kind="practice", join_torn=True, stdout=out)
    looked, made = out.getvalue().splitlines()
    assert looked.endswith("--join-torn joins it: end of “innovation”")
    assert "0 left over" in made


@needs_real
def test_the_real_form_is_one_page_however_often_it_is_brought_in(shelf):
    first = bring(REAL[0].read_bytes())
    again = bring(REAL[0].read_bytes())
    page = PracticePage.objects.get()
    assert (first.outcome, again.outcome, page.country_roles.count()) == ("created", "unchanged", 31)
    assert page.country_roles.filter(country__groups__slug="ri-lac").count() == 31
    assert "<i>" in page.innovation
    assert first.report["notes"] == []
    assert [row["text"] for row in first.row.leftovers.filter(went="left").values("text")] == [page_tail()]


def page_tail() -> str:
    """Return the torn end as the document has it: the only line that begins with a tab and a small letter."""
    lines = REAL[0].read_text(encoding="utf-8").splitlines()
    return next(line.strip() for line in lines if line.startswith("\t") and line.strip()[:1].islower())
