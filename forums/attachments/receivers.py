"""Ears for what is taken back: its files go with it."""

from typing import Any

from django.dispatch import receiver

from forums.attachments.actions import detach
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.discussions.signals import post_removed


@receiver(post_removed, dispatch_uid="attachments_post_removed")
def on_removed(post: Post, **kwargs: Any) -> None:
    """Remove the files of a post that its writer deleted; those of a hidden one stay, nobody may fetch them."""
    if post.state == State.DELETED:
        detach(post=post)
