"""Documents, places and reports are found and told."""

import pytest

from content.importing.models import ImportedDocument
from content.importing.queries import block_ids, document_of, gathering_pages, home_of, known, latest, locale_for, page_at, told_pieces
from content.importing.registry import kinds
from content.pages.models import SessionPage
from tests.factories.content import page_below, section_below
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, SESSION_EN


@pytest.mark.parametrize(("language", "code"), [("pt", "pt"), ("pt-br", "pt"), ("en", "en"), ("de", None)])
def test_each_interface_language_has_its_content(homes, language, code):
    locale = locale_for(language)
    assert (locale and locale.language_code) == code


def test_the_first_page_of_a_language_is_found(homes):
    assert home_of(homes["es"].locale).pk == homes["es"].pk


@pytest.mark.parametrize("named", ["/en/forum-3/", "en/forum-3", "/en/forum-3"])
def test_a_page_is_found_by_its_address(homes, named):
    section = section_below(homes["en"], title="Forum 3")
    assert page_at(named).pk == section.pk
    assert page_at(str(section.pk)).pk == section.pk


@pytest.mark.parametrize("named", ["", "/", "/de/", "/en/nowhere/below/", "0", "1", "９"])
def test_what_is_no_page_is_none(homes, named):
    assert page_at(named) is None


def test_a_document_is_known_by_its_hash_and_by_its_page(bring):
    row = bring(SESSION_EN).row
    assert known(row.sha256) == row
    assert known("0" * 64) is None
    assert document_of(SessionPage.objects.get()) == row


def test_the_latest_come_first_with_their_open_leftovers(bring, django_assert_num_queries):
    bring(SESSION_EN)
    bring(INITIATIVE_EN, "initiative")
    with django_assert_num_queries(1):
        rows = [(row.kind, row.open, row.locale.language_code) for row in latest(ImportedDocument.objects.all(), 5)]
    assert rows == [("initiative", 3, "en"), ("session", 0, "en")]
    assert len(latest(ImportedDocument.objects.all(), 1)) == 1


def test_only_pages_that_gather_others_are_offered(homes, editor, learner):
    section = section_below(homes["en"], title="Forum 3")
    page_below(homes["en"])
    assert [page.pk for page in gathering_pages(editor)] == [section.pk]
    assert not gathering_pages(learner).exists()


def test_a_report_is_told_in_words(bring):
    pieces = {piece["text"]: piece["parts"] for piece in told_pieces(bring(SESSION_EN).report)}
    line = pieces["Tuesday, June 9– 09.15 to 10.45"]
    assert [(part["label"], part["place"]) for part in line] == [
        ("on the page", "date as the source writes it"),
        ("understood", "the time from and until"),
    ]


def test_a_report_of_a_kind_that_is_gone_is_told_all_the_same(bring):
    report = bring(MODULE_EN, "module").report
    report["document"]["kind"] = "gone"
    assert len(told_pieces(report)) == len(report["pieces"])


def test_blocks_are_read_from_the_newest_draft(bring):
    page = bring(SESSION_EN).page.specific
    draft = page.get_latest_revision_as_object()
    draft.note = draft.note.stream_block.to_python(list(draft.note.raw_data)[:1])
    draft.save_revision()
    assert [kind for kind, _id in block_ids(SessionPage.objects.get())["note"]] == ["heading"]


def test_every_storey_offers_its_kinds():
    assert {name: kind.page_class.__name__ for name, kind in kinds().items()} == {
        "session": "SessionPage",
        "initiative": "InitiativePage",
        "module": "ModulePage",
    }


@pytest.mark.parametrize("kind", ["session", "initiative", "module"])
def test_each_nest_has_a_title_in_every_language(kind):
    assert all(nest.titles.keys() == {"pt", "en", "es", "fr"} for nest in kinds()[kind].nests)
