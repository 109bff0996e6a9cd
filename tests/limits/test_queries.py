"""Pauses, and where somebody comes from."""

import pytest
from django.test import RequestFactory

from limits.queries import address_of, delay_after, range_of


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
