"""How long to pause, and from where somebody comes."""

from datetime import datetime
from ipaddress import ip_address, ip_network
from math import ceil

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from .models import Counter

FREE_TRIES = 3
LONGEST_PAUSE = 15 * 60


def delay_after(count: int) -> int:
    """Return the seconds to wait after `count` tries: none after the first three, then 2, 4, 8 … up to a quarter of an hour."""
    if count <= FREE_TRIES:
        return 0
    return min(2 ** min(count - FREE_TRIES, 20), LONGEST_PAUSE)


def wait_for(*, name: str, key: str, limit: int, now: datetime) -> int:
    """Return the seconds until a try under this key may pass again, 0 where it may pass now. Counts nothing: `actions.hit` does."""
    row = Counter.objects.filter(name=name, key=hidden_key(name, key), count__gte=limit, ends_at__gt=now).first()
    return max(ceil((row.ends_at - now).total_seconds()), 1) if row else 0


def hidden_key(name: str, key: str) -> str:
    """Return the keyed hash under which a key is counted: addresses of people and machines are not kept."""
    return salted_hmac(f"limits.{name}", key, algorithm="sha256").hexdigest()


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
