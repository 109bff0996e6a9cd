"""Versions of the notices and who accepted them."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.actions import accept_notices, raise_notice
from accounts.models import Acceptance, Notice
from accounts.notices.queries import links_to_notices
from accounts.queries import current_notices, is_accepted_by, pending_for
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def test_the_newest_version_of_each_kind_is_in_force():
    raise_notice(kind="terms", version="1", now=NOW)
    second = raise_notice(kind="terms", version="2", now=LATER)
    privacy = raise_notice(kind="privacy", version="1", now=NOW)
    assert current_notices(LATER) == [second, privacy]
    assert [notice.version for notice in current_notices(NOW)] == ["1", "1"]
    assert current_notices(NOW - timedelta(seconds=1)) == []


def test_raising_the_same_version_again_changes_nothing():
    first = raise_notice(kind="terms", version="1", now=NOW)
    assert raise_notice(kind="terms", version="1", now=LATER) == first
    assert Notice.objects.get().raised_at == NOW


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="no such notice"):
        raise_notice(kind="cookies", version="1", now=NOW)


def test_the_first_acceptance_stands_and_a_change_is_pending_again():
    person = PersonFactory()
    notice = raise_notice(kind="terms", version="1", now=NOW)
    assert pending_for(person, LATER) == [notice]
    for moment in (NOW, LATER):
        accept_notices(person=person, notices=[notice], now=moment)
    assert Acceptance.objects.get().accepted_at == NOW
    assert is_accepted_by(person)
    changed = raise_notice(kind="terms", version="2", now=LATER)
    assert pending_for(person, LATER) == [changed]


def test_where_nothing_is_raised_nothing_is_pending():
    assert is_accepted_by(PersonFactory())


def test_both_notices_have_a_title_in_the_readers_language():
    assert [link["kind"] for link in links_to_notices("pt")] == ["terms", "privacy"]
    assert all(link["title"] for link in links_to_notices("fr"))
