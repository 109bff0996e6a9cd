"""Ears for posts: what is read is found, what is taken down is forgotten at once."""

from typing import Any

from django.dispatch import receiver

from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.signals import post_edited, post_language_said, post_published, post_removed, post_restored
from forums.finding.actions import forget_post
from forums.finding.tasks import index_post_task


@receiver([post_published, post_restored, post_edited, post_language_said], dispatch_uid="finding_post_changed")
def on_changed(sender: type[Post], post: Post, **kwargs: Any) -> None:
    """Have a post read again, in the transaction that changes it."""
    if post.state == State.PUBLISHED:
        index_post_task.enqueue(post.pk)


@receiver(post_removed, dispatch_uid="finding_post_removed")
def on_removed(sender: type[Post], post: Post, **kwargs: Any) -> None:
    """Keep no word of a post that was taken back or down."""
    forget_post(post_id=post.pk)
