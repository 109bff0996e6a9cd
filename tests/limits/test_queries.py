"""Pauses, and where somebody comes from."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import RequestFactory

from limits.actions import hit
from limits.models import Counter
from limits.queries import address_of, delay_after, hidden_key, range_of, wait_for

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def _wait(now=NOW, key="ana"):
    return wait_for(name="code", key=key, limit=2, now=now)


@pytest.mark.django_db
def test_who_has_tries_left_need_not_wait_and_asking_counts_nothing():
    hit(name="code", key="ana", limit=2, seconds=60, now=NOW)
    assert [_wait() for _ in range(5)] == [0] * 5
    assert Counter.objects.get().count == 1


@pytest.mark.django_db
def test_who_has_none_left_is_told_when_to_come_back():
    for _ in range(2):
        hit(name="code", key="ana", limit=2, seconds=60, now=NOW)
    assert (_wait(NOW + timedelta(seconds=20)), _wait(NOW + timedelta(seconds=60))) == (40, 0)
    assert _wait(key="rui") == 0


def test_a_key_is_hidden_and_another_under_another_name():
    assert "ana" not in hidden_key("code", "ana")
    assert hidden_key("code", "ana") != hidden_key("mail", "ana")


@pytest.mark.parametrize(("count", "seconds"), [(0, 0), (3, 0), (4, 2), (5, 4), (10, 128), (12, 512), (13, 900), (10**9, 900)])
def test_pauses_double_up_to_a_quarter_of_an_hour(count, seconds):
    assert delay_after(count) == seconds


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("10.1.2.3", "10.1.2.0/24"),
        ("2001:db8:1:2::3", "2001:db8:1::/48"),
        ("fe80::1%eth0", "fe80::/48"),
        ("", ""),
        ("nonsense", "nonsense"),
        ("999.1.1.1", "999.1.1.1"),
    ],
)
def test_a_range_is_the_network_around_an_address(address, network):
    assert range_of(address) == network


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "1.1.1.1", "9.9.9.9"),  # nobody of ours stands in front: what a stranger says of herself counts for nothing
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "1.1.1.1", "9.9.9.9"),
        (1, "", "9.9.9.9"),
    ],
)
def test_an_address_is_read_behind_our_own_proxies_only(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="9.9.9.9", headers={"x-forwarded-for": forwarded})
    assert address_of(request) == address
