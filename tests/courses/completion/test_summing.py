"""The sum of deeds hangs on which there are, not on the order in which they were told."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.completion.choices import Deed
from courses.completion.summing import Rule, Told, summed

START = datetime(2027, 2, 1, 9, tzinfo=UTC)


def at(minutes):
    return START + timedelta(minutes=minutes)


def told(deed, minutes=0, token="", **data):
    return Told(deed, at(minutes), token or deed, data)


def scored(percent, minutes=0, *, number=1, token="", is_passed=None):
    is_passed = percent >= 60 if is_passed is None else is_passed
    return told(Deed.SCORED, minutes, token or f"a{number}", percent=percent, is_passed=is_passed, attempt=f"a{number}", number=number)


def posted(name, minutes=0, *, is_removed=False, token=""):
    return told(Deed.POSTED, minutes, token or name, post=name, is_removed=is_removed)


moments = st.integers(0, 5)
deeds = st.one_of(
    st.builds(told, st.sampled_from([Deed.VIEWED, Deed.MARKED]), moments),
    st.builds(
        lambda deed, minutes, token: told(deed, minutes, token),
        st.sampled_from([Deed.GRANTED, Deed.REVOKED]),
        moments,
        st.text("ab", max_size=2),
    ),
    st.builds(
        lambda percent, minutes, number, again: scored(percent, minutes, number=number, token=f"a{number} {again}"),
        st.integers(0, 100),
        moments,
        st.integers(1, 3),
        st.integers(0, 2),
    ),
    st.builds(
        lambda name, minutes, gone: posted(name, minutes, is_removed=gone, token=f"{name} {gone}"),
        st.sampled_from("xyz"),
        moments,
        st.booleans(),
    ),
)
logs = st.lists(deeds, min_size=1, max_size=12, unique_by=lambda deed: (deed.deed, deed.token))
rules = st.builds(
    Rule,
    st.sampled_from(["viewed", "marked", "passed", "posted"]),
    st.integers(1, 3),
    st.sampled_from(["best", "last", "first"]),
    st.booleans(),
)


@given(log=logs, rule=rules, data=st.data())
def test_any_order_gives_the_same(log, rule, data):
    assert summed(data.draw(st.permutations(log)), rule) == summed(log, rule)


@given(log=logs, rule=rules)
def test_what_is_told_twice_changes_nothing(log, rule):
    once, twice = summed(log, rule), summed([*log, *log], rule)
    assert twice == once


@given(log=logs, rule=rules, more=logs)
def test_nothing_that_she_does_later_takes_what_is_done_from_her(log, rule, more):
    """Only a message that is removed and a facilitator's mark taken back can."""
    takes = {Deed.REVOKED, Deed.POSTED}
    later = [Told(deed.deed, deed.at + timedelta(days=1), f"later {deed.token}", deed.data) for deed in more if deed.deed not in takes]
    if summed(log, rule).done_at:
        number = {"number": 9, "attempt": "a9"}
        later = [Told(row.deed, row.at, row.token, {**row.data, **number}) if row.deed == Deed.SCORED else row for row in later]
        assert summed([*log, *later], rule).done_at


@given(log=logs, rule=rules)
def test_the_sum_stays_within_its_bounds(log, rule):
    summary = summed(log, rule)
    assert summary.first_at <= summary.last_at
    assert summary.percent is None or 0 <= summary.percent <= 100
    assert 0 <= summary.posts <= 3
    assert summary.done_at is None or summary.first_at <= summary.done_at <= summary.last_at


def test_nothing_is_not_summed():
    with pytest.raises(ValueError, match="Nothing has happened"):
        summed([], Rule())


@pytest.mark.parametrize(("completes", "done"), [("viewed", at(1)), ("marked", at(2)), ("passed", at(3)), ("posted", at(4))])
def test_each_rule_looks_at_its_own_deed(completes, done):
    log = [told(Deed.VIEWED, 1), told(Deed.MARKED, 2), scored(70, 3), posted("x", 4)]
    assert summed(log, Rule(completes)).done_at == done
    others = [deed for deed in log if deed.at != done]
    assert summed(others, Rule(completes)).done_at is None


@pytest.mark.parametrize(("keeps", "percent"), [("best", 90), ("last", 30), ("first", 50)])
def test_the_attempt_that_counts_gives_the_per_cent(keeps, percent):
    log = [scored(50, 1, number=1), scored(90, 2, number=2), scored(30, 3, number=3)]
    assert summed(log, Rule("passed", keeps=keeps)).percent == percent


def test_attempts_are_ranked_by_their_numbers_even_where_the_clock_ended_one_late():
    log = [scored(50, 9, number=1), scored(90, 2, number=2)]
    assert summed(log, Rule("passed", keeps="first")).percent == 50
    assert summed(log, Rule("passed", keeps="last")).percent == 90


def test_where_the_first_attempt_counts_a_later_one_passes_nobody():
    log = [scored(50, 1, number=1), scored(90, 2, number=2)]
    assert summed(log, Rule("passed", keeps="first")).done_at is None
    assert summed(log, Rule("passed", keeps="best")).done_at == at(2)


def test_a_corrected_key_changes_the_per_cent_and_takes_no_pass_back():
    log = [scored(70, 1), scored(40, 5, token="a1 again")]
    summary = summed(log, Rule("passed"))
    assert (summary.percent, summary.done_at) == (40, at(1))
    log = [scored(40, 1), scored(70, 5, token="a1 again")]
    summary = summed(log, Rule("passed"))
    assert (summary.percent, summary.done_at) == (70, at(5))


def test_a_test_that_counts_in_the_figures_only_is_done_when_handed_in():
    assert summed([scored(0, 3)], Rule("passed", needs_pass=False)).done_at == at(3)


def test_messages_count_once_each_and_only_while_they_are_read():
    rule = Rule("posted", posts_min=2)
    log = [posted("x", 1), posted("y", 2), posted("x", 1)]
    assert (summed(log, rule).posts, summed(log, rule).done_at) == (2, at(2))
    log.append(posted("x", 3, is_removed=True, token="x removed"))
    assert (summed(log, rule).posts, summed(log, rule).done_at) == (1, None)
    log.append(posted("x", 4, token="x restored"))
    assert (summed(log, rule).posts, summed(log, rule).done_at) == (2, at(2))


def test_the_last_word_of_a_facilitator_counts_by_moment_then_by_token():
    grant, back = told(Deed.GRANTED, 1, "a"), told(Deed.REVOKED, 1, "b")
    assert summed([back, grant], Rule()).done_at is None
    assert summed([told(Deed.GRANTED, 1, "c"), back], Rule()).done_at == at(1)


def test_what_she_did_herself_stays_when_a_facilitators_mark_is_taken_back():
    log = [told(Deed.MARKED, 5), told(Deed.GRANTED, 1, "a"), told(Deed.REVOKED, 9, "b")]
    assert summed(log, Rule("marked")).done_at == at(5)


@pytest.mark.parametrize(("percent", "kept"), [(None, 0), (-3, 0), (140, 100), ("55", 55)])
def test_a_per_cent_that_is_none_does_no_harm(percent, kept):
    log = [told(Deed.SCORED, 1, percent=percent, is_passed=False)]
    assert summed(log, Rule("passed")).percent == kept
