"""The stock cast before every rule, and each rule that picks rows beside its twin."""

import pytest

from content.reviewing import actions, rules
from tests.content.reviewing.conftest import NOW, fresh

pytestmark = pytest.mark.django_db
NOBODY = dict.fromkeys(("stranger", "learner", "facilitator", "moderator", "editor", "reviewer", "translator", "partner", "admin"), False)


def answers(rule, cast, page):
    return {name: bool(rule(person, page)) for name, person in cast.items()}


def test_who_writes_sends_reviews_and_sees_a_draft(sent, cast):
    """A draft of the learner's: editors, reviewers and translators may change every page, so they may send it on."""
    staff = {"editor": True, "reviewer": True, "translator": True, "admin": True}
    assert answers(rules.can_write, cast, sent) == NOBODY | {"learner": True}
    assert answers(rules.can_submit, cast, sent) == NOBODY | {"learner": True} | staff
    assert answers(rules.can_review, cast, sent) == NOBODY
    assert answers(rules.can_publish, cast, sent) == NOBODY
    assert answers(rules.can_take_back, cast, sent) == NOBODY
    assert answers(rules.can_see_review, cast, sent) == NOBODY | {"learner": True} | staff


def test_who_does_what_with_a_text_under_review(sent, cast, learner):
    actions.submit(page=sent, by=learner, now=NOW)
    page = fresh(sent)
    assert answers(rules.can_write, cast, page) == NOBODY
    assert answers(rules.can_take_back, cast, page) == NOBODY | {"learner": True}
    assert answers(rules.can_review, cast, page) == NOBODY | {"reviewer": True, "admin": True}
    assert answers(rules.can_publish, cast, page) == NOBODY
    assert answers(rules.can_pass_by, cast, page) == NOBODY


def test_who_publishes_what_was_accepted(sent, cast, learner, reviewer, second, monkeypatch):
    from wagtail import hooks

    monkeypatch.setitem(hooks._hooks, "review_gate", [])
    actions.submit(page=sent, by=learner, now=NOW)
    actions.accept(page=sent, by=reviewer, now=NOW)
    actions.accept(page=sent, by=second, now=NOW)
    page = fresh(sent)
    assert answers(rules.can_publish, cast, page) == NOBODY | {"editor": True, "reviewer": True, "admin": True}
    assert answers(rules.can_review, cast, page) == NOBODY
    waiting = {name: rules.waiting_for(person).exists() for name, person in cast.items()}
    assert waiting == answers(rules.can_publish, cast, page)


def test_what_waits_for_a_person_is_what_she_may_review(sent, article, cast, learner, editor):
    actions.submit(page=sent, by=learner, now=NOW)
    actions.submit(page=article, by=editor, now=NOW)
    for page in (fresh(sent), fresh(article)):
        found = {name: rules.waiting_for(person).filter(workflow_state__object_id=str(page.pk)).exists() for name, person in cast.items()}
        assert found == answers(rules.can_review, cast, page)


def test_who_reviews_at_all(cast, homes):
    assert {name for name, person in cast.items() if rules.is_reviewer(person)} == {"reviewer", "admin"}


def test_a_blocked_reviewer_reviews_nothing(sent, learner, reviewer):
    actions.submit(page=sent, by=learner, now=NOW)
    reviewer.is_active = False
    assert not rules.can_review(reviewer, fresh(sent))
    assert not rules.is_reviewer(reviewer)
    assert not rules.waiting_for(reviewer).exists()


def test_a_page_without_a_second_word_to_wait_for_may_be_published_past_its_review(article, editor, reviewer):
    assert rules.can_pass_by(reviewer, article)
    actions.submit(page=article, by=editor, now=NOW)
    assert rules.can_pass_by(reviewer, fresh(article))


def test_co_authors_named_by_another_room_are_authors(sent, learner, partner, reviewer, monkeypatch):
    from wagtail import hooks

    monkeypatch.setitem(hooks._hooks, "practice_authors", [(lambda keys: {key: {partner.pk, reviewer.pk} for key in keys}, 0)])
    assert rules.is_author(partner, sent)
    assert rules.can_submit(partner, sent)
    actions.submit(page=sent, by=learner, now=NOW)
    assert not rules.can_review(reviewer, fresh(sent))
    assert not rules.waiting_for(reviewer).exists()
