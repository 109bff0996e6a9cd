"""What people wrote."""

from forums.discussions.models.post import Mention, Post, Revision, Useful
from forums.discussions.models.topic import Topic

__all__ = ["Mention", "Post", "Revision", "Topic", "Useful"]
