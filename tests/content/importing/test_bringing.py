"""A document becomes a draft once; what a person has written since is never touched."""

import re
from collections import Counter
from datetime import date, time
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import Page

from content.importing.choices import Outcome
from content.importing.models import ImportedDocument, Leftover
from content.importing.refusals import Refused
from content.pages.models import InitiativePage, SectionPage, SessionPage
from content.reading.decoding import clean
from content.reading.words import count, visible
from courses.catalogue.models import CoursePage, ModulePage
from tests.factories.content import page_below, section_below
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, MODULE_PT, SESSION_EN, SESSION_ES, SESSION_FR, SESSION_WEB


def texts(value: Any) -> list[str]:
    """Return every string in a field, whether it holds words or blocks."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else [block["value"] for block in getattr(value, "raw_data", [])]
    return [text for part in inner for text in texts(part)]


def test_a_note_becomes_a_draft_session_below_the_sessions_of_its_language(bring):
    brought = bring(SESSION_EN)
    page = SessionPage.objects.get()
    assert brought.outcome == Outcome.CREATED
    assert (page.live, page.locale.language_code, page.get_parent().slug) == (False, "en", "sessions")
    assert page.slug == "how-ports-share-what-they-know-about-young-dockers"
    assert (page.event, page.place, page.date_as_written) == ("3rd World Forum on Work at Sea", "Praia, Cabo Verde", "Tuesday, June 9")
    assert (page.starts_on, page.starts_at_time, page.ends_at_time) == (None, time(9, 15), time(10, 45))
    assert (page.rendering, page.original_language, page.is_source_held) == ("unofficial", "pt", False)
    assert [block.block_type for block in page.note] == ["heading", "prose", "heading", "prose"]


def test_nothing_that_readers_see_changes(bring):
    before = set(Page.objects.live().values_list("pk", flat=True))
    bring(SESSION_EN)
    bring(INITIATIVE_EN, "initiative")
    bring(MODULE_EN, "module")
    assert set(Page.objects.live().values_list("pk", flat=True)) == before


def test_an_initiative_and_a_module_land_with_all_their_parts(bring):
    bring(INITIATIVE_EN, "initiative")
    bring(MODULE_PT, "module")
    page = InitiativePage.objects.get()
    assert [len(stream) for stream in (page.phases, page.achievements, page.focus, page.needs, page.partners)] == [4, 5, 5, 8, 1]
    assert page.achievements[0].value["figure"] == "1.7 thousand"
    module = ModulePage.objects.get()
    assert (module.hours, len(module.aims), len(module.videos)) == (6, 2, 2)
    assert isinstance(module.get_parent().specific, CoursePage)
    assert module.get_parent().get_parent().slug == "courses"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SESSION_EN, "session"),
        (SESSION_FR, "session"),
        (SESSION_ES, "session"),
        (INITIATIVE_EN, "initiative"),
        (MODULE_EN, "module"),
        (MODULE_PT, "module"),
    ],
)
def test_each_word_is_in_a_field_of_the_page_or_in_the_box(bring, text, kind):
    brought = bring(text, kind)
    page = brought.page.specific
    fields = {part["where"] for piece in brought.report["pieces"] for part in piece["parts"] if part["went"] == "page"}
    held = Counter()
    for name in fields:
        value = getattr(page, name)
        held += sum((count(visible(text)) for text in texts(value)), Counter())
    held += sum((count(row.text) for row in brought.row.leftovers.all()), Counter())
    given = count(re.sub(r"</?[ib]>", "", clean(text)))
    assert given - held == Counter()
    words = brought.report["words"]
    assert words["in"] == words["out"] == given.total() == words["page"] + words["read"] + words["left"]


def test_the_report_names_the_place_of_every_piece(bring):
    report = bring(SESSION_EN).report
    pieces = {piece["text"]: [(part["text"], part["went"], part["where"]) for part in piece["parts"]] for piece in report["pieces"]}
    assert pieces["Tuesday, June 9– 09.15 to 10.45"] == [
        ("Tuesday, June 9", "page", "date_as_written"),
        ("09.15 to 10.45", "read", "times"),
    ]
    assert all(pieces.values())
    assert [piece["number"] for piece in report["pieces"]] == list(range(1, len(report["pieces"]) + 1))
    assert report["page"]["title"] == "How ports share what they know about young dockers"
    assert (report["document"]["kind"], report["document"]["language"], report["document"]["language_from"]) == ("session", "en", "text")


def test_a_second_run_changes_nothing_and_says_so(bring):
    first = bring(SESSION_EN)
    before = list(Page.objects.order_by("pk").values("pk", "latest_revision_id", "last_published_at", "title"))
    again = bring(SESSION_EN.replace("\n", "\r\n"))
    assert (again.outcome, again.report["outcome"], again.page.pk) == (Outcome.UNCHANGED, "unchanged", first.page.pk)
    assert list(Page.objects.order_by("pk").values("pk", "latest_revision_id", "last_published_at", "title")) == before
    assert ImportedDocument.objects.count() == 1


def test_a_page_that_a_person_edited_is_kept_as_it_is(bring):
    bring(SESSION_EN)
    edited = SessionPage.objects.get()
    edited.title = "Edited by hand"
    edited.save_revision()
    again = bring(SESSION_EN)
    assert again.outcome == Outcome.KEPT
    assert SessionPage.objects.get().get_latest_revision_as_object().title == "Edited by hand"


def test_a_published_page_is_not_touched_either(bring):
    bring(SESSION_EN).page.specific.get_latest_revision().publish()
    bring(SESSION_EN)
    assert SessionPage.objects.get(alias_of=None).live


def test_a_page_that_was_deleted_is_made_again(bring):
    bring(SESSION_EN)
    SessionPage.objects.get().delete()
    again = bring(SESSION_EN)
    assert (again.outcome, ImportedDocument.objects.count(), SessionPage.objects.count()) == (Outcome.CREATED, 1, 1)
    assert again.row.leftovers.count() == Leftover.objects.count() > 0


def test_looking_saves_nothing(bring):
    before = Page.objects.count()
    looked = bring(SESSION_EN, is_dry=True)
    assert (looked.outcome, looked.row, looked.report["outcome"]) == (Outcome.LOOKED, None, "looked")
    assert looked.report["page"]["title"]
    assert (Page.objects.count(), ImportedDocument.objects.count(), Leftover.objects.count()) == (before, 0, 0)


def test_block_ids_are_the_same_on_every_site(bring):
    bring(SESSION_EN)
    ids = [block.id for block in SessionPage.objects.get().note]
    SessionPage.objects.get().delete()
    bring(SESSION_EN)
    assert [block.id for block in SessionPage.objects.get().note] == ids


def test_sections_that_stand_already_are_used(bring, homes):
    section = section_below(homes["en"], title="All meetings", slug="sessions")
    bring(SESSION_EN)
    assert SessionPage.objects.get().get_parent().pk == section.pk


def test_sections_made_in_two_languages_are_translations_of_each_other(bring):
    bring(SESSION_EN)
    bring(SESSION_FR)
    sections = SectionPage.objects.filter(slug="sessions")
    assert len(sections) == 2
    assert len({section.translation_key for section in sections}) == 1


def test_the_page_to_stand_below_can_be_chosen(bring, homes):
    section = section_below(homes["en"], title="Forum 3")
    bring(SESSION_EN, parent=section)
    assert SessionPage.objects.get().get_parent().pk == section.pk


def test_two_pages_with_one_title_get_two_addresses(bring):
    bring(SESSION_EN)
    bring(SESSION_EN + "\n\nA last word.")
    assert len(set(SessionPage.objects.values_list("url_path", flat=True))) == 2


def test_a_place_that_does_not_fit_is_refused_beside_its_field(bring, homes):
    article = page_below(homes["en"])
    for parent in (homes["pt"], article):
        with pytest.raises(Refused) as refusal:
            bring(SESSION_EN, parent=parent)
        assert refusal.value.field == "parent"
    assert not SessionPage.objects.exists()


@pytest.mark.parametrize(
    ("text", "kind", "field"),
    [
        (INITIATIVE_EN, "session", "kind"),
        (SESSION_EN, "module", "kind"),
        ("Praia", "session", "language"),
        (MODULE_EN, "initiative", "kind"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(bring, text, kind, field):
    with pytest.raises(Refused) as refusal:
        bring(text, kind)
    assert refusal.value.field == field
    assert "\n" not in str(refusal.value)
    assert not ImportedDocument.objects.exists()


def test_the_same_text_is_not_brought_in_as_another_kind(bring):
    bring(SESSION_EN)
    with pytest.raises(Refused) as refusal:
        bring(SESSION_EN, "module")
    assert refusal.value.field == "kind"


def test_a_language_without_a_first_page_is_refused(bring, homes):
    homes["fr"].delete()
    with pytest.raises(Refused) as refusal:
        bring(SESSION_FR)
    assert refusal.value.field == "language"


def test_brazilian_portuguese_is_written_in_portuguese(bring):
    assert bring(MODULE_PT, "module", language="pt-br").page.locale.language_code == "pt"


def test_a_web_page_becomes_the_same_kind_of_page(bring):
    page = bring(SESSION_WEB, language="en").page.specific
    assert page.starts_on == date(2026, 6, 9)
    assert "alert" not in str(page.note)
    assert '<a href="https://example.org/a">again</a>, soon' in page.note[1].value.source


def test_hostile_text_is_inert_on_the_page(bring):
    page = bring(SESSION_EN + '\n\n<script>alert(1)</script> <img src=x onerror="x"> **<b onclick=x>**').page.specific
    assert "<script" not in str(page.note[-1].value.source)
    assert "&lt;script&gt;" in page.note[-1].value.source


def test_the_database_keeps_one_row_for_a_text(bring):
    row = bring(SESSION_EN).row
    row.pk, row.uid = None, "0b0e7a3a-7d3c-4ad5-9d06-3a8f0a3f1a10"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
