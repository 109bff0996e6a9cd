"""What happens to wishes and news, one verb a file."""

from forums.subscriptions.actions.follow import follow_too, hand_over, silence, subscribe, unsubscribe
from forums.subscriptions.actions.keep import erase, forget_old
from forums.subscriptions.actions.seen import mark_all_seen, mark_seen
from forums.subscriptions.actions.tell import tell

__all__ = [
    "erase",
    "follow_too",
    "forget_old",
    "hand_over",
    "mark_all_seen",
    "mark_seen",
    "silence",
    "subscribe",
    "tell",
    "unsubscribe",
]
