"""Ears for texts: a language is found in the transaction that keeps the text, so that news and lists never show another one."""

from datetime import datetime
from typing import Any

from django.dispatch import receiver

from forums.discussions.models import Post
from forums.discussions.signals import post_edited, post_written
from forums.languages.actions import find_language


@receiver([post_written, post_edited], dispatch_uid="languages_text_kept")
def on_text_kept(sender: type[Post], post: Post, now: datetime, **kwargs: Any) -> None:
    """Find the language of a new or changed text: 0.03 ms."""
    find_language(post=post)
