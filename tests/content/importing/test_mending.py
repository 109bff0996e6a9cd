"""An editor puts a torn end back with one press; nothing is put back twice."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from content.importing.actions import bring_in, mend
from content.importing.models import ImportedDocument
from content.importing.queries import leftovers_of
from content.importing.registry import kinds
from content.practices.models import PracticePage
from content.reading.document import read_text
from tests.factories.filled import INNOVATION_TAIL, as_text
from tests.factories.practices import library

NOW = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)


@pytest.fixture
def document(homes) -> ImportedDocument:
    """Return a form brought in whose Innovation is torn."""
    library("en")
    brought = bring_in(document=read_text(as_text(), name="form.txt"), kind=kinds()["practice"], now=NOW)
    assert brought.row is not None
    return brought.row


def torn(document: ImportedDocument):
    return document.leftovers.exclude(torn_from="").get()


def newest() -> PracticePage:
    return PracticePage.objects.get().get_latest_revision_as_object()


def test_the_end_stands_in_a_new_draft_and_is_ticked_off(document, editor):
    revision = mend(document=document, position=torn(document).position, user=editor, now=NOW)
    assert newest().innovation.endswith(f"saving visits, improving {INNOVATION_TAIL}</p>")
    assert (torn(document).done_by, torn(document).done_at, revision.user) == (editor, NOW, editor)


def test_twice_puts_it_back_once(document, editor):
    position = torn(document).position
    mend(document=document, position=position, user=editor, now=NOW)
    assert mend(document=document, position=position, user=editor, now=NOW) is None
    assert newest().innovation.count(INNOVATION_TAIL) == 1


def test_what_was_edited_meanwhile_stays(document, editor):
    page = PracticePage.objects.get()
    page.innovation = "<p>By hand, improving</p>"
    page.save_revision()
    mend(document=document, position=torn(document).position, user=editor, now=NOW)
    assert newest().innovation == f"<p>By hand, improving {INNOVATION_TAIL}</p>"


def test_after_mending_the_page_still_counts_as_untouched(document, editor):
    mend(document=document, position=torn(document).position, user=editor, now=NOW)
    again = bring_in(document=read_text(as_text(), name="form.txt"), kind=kinds()["practice"], now=NOW)
    assert again.outcome == "unchanged"


def test_only_torn_ends_are_put_back_and_only_where_the_page_stands(document, editor):
    understood = document.leftovers.filter(went="read").first()
    assert mend(document=document, position=understood.position, user=editor, now=NOW) is None
    position = torn(document).position
    PracticePage.objects.get().delete()
    assert mend(document=document, position=position, user=editor, now=NOW) is None


def test_the_box_names_the_text_that_breaks_off(document, django_assert_num_queries):
    with django_assert_num_queries(1):
        box = leftovers_of(document)
    assert [scrap.torn_name for scrap in box if scrap.torn_from] == ["innovation"]


def test_the_report_has_a_button_that_works_without_a_script(document, client, editor):
    editor.language = "en"
    editor.save()
    client.force_login(editor)
    address = reverse("importing-report", args=[document.uid])
    shown = client.get(address).content.decode()
    assert f'name="mend" value="{torn(document).position}"' in shown
    response = client.post(address, {"mend": str(torn(document).position), "leftovers-of": str(document.uid)})
    assert response.url == address
    assert INNOVATION_TAIL in newest().innovation
    assert 'name="mend"' not in client.get(address).content.decode()


@pytest.mark.parametrize("hostile", ["x", "-1", "9" * 30, "0"])
def test_a_hostile_position_does_nothing(document, client, editor, hostile):
    client.force_login(editor)
    assert client.post(reverse("importing-report", args=[document.uid]), {"mend": hostile}).status_code == 302
    assert INNOVATION_TAIL not in newest().innovation


def test_who_may_not_edit_the_page_may_not_mend(document, client, learner):
    client.force_login(learner)
    response = client.post(reverse("importing-report", args=[document.uid]), {"mend": str(torn(document).position)})
    assert response.status_code in (302, 403)
    assert INNOVATION_TAIL not in newest().innovation
