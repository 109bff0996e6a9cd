"""Near copies: who is warned of which."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import WorkflowState

from content.audience.actions import set_level
from content.likeness.actions import catch_up, sketch
from content.likeness.models import Sketch, SketchBand
from content.likeness.queries import alike
from content.likeness.receivers import on_published, on_submitted
from content.practices.models import PracticePage
from tests.factories.practices import practice

NOW = datetime(2026, 3, 3, tzinfo=UTC)
PROSE = (
    "As associações de produtores e a inspeção do trabalho acordaram um calendário das colheitas que segue o da escola, de modo que "
    "as crianças não faltem às aulas na época do café; os professores visitaram as aldeias e falaram com as famílias sobre o transporte."
)


@pytest.fixture
def told(shelf):
    page = practice("Calendário das colheitas", objectives=f"<p>{PROSE}</p>")
    sketch(pages=[page.pk])
    return page


def test_the_same_title_is_found_in_whatever_language(told):
    found = alike(title="calendario das COLHEITAS", text="", language="fr")
    assert [(one.key, one.is_same_title, one.share, one.language) for one in found] == [(told.translation_key, True, 0, "pt")]


def test_a_very_similar_text_is_found_under_another_title(told):
    found = alike(title="Outra coisa", text=PROSE.replace("café", "cacau"), language="pt")
    assert [one.key for one in found] == [told.translation_key]
    assert found[0].share >= 50
    assert not found[0].is_same_title


def test_another_text_is_no_copy(told):
    other = "Pescadores do lago registam os barcos e os inspetores verificam a idade de quem trabalha a bordo, todas as semanas do ano."
    assert alike(title="Barcos", text=other, language="pt") == []
    assert alike(title="", text="", language="pt") == []


def test_the_practice_that_is_being_written_is_no_copy_of_itself(told):
    assert alike(title=told.title, text=PROSE, language="pt", but=told.translation_key) == []
    assert alike(title=told.title, text=PROSE, language="pt", but=uuid4())


def test_drafts_are_for_editors_only(shelf, learner, editor):
    draft = practice("Em segredo", objectives=f"<p>{PROSE}</p>", live=False)
    sketch(pages=[draft.pk])
    assert alike(title="Em segredo", text=PROSE, language="pt", user=learner) == []
    assert alike(title="Em segredo", text=PROSE, language="pt") == []
    assert [one.is_live for one in alike(title="Em segredo", text=PROSE, language="pt", user=editor)] == [False]


def test_what_one_may_not_read_is_not_told(told, shelf, learner):
    set_level(translation_key=shelf["pt"].translation_key, level="members", now=NOW)
    assert alike(title=told.title, text="", language="pt", user=AnonymousUser()) == []
    assert alike(title=told.title, text="", language="pt", user=learner)


def test_asking_costs_little(told, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        alike(title=told.title, text=PROSE, language="pt")


def test_five_at_most_the_same_title_first(told):
    copies = [practice(f"Cópia {number}", objectives=f"<p>{PROSE}</p>") for number in range(6)]
    sketch(pages=[page.pk for page in copies])
    found = alike(title="Cópia 3", text=PROSE, language="pt")
    assert len(found) == 5
    assert found[0].title == "Cópia 3"


def test_reading_again_changes_nothing_and_a_changed_text_is_read_anew(told):
    bands = set(SketchBand.objects.values_list("value", flat=True))
    assert sketch(pages=[told.pk]) == 1
    assert set(SketchBand.objects.values_list("value", flat=True)) == bands
    told.objectives = "<p>Curto.</p>"
    told.title = "Outro"
    told.save()
    sketch(pages=[told.pk])
    assert not SketchBand.objects.exists()
    assert Sketch.objects.get().title_key == "outro"


def test_pages_that_are_gone_are_left_out(told):
    assert sketch(pages=[told.pk + 999]) == 0
    PracticePage.objects.get(pk=told.pk).delete()
    assert not Sketch.objects.exists()


def test_those_without_a_sketch_are_caught_up_with_a_few_at_a_time(shelf):
    for _number in range(3):
        practice()
    practice(live=False)
    assert [catch_up(limit=2), catch_up(limit=2), catch_up(limit=2)] == [2, 1, 0]


def test_what_is_published_or_sent_to_review_is_read_at_once(shelf):
    one, other = practice(), practice(live=False)
    on_published(page=one)
    on_submitted(instance=WorkflowState(content_object=other))
    assert set(Sketch.objects.values_list("page_id", flat=True)) == {one.pk, other.pk}


def test_another_kind_of_page_that_is_sent_to_review_is_left_alone(shelf):
    on_submitted(instance=WorkflowState(content_object=shelf["pt"]))
    assert not Sketch.objects.exists()


def test_publishing_reads_the_practice(shelf):
    page = practice("Novo", live=False)
    page.save_revision().publish(skip_permission_checks=True)
    assert Sketch.objects.get().title_key == "novo"
