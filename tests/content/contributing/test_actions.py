"""Contributions are begun, saved part by part, sent, taken back, withdrawn."""

import pytest

from content.contributing import actions
from content.contributing.choices import MOST_OPEN
from content.contributing.models import Contribution, PartAnswers
from content.contributing.queries import answers_of, fingerprint, page_of
from content.contributing.refusals import Gone, Refused
from content.practices.models import LibraryPage, PracticePage
from content.questionnaire.form import PART, of_part
from content.reviewing import actions as reviewing
from content.reviewing.choices import Stage
from content.reviewing.queries import stage_of
from mail.models import Message
from tests.factories.contributions import NOW, SENTENCE, contribution

pytestmark = pytest.mark.django_db
EXCHANGE = PART["exchange"]


def save(row, by, seen=None, **answers):
    """Save answers of a part as somebody who saw `seen` (else what stands there now)."""
    now = of_part(EXCHANGE, answers_of(row))
    shown = {key: fingerprint(value) for key, value in (seen or now).items()}
    return actions.save_part(contribution=row, part=EXCHANGE, answers={**now, **answers}, seen=shown, by=by, now=NOW)


def test_a_contribution_begins_empty_or_with_what_a_filled_form_says(learner):
    row = actions.begin(owner=learner, language="fr", answers={"title": "Un"}, now=NOW)
    assert (row.title, row.language, answers_of(row)) == ("Un", "fr", {"title": "Un"})
    filled = actions.begin(
        owner=learner, language="pt", answers={"objectives": "x"}, leftovers=[{"text": "fim", "key": "innovation"}], now=NOW
    )
    assert filled.leftovers == [{"text": "fim", "key": "innovation", "is_done": False}]
    assert str(filled)


def test_one_person_does_not_begin_without_end(learner):
    Contribution.objects.bulk_create(
        [Contribution(owner=learner, language="pt", begun_at=NOW, changed_at=NOW) for _one in range(MOST_OPEN)]
    )
    with pytest.raises(Refused, match=str(MOST_OPEN)):
        contribution(learner)


def test_a_part_is_saved_also_where_much_is_wrong(row, learner):
    saved = save(row, learner, objectives="", cooperation="Ver o link.")
    assert saved.unsaved == {}
    assert answers_of(row)["cooperation"] == "Ver o link."
    assert answers_of(row)["objectives"] == ""
    assert answers_of(row)["innovation"], "other parts stay"


def test_two_who_change_different_answers_lose_nothing(row, learner, other):
    seen = of_part(EXCHANGE, answers_of(row))
    save(row, learner, seen, objectives="da Inês")
    saved = actions.save_part(
        contribution=row,
        part=EXCHANGE,
        answers={**seen, "cooperation": "da Outra"},
        seen={key: fingerprint(value) for key, value in seen.items()},
        by=other,
        now=NOW,
    )
    assert saved.unsaved == {}
    assert saved.answers == {"objectives": "da Inês", "cooperation": "da Outra"}


def test_where_two_change_the_same_answer_both_texts_stay(row, learner, other):
    seen = of_part(EXCHANGE, answers_of(row))
    save(row, learner, seen, objectives="da Inês")
    saved = save(row, other, seen, objectives="da Outra")
    assert saved.unsaved == {"objectives": "da Outra"}
    assert saved.by == learner
    assert answers_of(row)["objectives"] == "da Inês"
    assert save(row, other, objectives="das duas").unsaved == {}
    assert save(row, other, seen, objectives="das duas").unsaved == {}, "the same twice"


def test_what_comes_too_late_is_told(row, learner):
    Contribution.objects.all().delete()
    with pytest.raises(Gone):
        save(row, learner, objectives="x")


def test_sending_writes_the_page_and_starts_the_review(row, learner, reviewer):
    page = actions.send(contribution=row, by=learner, now=NOW)
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.starts_year, draft.owner) == ("Ler juntos os livros do porto", 2019, learner)
    assert [link.country.iso2 for link in draft.country_roles.all()] == ["BR", "MZ"]
    assert [str(row.amount) for row in draft.amounts.all()] == ["150000.50"]
    assert draft.building_blocks[0].value["title"] == "Livro comum"
    assert (page.live, stage_of(page), page.translation_key) == (False, Stage.SUBMITTED, row.key)
    assert Message.objects.filter(to=reviewer.email).exists(), "a reviewer is told"


def test_what_lacks_something_is_not_sent(homes, learner):
    row = contribution(learner, objectives="")
    with pytest.raises(Refused, match="1"):
        actions.send(contribution=row, by=learner, now=NOW)
    assert PracticePage.objects.count() == 0


def test_a_language_without_a_library_refuses_and_keeps_the_answers(row, learner):
    LibraryPage.objects.all().delete()
    with pytest.raises(Refused):
        actions.send(contribution=row, by=learner, now=NOW)
    assert answers_of(row)["objectives"]


def test_a_theme_that_was_taken_off_the_list_is_named(homes, learner):
    with pytest.raises(Refused, match="no-such"):
        actions.send(contribution=contribution(learner, theme_links=["no-such"]), by=learner, now=NOW)


def test_after_changes_the_same_page_is_sent_again_and_an_editors_words_stay(row, learner, reviewer, editor):
    page = actions.send(contribution=row, by=learner, now=NOW)
    mended = page.get_latest_revision_as_object()
    mended.results = "<p>Melhor dito por quem edita.</p>"
    mended.save_revision(user=editor)
    reviewing.ask_changes(page=page, by=reviewer, comment="Mais números.", now=NOW)
    assert answers_of(row)["results"] == "Melhor dito por quem edita."
    save(row, learner, objectives=SENTENCE * 4)
    again = actions.send(contribution=row, by=learner, now=NOW)
    assert (again.pk, PracticePage.objects.filter(locale=page.locale).count()) == (page.pk, 1)
    draft = again.get_latest_revision_as_object()
    assert "Melhor dito por quem edita." in draft.results
    assert draft.objectives.count("Dois países") == 4
    assert stage_of(again) == Stage.SUBMITTED


def test_what_is_taken_back_is_a_draft_again(row, learner):
    page = actions.send(contribution=row, by=learner, now=NOW)
    for _time in range(2):
        actions.take_back(contribution=row, by=learner, now=NOW)
    assert stage_of(page) == Stage.DRAFT


def test_what_was_never_sent_is_thrown_away_whole(row):
    for _time in range(2):
        actions.throw_away(contribution=row, now=NOW)
    assert not Contribution.objects.exists()
    assert not PartAnswers.objects.exists()


def test_what_was_sent_is_not_thrown_away(row, learner):
    actions.send(contribution=row, by=learner, now=NOW)
    with pytest.raises(Refused):
        actions.throw_away(contribution=row, now=NOW)


def test_what_is_published_is_withdrawn_with_its_reason(row, learner):
    page = actions.send(contribution=row, by=learner, now=NOW)
    actions.take_back(contribution=row, by=learner, now=NOW)
    page.get_latest_revision().publish(skip_permission_checks=True)
    for _time in range(2):
        actions.withdraw(contribution=row, reason="Já não é assim.", by=learner, now=NOW)
    held = page_of(row)
    assert (held.live, held.withdrawn_reason) == (False, "Já não é assim.")


def test_leftovers_are_ticked_off(learner):
    row = actions.begin(owner=learner, language="pt", answers={}, leftovers=[{"text": "a"}, {"text": "b"}], now=NOW)
    actions.tick_leftovers(contribution=row, done={1, 7})
    row.refresh_from_db()
    assert [leftover["is_done"] for leftover in row.leftovers] == [False, True]
