"""Ears for changed texts: what a new person alters afterwards is looked at like what she writes."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from forums.boards.rules import can_moderate
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.signals import post_edited
from forums.moderation.actions import question_edit
from forums.moderation.watching import has_watched_word


@receiver(post_edited, sender=Post, dispatch_uid="moderation_post_edited")
def on_edited(sender: type[Post], post: Post, now: datetime, **kwargs: Any) -> None:
    """Bring a published text into the queue when an edit put a watched word into it."""
    forum = post.topic.forum
    is_trusted = post.author is not None and can_moderate(post.author, forum)
    if post.state == State.PUBLISHED and not is_trusted and has_watched_word(post.text, forum.words):
        question_edit(post=post, now=now)
