"""Ears for what others can read from now on."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from forums.discussions.models import Post
from forums.discussions.signals import post_published
from jobs.actions import enqueue


@receiver(post_published, sender=Post, dispatch_uid="subscriptions_post_published")
def on_published(sender: type[Post], post: Post, now: datetime, **kwargs: Any) -> None:
    """Queue, in the same transaction, that those who follow are told."""
    enqueue(path="forums.letters.tasks.tell", args=[post.pk])
