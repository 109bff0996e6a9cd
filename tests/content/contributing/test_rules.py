"""Who may do what with a contribution: the stock cast, in each stage."""

import pytest

from content.contributing import actions, rules
from content.contributing.models import Contribution
from content.contributing.queries import authors_of, page_of
from content.reviewing import actions as reviewing
from content.reviewing.choices import Stage
from tests.factories.contributions import NOW, contribution

pytestmark = pytest.mark.django_db
CHECKS = (rules.can_write, rules.can_send, rules.can_take_back, rules.can_invite, rules.can_throw_away, rules.can_withdraw)


def allowed(user, row):
    return {check.__name__ for check in CHECKS if check(user, row)}


def joined(row, person):
    held = actions.invite(contribution=row, email=person.email, language="pt", by=row.owner, now=NOW)
    return actions.join(co_author=held, person=person, now=NOW)


def test_nobody_but_its_authors_finds_a_contribution(cast, row, other):
    joined(row, other)
    for role, person in {**cast, "other": other}.items():
        assert rules.can_see(person, row) is (role in ("learner", "other")), role
        assert rules.can_see(person, row) is (row in rules.visible_to(person)), role
        assert rules.can_begin(person) is (role != "stranger"), role


def test_who_was_asked_and_has_not_accepted_finds_nothing(row, other):
    actions.invite(contribution=row, email=other.email, language="pt", by=row.owner, now=NOW)
    assert not rules.can_see(other, row)


def test_a_draft_is_written_by_all_authors_and_deleted_by_its_owner(cast, row, other):
    joined(row, other)
    assert allowed(cast["learner"], row) == {"can_write", "can_send", "can_invite", "can_throw_away"}
    assert allowed(other, row) == {"can_write", "can_send"}
    assert allowed(cast["editor"], row) == allowed(cast["stranger"], row) == set()


def test_while_it_is_reviewed_nobody_writes(row, learner, reviewer):
    page = actions.send(contribution=row, by=learner, now=NOW)
    row.refresh_from_db()
    assert rules.stage_of(row) == Stage.SUBMITTED
    assert allowed(learner, row) == {"can_take_back", "can_invite"}
    reviewing.ask_changes(page=page, by=reviewer, comment="Mais números.", now=NOW)
    assert rules.stage_of(row) == Stage.CHANGES
    assert allowed(learner, row) == {"can_write", "can_send", "can_invite"}


def test_what_is_published_is_withdrawn_by_its_owner(row, learner, other):
    joined(row, other)
    page = actions.send(contribution=row, by=learner, now=NOW)
    actions.take_back(contribution=row, by=learner, now=NOW)
    page.get_latest_revision().publish(skip_permission_checks=True)
    row.refresh_from_db()
    assert page_of(row).live
    assert allowed(learner, row) == {"can_write", "can_send", "can_invite", "can_withdraw"}
    assert allowed(other, row) == {"can_write", "can_send"}


def test_authors_are_told_to_the_review(row, learner, other):
    joined(row, other)
    alone = contribution(other)
    assert authors_of([row.key, alone.key]) == {row.key: {learner.pk, other.pk}, alone.key: {other.pk}}
    assert authors_of([]) == {}


def test_whose_account_is_closed_finds_nothing(row, learner):
    learner.is_active = False
    assert not rules.can_see(learner, row)
    assert not rules.can_invite(learner, row)
    assert Contribution.objects.count() == 1
