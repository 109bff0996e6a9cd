"""Writing practices, keeping their facts in line, taking them down."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from wagtail.models import Page

from content.pages.actions import spread_aliases
from content.practices.actions import fill_facts, plant_library, spread_facts, withdraw, write_practice
from content.practices.models import LibraryPage, PracticePage
from content.practices.queries import facts_of, practice_of, values_of
from content.practices.signals import facts_spread, practice_published, practice_withdrawn
from tests.factories.content import published
from tests.factories.practices import practice, whole

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
FACTS = {
    "countries": [{"country": "AO", "role": "offering"}, {"country": "ST", "role": ""}, {"country": "AO", "role": "offering"}],
    "themes": ["agriculture-rural", "education-training", "agriculture-rural"],
    "targets": ["8.7"],
    "instruments": ["C138"],
    "amounts": [{"amount": "150000", "currency": "USD", "source": "RBTC"}],
    "contacts": [{"name": "", "email": "a@example.org", "address": "", "confirmed_on": "2026-05-01"}, {"name": ""}],
    "materials": [{"title": "Guide", "address": "https://example.org/"}],
}
VALUES = {
    "title": "Calendário das colheitas",
    "summary": "Menos faltas.",
    "objectives": "Diminuir as faltas.\n\nSem custos.",
    "results": '<p onclick="x()">De 38 para <b>21</b>.<script>alert(1)</script> <a href="javascript:x()">mais</a></p>',
    "starts_year": 2024,
    "modality": "south-south",
    "acronyms": [{"short": "OIT", "meaning": "Organização Internacional do Trabalho"}],
    "building_blocks": [{"title": "Mapa", "what": "<p>De faltas</p>"}],
}


@pytest.fixture
def heard():
    """Return what was announced, in order."""
    said = []
    ears = {
        practice_published: lambda page, **kwargs: said.append(("published", page.locale.language_code)),
        practice_withdrawn: lambda page, **kwargs: said.append(("withdrawn", page.locale.language_code)),
        facts_spread: lambda page, **kwargs: said.append(("facts", page.locale.language_code)),
    }
    for signal, ear in ears.items():
        signal.connect(ear, weak=False)
    yield said
    for signal, ear in ears.items():
        signal.disconnect(ear)


def written(shelf, learner, **more):
    given = {"parent": shelf["pt"], "language": "pt", "values": VALUES, "facts": FACTS, "owner": learner, "now": NOW} | more
    return write_practice(**given)


def test_a_practice_is_written_as_a_draft_of_its_owner(shelf, learner):
    page = written(shelf, learner)
    assert (page.live, page.owner, page.slug, page.get_parent().pk) == (False, learner, "calendario-das-colheitas", shelf["pt"].pk)
    assert page.latest_revision.as_object().title == "Calendário das colheitas"


def test_facts_said_twice_count_once_and_empty_ones_not_at_all(shelf, learner):
    facts = facts_of(PracticePage.objects.get(pk=written(shelf, learner).pk))
    assert facts["countries"] == [{"country": "AO", "role": "offering"}, {"country": "ST", "role": "taking-part"}]
    assert facts["themes"] == ["agriculture-rural", "education-training"]
    assert [row["email"] for row in facts["contacts"]] == ["a@example.org"]
    assert facts["contacts"][0]["confirmed_on"] == "2026-05-01"
    assert facts["amounts"] == [{"amount": "150000", "currency": "USD", "source": "RBTC"}]


def test_prose_is_tidied_whoever_wrote_it(shelf, learner):
    page = written(shelf, learner)
    assert page.objectives == "<p>Diminuir as faltas.</p><p>Sem custos.</p>"
    assert page.results == "<p>De 38 para <b>21</b>. <a>mais</a></p>"


def test_a_practice_written_again_gets_a_new_draft_and_stays_one_page(shelf, learner):
    page = written(shelf, learner, key=(key := uuid4()))
    again = written(shelf, learner, key=key, values={"title": "Outro título"}, facts={"themes": ["girls-gender"]})
    assert again.pk == page.pk
    assert PracticePage.objects.filter(translation_key=key).count() == 1
    draft = again.latest_revision.as_object()
    assert (draft.title, draft.summary) == ("Outro título", "Menos faltas.")
    assert facts_of(draft)["themes"] == ["girls-gender"]
    assert facts_of(draft)["targets"] == ["8.7"]


def test_two_practices_of_one_title_stand_side_by_side(shelf, learner):
    assert written(shelf, learner).slug != written(shelf, learner).slug


def test_a_published_practice_does_not_change_before_its_draft_is_published(shelf, learner):
    page = published(written(shelf, learner, key=(key := uuid4())))
    written(shelf, learner, key=key, values={"title": "Novo"}, facts={"countries": [{"country": "BR"}]})
    page = PracticePage.objects.get(pk=page.pk)
    assert page.title == "Calendário das colheitas"
    assert len(facts_of(page)["countries"]) == 2
    page.latest_revision.publish(skip_permission_checks=True)
    page = PracticePage.objects.get(pk=page.pk)
    assert (page.title, facts_of(page)["countries"]) == ("Novo", [{"country": "BR", "role": "taking-part"}])


@pytest.mark.parametrize(
    "facts", [{"countries": [{"country": "XX"}]}, {"themes": ["nothing"]}, {"targets": ["99.9"]}, {"instruments": ["C000"]}]
)
def test_a_code_that_the_taxonomy_does_not_have_is_refused(shelf, facts):
    with pytest.raises(KeyError):
        fill_facts(page=PracticePage(), facts=facts)


def test_acronyms_and_building_blocks_are_values_of_the_text(shelf, learner):
    values = values_of(PracticePage.objects.get(pk=written(shelf, learner).pk))
    assert values["acronyms"] == [{"short": "OIT", "meaning": "Organização Internacional do Trabalho"}]
    [block] = values["building_blocks"]
    assert (block["title"], block["what"]) == ("Mapa", "<p>De faltas</p>")
    assert block["id"]


def test_publishing_writes_the_facts_into_the_other_languages_without_publishing_them(shelf, heard):
    original = whole(countries="BR MZ", starts_year=2019)
    french = practice("Pratique", language="fr", translation_of=original, rendering="unofficial", countries="PT", themes="domestic-work")
    before = french.last_published_at
    published(PracticePage.objects.get(pk=original.pk))
    french = PracticePage.objects.get(pk=french.pk)
    assert facts_of(french) == facts_of(PracticePage.objects.get(pk=original.pk))
    assert (french.starts_year, french.last_published_at) == (2019, before)
    assert ("facts", "fr") in heard
    assert ("published", "fr") not in heard


def test_a_translation_that_is_published_takes_the_facts_of_its_original(shelf):
    original = practice(countries="BR MZ")
    spanish = practice("Práctica", language="es", translation_of=original, rendering="unofficial", countries="CO")
    page = published(PracticePage.objects.get(pk=spanish.pk))
    assert [row["country"] for row in facts_of(page)["countries"]] == ["BR", "MZ"]


def test_an_open_draft_of_another_language_does_not_bring_old_facts_back(shelf):
    original = practice(countries="BR MZ")
    french = practice("Pratique", language="fr", translation_of=original, rendering="unofficial", countries="PT")
    draft = PracticePage.objects.get(pk=french.pk)
    draft.title = "Pratique nouvelle"
    draft.save_revision()
    spread_facts(translation_key=original.translation_key, now=NOW)
    revision = PracticePage.objects.get(pk=french.pk).latest_revision
    assert revision.as_object().title == "Pratique nouvelle"
    assert [row["country"] for row in facts_of(revision.as_object())["countries"]] == ["BR", "MZ"]
    revision.publish(skip_permission_checks=True)
    assert [row["country"] for row in facts_of(PracticePage.objects.get(pk=french.pk))["countries"]] == ["BR", "MZ"]


def test_spreading_twice_changes_nothing(shelf):
    original = whole()
    practice(language="en", translation_of=original, rendering="official", countries="PT")
    assert len(spread_facts(translation_key=original.translation_key, now=NOW)) == 1
    assert spread_facts(translation_key=original.translation_key, now=NOW) == []
    assert spread_facts(translation_key=uuid4(), now=NOW) == []


def test_texts_and_acronyms_stay_those_of_their_language(shelf):
    original = practice(acronyms={"OIT": "Organização"}, objectives="<p>Nosso</p>")
    english = practice(
        language="en", translation_of=original, rendering="unofficial", acronyms={"ILO": "Organization"}, objectives="<p>Ours</p>"
    )
    published(PracticePage.objects.get(pk=original.pk))
    english = PracticePage.objects.get(pk=english.pk)
    assert (english.objectives, english.acronyms.get().short) == ("<p>Ours</p>", "ILO")


def test_a_practice_is_withdrawn_in_all_languages_with_its_reason(shelf, editor, heard):
    original = practice()
    english = practice(language="en", translation_of=original, rendering="unofficial")
    assert withdraw(page=original, reason="  The figures were wrong. ", by=editor, now=NOW) == 2
    assert withdraw(page=original, reason="Again", by=editor, now=NOW) == 0
    assert not PracticePage.objects.filter(pk__in=[original.pk, english.pk], live=True).exists()
    assert sorted(heard) == [("withdrawn", "en"), ("withdrawn", "pt")]


def test_publishing_again_forgets_the_reason(shelf, editor):
    page = practice()
    withdraw(page=page, reason="The figures were wrong.", by=editor, now=NOW)
    assert published(PracticePage.objects.get(pk=page.pk)).withdrawn_reason == ""


def test_deleting_a_practice_is_told_once_its_row_is_gone(shelf):
    page, there = practice(), []

    def ear(page, **kwargs):
        there.append(PracticePage.objects.filter(translation_key=page.translation_key).exists())

    practice_withdrawn.connect(ear)
    PracticePage.objects.get(pk=page.pk).delete()
    assert there[-1] is False


def test_the_library_is_planted_once_in_every_language(homes):
    assert plant_library(now=NOW) == 4
    assert plant_library(now=NOW) == 0
    pages = LibraryPage.objects.all()
    assert {(page.slug, page.live) for page in pages} == {("practices", True)}
    assert len({page.translation_key for page in pages}) == 1
    assert not Page.objects.filter(alias_of__in=pages).exists()


def test_the_last_confirmation_of_a_contact_may_be_a_day(shelf):
    page = fill_facts(page=PracticePage(), facts={"contacts": [{"name": "Office", "confirmed_on": date(2026, 1, 5)}]})
    assert facts_of(page)["contacts"][0]["confirmed_on"] == "2026-01-05"


def test_a_practice_of_another_language_is_another_text(shelf, learner):
    page = written(shelf, learner, key=(key := uuid4()))
    english = written(shelf, learner, key=key, language="en", parent=shelf["en"], values={"title": "Harvest calendar"})
    assert english.pk != page.pk
    assert practice_of(key, "en") == english
    assert practice_of(key, "fr") is None


def test_facts_that_are_not_named_stay_and_an_empty_list_takes_away(shelf):
    page = PracticePage.objects.get(pk=whole(countries="BR MZ", themes="girls-gender").pk)
    fill_facts(page=page, facts={"themes": []})
    facts = facts_of(page)
    assert (facts["themes"], len(facts["countries"]), facts["targets"]) == ([], 2, ["8.7"])


@pytest.mark.parametrize("amount", ["0", "0.01", "150000.50", 7])
def test_amounts_come_back_as_they_were_given(shelf, amount):
    page = fill_facts(page=PracticePage(), facts={"amounts": [{"amount": amount, "currency": "USD"}]})
    assert facts_of(page)["amounts"][0]["amount"] == str(amount)


def test_pictures_and_documents_are_named_by_their_rows(shelf, picture, new_paper):
    paper = new_paper()
    facts = {"pictures": [{"picture": picture.pk, "alt": "A loom"}], "materials": [{"title": "Guide", "document": paper.pk}]}
    page = fill_facts(page=PracticePage(), facts=facts)
    assert facts_of(page)["pictures"] == facts["pictures"]
    assert facts_of(page)["materials"] == [{"title": "Guide", "address": "", "document": paper.pk}]


def test_a_write_that_fails_leaves_nothing_behind(shelf, learner):
    with pytest.raises(KeyError):
        written(shelf, learner, facts={"countries": [{"country": "XX"}]})
    assert not PracticePage.objects.exists()


def test_a_building_block_keeps_its_anchor_when_it_is_written_again(shelf, learner):
    key, anchor = uuid4(), "5e0d1c1f-7c07-4d2c-8a43-0a3a37a2e001"
    blocks = [{"id": anchor, "title": "Mapa", "what": "<p>De faltas</p>"}]
    written(shelf, learner, key=key, values={"title": "A", "building_blocks": blocks})
    again = written(shelf, learner, key=key, values={"building_blocks": [*blocks, {"title": "Lista"}]})
    found = values_of(again.latest_revision.as_object())["building_blocks"]
    assert found[0]["id"] == anchor
    assert [block["title"] for block in found] == ["Mapa", "Lista"]


def test_a_title_without_letters_has_an_address_all_the_same(shelf, learner):
    assert written(shelf, learner, values={"title": "???"}).slug
    assert written(shelf, learner, values={"title": "学校"}).slug


def test_an_acronym_said_twice_is_explained_once(shelf, learner):
    rows = [{"short": "OIT", "meaning": "Um"}, {"short": "OIT", "meaning": "Outro"}]
    page = written(shelf, learner, values={"title": "A", "acronyms": rows})
    assert values_of(PracticePage.objects.get(pk=page.pk))["acronyms"] == [{"short": "OIT", "meaning": "Outro"}]


def test_a_reason_is_cut_to_what_is_kept(shelf, editor):
    page = practice()
    withdraw(page=page, reason="x" * 400, by=editor, now=NOW)
    assert len(PracticePage.objects.get(pk=page.pk).withdrawn_reason) == 300


def test_aliases_are_taken_down_and_brought_back_with_their_text(shelf, editor):
    page = practice()
    spread_aliases(page=PracticePage.objects.get(pk=page.pk))
    assert withdraw(page=page, reason="Wrong.", by=editor, now=NOW) == 1
    assert not PracticePage.objects.filter(translation_key=page.translation_key, live=True).exists()
    published(PracticePage.objects.get(pk=page.pk))
    assert PracticePage.objects.filter(translation_key=page.translation_key, live=True).count() == 4
