"""Alarms are raised, by readers or by a rule of the house."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from content.pages.addresses import full
from forums.discussions.actions import take_down
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.moderation.choices import Reason
from forums.moderation.models import Report
from forums.moderation.queries import moderators, was_judged
from mail.actions import write_from_template


def report(*, post: Post, reporter: User | None, reason: Reason, words: str, may_hide: bool = True, now: datetime) -> Report:
    """Raise an alarm about a post; one that a child or a person who reports can be recognised hides it at once and rings all moderators.

    `may_hide`: False where the reporter has hidden too much lately; moderators ring all the same. What moderators left standing is not
    hidden at once again by the same person. Safe to call twice: a member has one open report of a post, the first.
    """
    try:
        with transaction.atomic():
            made = Report.objects.create(post=post, reporter=reporter, reason=reason, words=words, made_at=now)
            if reason == Reason.CHILD:
                if may_hide and post.state == State.PUBLISHED and not was_judged(post, reporter):
                    take_down(post=post, state=State.HIDDEN, now=now)
                _ring(post, now)
            return made
    except IntegrityError:
        return Report.objects.get(post=post, reporter=reporter, settled_at=None)


def question_edit(*, post: Post, now: datetime) -> Report | None:
    """Ask moderators to look at a text that its writer changed after others could read it; None where they are asked already."""
    with transaction.atomic():
        if Report.objects.filter(post=post, settled_at=None).exists():
            return None
        return Report.objects.create(post=post, reporter=None, reason=Reason.SPAM, words="", made_at=now)


def _ring(post: Post, now: datetime) -> None:
    """Tell every moderator at once. The mail does not repeat the text: it may name a child."""
    for person in moderators():
        with override(person.language):
            context = {"url": full(reverse("post-case", args=[post.uid])), "queue_url": full(reverse("queue")), "title": post.topic.title}
        is_hidden = post.state == State.HIDDEN
        write_from_template(
            to=person.email,
            kind="forums-alarms",
            template="mail/forums_alarm",
            context={**context, "is_hidden": is_hidden},
            language=person.language,
            person=person,
            now=now,
            is_essential=True,
        )
