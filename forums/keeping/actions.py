"""What a member leaves behind when she goes."""

from datetime import datetime

from django.db import transaction

from accounts.models import User
from forums.discussions.actions import delete_post, mark_useful
from forums.discussions.choices import State
from forums.discussions.models import Mention, Post, Revision, Useful
from forums.drafts.models import Draft
from forums.languages.models import LanguageVote
from forums.tracking.models import ReadMark


def blank_posts(*, user: User, now: datetime) -> int:
    """Take back every post of a member at her wish; tombstones stay where others have read them. Returns how many."""
    posts = Post.objects.filter(author=user).exclude(state=State.DELETED).select_related("topic")
    return sum(delete_post(post=post, now=now) for post in posts)


@transaction.atomic
def leave_nothing_personal(*, user: User, now: datetime) -> None:
    """Remove what only tells about a member: drafts, what she read, found useful, was called by, and the earlier texts of her posts.

    Her posts stay, under “former member”: her row has no name any more. What she was called with @ stays in others' texts.
    """
    for mark in Useful.objects.filter(user=user).select_related("post"):
        mark_useful(post=mark.post, user=user, is_useful=False)
    Draft.objects.filter(user=user).delete()
    LanguageVote.objects.filter(user=user).delete()
    ReadMark.objects.filter(user=user).delete()
    Mention.objects.filter(user=user).delete()
    Revision.objects.filter(post__author=user).delete()
