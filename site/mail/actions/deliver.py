"""A mail is sent: claimed, committed as being sent, handed over, and its end noted.

The window: a worker killed after the server took the mail and before the row says so leaves one mail in doubt. It is sent
again when it counts as stuck, under the same Message-ID; so at most one mail a killed worker may come twice, none is lost.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from .. import transport
from ..choices import MOST_TRIES, PAUSES, State
from ..composing import composed
from ..models import Message, stuck_after
from .suppress import suppress_address


def deliver(*, id: int, now: datetime) -> State | None:
    """Send one mail and return the state it came to; None when it is not ours to send. Call outside a transaction."""
    message = _claim(id, now)
    if message is None:
        return None
    if not transport.is_set():
        return _end(message, State.KEPT)
    try:
        transport.send(composed(message, transport.opened()))
    except Exception as error:
        return _note_refusal(message, transport.judged(error), now)
    return _end(message, State.SENT, sent_at=now)


def _claim(id: int, now: datetime) -> Message | None:
    """Take the mail by one conditional UPDATE, so that of two workers one gets it.

    Should this worker die, the sweep looks at it as soon as it counts as stuck, however long it might still have waited for its job.
    """
    mine = Message.objects.claimable(now).filter(pk=id, attempts__lt=MOST_TRIES)
    if not mine.update(state=State.SENDING, claimed_at=now, next_attempt_at=now + stuck_after(), attempts=F("attempts") + 1):
        return None
    return Message.objects.get(pk=id)


def _note_refusal(message: Message, refusal: transport.Refusal, now: datetime) -> State | None:
    reason = refusal.reason[:500] or "No reason given."
    with transaction.atomic():
        if refusal.is_unknown:
            suppress_address(address=message.to, now=now)
        if refusal.is_final or message.attempts >= MOST_TRIES:
            return _end(message, State.FAILED, reason=reason)
        pause = timedelta(seconds=PAUSES[message.attempts - 1])
        return _end(message, State.WAITING, reason=reason, next_attempt_at=now + pause)


def _end(message: Message, state: State, **changes: object) -> State | None:
    """Note how this try ended, unless another worker has taken the mail for stuck meanwhile."""
    changes = {"reason": "", "next_attempt_at": None, **changes}
    still_mine = Message.objects.filter(pk=message.pk, state=State.SENDING, claimed_at=message.claimed_at)
    return state if still_mine.update(state=state, **changes) else None
