"""How long to pause, and from where somebody comes."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

FREE_TRIES = 3
LONGEST_PAUSE = 15 * 60


def delay_after(count: int) -> int:
    """Return the seconds to wait after `count` tries: none after the first three, then 2, 4, 8 … up to a quarter of an hour."""
    if count <= FREE_TRIES:
        return 0
    return min(2 ** min(count - FREE_TRIES, 20), LONGEST_PAUSE)


def address_of(request: HttpRequest) -> str:
    """Return the address that a request comes from, behind as many proxies of ours as TRUSTED_PROXIES says."""
    chain = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    proxies = settings.TRUSTED_PROXIES
    return chain[-proxies] if proxies and len(chain) >= proxies else request.META.get("REMOTE_ADDR", "")


def range_of(address: str) -> str:
    """Return the network of an address, /24 or /48: one person can change her address within it. Nonsense stays as it is."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    return str(ip_network((parsed, 24 if parsed.version == 4 else 48), strict=False))
