"""A link in a mail is followed: nothing more by mail of what it names."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.guests.models import Guest
from forums.letters.stopping import Stop
from forums.subscriptions.actions import silence, subscribe
from forums.subscriptions.choices import Rhythm
from forums.subscriptions.followers import Follower


def stop(*, asked: Stop, now: datetime) -> bool:
    """Send this person no more mails of these things, whatever else she follows. Safe to call twice; False where there is no such person.

    A wish that she has ended meanwhile is kept as one for no mails, so that a forum that she follows does not bring the topic back.
    """
    return _set(asked, Rhythm.NEVER, now)


def resume(*, asked: Stop, now: datetime) -> bool:
    """Send this person mails of these things again, at once; a digest is chosen anew on her own page. Otherwise like `stop`."""
    return _set(asked, Rhythm.AT_ONCE, now)


@transaction.atomic
def _set(asked: Stop, rhythm: Rhythm, now: datetime) -> bool:
    follower = _follower(asked)
    if follower is None:
        return False
    for kind, name in asked.things:
        if kind == "r" and rhythm == Rhythm.NEVER:
            silence(follower=follower, rhythm=Rhythm(name), now=now)
        elif kind == "g":
            subscribe(follower=follower, rhythm=rhythm, now=now)
        elif kind == "t" and (topic := Topic.objects.filter(uid=name).first()):
            subscribe(follower=follower, topic=topic, rhythm=rhythm, now=now)
        elif kind == "f" and (forum := Forum.objects.filter(uid=name).first()):
            subscribe(follower=follower, forum=forum, rhythm=rhythm, now=now)
    return True


def _follower(asked: Stop) -> Follower | None:
    if asked.kind == "guest":
        guest = Guest.objects.filter(uid=asked.uid).select_related("claimed_by").first()
        return guest.claimed_by or guest if guest else None
    return User.objects.get_queryset().filter(uid=asked.uid, erased_at=None).first()
