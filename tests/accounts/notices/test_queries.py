"""What is in force, asked cheaply."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail import hooks

from accounts.actions import accept_notices, raise_notice
from accounts.notices.queries import acceptances_of, current_versions, links_to_notices
from accounts.queries import pending_for
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_the_word_for_what_is_in_force_costs_a_query_once_and_changes_with_it(django_assert_num_queries):
    assert current_versions() == ""
    raise_notice(kind="terms", version="1", now=NOW)
    first = current_versions()
    with django_assert_num_queries(0):
        assert current_versions() == first
    raise_notice(kind="privacy", version="1", now=NOW)
    second = current_versions()
    raise_notice(kind="terms", version="2", now=NOW + timedelta(days=1))
    assert len({"", first, second, current_versions()}) == 4


@pytest.mark.parametrize("versions", [1, 3])
def test_what_is_pending_is_asked_in_two_queries(django_assert_num_queries, versions):
    person = PersonFactory()
    for version in range(versions):
        raise_notice(kind="terms", version=str(version), now=NOW + timedelta(days=version))
    with django_assert_num_queries(2):
        pending = pending_for(person)
    assert [notice.version for notice in pending] == [str(versions - 1)]


@pytest.mark.parametrize("versions", [1, 3])
def test_what_was_accepted_is_asked_in_one_query_newest_first(django_assert_num_queries, versions):
    person = PersonFactory()
    for version in range(versions):
        notice = raise_notice(kind="terms", version=str(version), now=NOW)
        accept_notices(person=person, notices=[notice], now=NOW + timedelta(days=version))
    with django_assert_num_queries(1):
        found = [row.notice.version for row in acceptances_of(person)]
    assert found == sorted(found, reverse=True)


def test_one_persons_acceptance_is_nobody_elses():
    notice = raise_notice(kind="terms", version="1", now=NOW)
    ana, rui = PersonFactory(has_accepted=False), PersonFactory(has_accepted=False)
    accept_notices(person=ana, notices=[notice], now=NOW)
    assert pending_for(ana) == []
    assert pending_for(rui) == [notice]


def test_the_first_storey_that_knows_the_text_is_asked_and_none_is_no_harm():
    def knows(kind, language):
        return f"/{language}/{kind}/" if kind == "terms" else None

    with hooks.register_temporarily("notice_url", knows):
        links = {link["kind"]: link["url"] for link in links_to_notices("es")}
    assert links["terms"] == "/es/terms/"
    assert links["privacy"] == ""
