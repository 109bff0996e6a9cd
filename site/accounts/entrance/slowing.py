"""Slowing down whoever tries wrong passwords or codes: growing pauses for each address and way, never a lock for good.

Call these outside a transaction: a count that is rolled back was never counted.
"""

from datetime import datetime

from limits.actions import forget, hit, pause
from limits.queries import range_of

from .choices import MAILS_PER_ADDRESS, MAILS_SECONDS, NETWORK_SECONDS, TRIES_PER_NETWORK, Way


def begin_try(*, way: Way, email: str, now: datetime) -> int:
    """Count a try before it is judged and return the seconds to wait; 0 means that it may be judged."""
    verdict = pause(name=f"accounts-{way}", key=_key(email), now=now)
    return 0 if verdict.allowed else verdict.retry_after


def forget_tries(*, way: Way, email: str, now: datetime) -> None:
    """Begin to count afresh: the right password or code was given."""
    forget(name=f"accounts-{way}", key=_key(email))


def may_mail(*, email: str, now: datetime) -> int:
    """Count a mail that anybody can ask for and return the seconds to wait before it; 0 means send."""
    verdict = hit(name="accounts-mails", key=_key(email), limit=MAILS_PER_ADDRESS, seconds=MAILS_SECONDS, now=now)
    return 0 if verdict.allowed else verdict.retry_after


def may_knock(*, address: str, now: datetime) -> int:
    """Count a form sent from this network and return the seconds to wait; generous, since offices share one address."""
    verdict = hit(name="accounts-network", key=range_of(address), limit=TRIES_PER_NETWORK, seconds=NETWORK_SECONDS, now=now)
    return 0 if verdict.allowed else verdict.retry_after


def _key(email: str) -> str:
    return email.strip().lower()
