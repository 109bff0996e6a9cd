"""A question has its answer."""

from django.db import transaction

from forums.discussions.choices import State
from forums.discussions.models import Post, Topic


@transaction.atomic
def accept_answer(*, topic: Topic, post: Post | None) -> None:
    """Mark a reply as the answer, or none. Raises ValueError for what is no published reply of this question."""
    if post is not None and (post.topic_id != topic.pk or post.state != State.PUBLISHED or post.place == 1 or not topic.is_question):
        raise ValueError("Only a published reply answers its question.")
    topic.accepted = post
    topic.save(update_fields=["accepted"])
