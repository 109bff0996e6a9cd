"""A moderator decides about a post."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from forums.discussions.actions import edit_post, publish, take_down
from forums.discussions.choices import State
from forums.discussions.models import Post, Topic
from forums.moderation.actions.note import note
from forums.moderation.choices import FITTING, Verb
from forums.moderation.models import Decision, Report
from forums.moderation.queries import last_decision


class DecidedBefore(Exception):
    """Somebody else was faster: `decision` is hers, or None where the writer took the post back."""

    def __init__(self, decision: Decision | None) -> None:
        super().__init__("decided before")
        self.decision = decision


@transaction.atomic
def decide(*, post: Post, verb: Verb, moderator: User, reason: str = "", words: str = "", seen: str, now: datetime) -> Decision:
    """Approve, reject, hide, restore a post, or set alarms about it aside; all its open alarms are settled with it.

    `seen`: uid of the last decision about it that the moderator had before her ("" for none). Raises DecidedBefore where there is
    a newer one, or where the post no longer stands as it must for this verb.
    """
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    held = Post.objects.select_for_update().get(pk=post.pk)
    latest = last_decision(held)
    if (str(latest.uid) if latest else "") != seen or held.state not in FITTING[verb]:
        raise DecidedBefore(latest)
    alarms = list(Report.objects.filter(post=held, settled_at=None).values_list("pk", flat=True))
    before = {"state": held.state, "accepted": topic.accepted_id == held.pk, "reports": alarms}
    if verb in (Verb.APPROVE, Verb.RESTORE):
        publish(post=post, now=now)
    elif verb in (Verb.REJECT, Verb.HIDE):
        take_down(post=post, state=State.REJECTED if verb == Verb.REJECT else State.HIDDEN, now=now)
    Report.objects.filter(pk__in=alarms).update(settled_at=now)
    return note(verb=verb, moderator=moderator, thing=post, reason=reason, words=words, before=before, now=now)


def amend(*, post: Post, text: str, moderator: User, reason: str = "", words: str = "", now: datetime) -> Decision | None:
    """Change somebody's text and say why; None where it stays as it is. The earlier text stays as a revision."""
    before = {"text": post.text}
    with transaction.atomic():
        if not edit_post(post=post, text=text, by=moderator, now=now):
            return None
        return note(verb=Verb.EDIT, moderator=moderator, thing=post, reason=reason, words=words, before=before, now=now)
