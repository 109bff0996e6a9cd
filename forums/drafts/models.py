"""One row is what a member has typed in one place and not sent."""

from django.db import models
from django.db.models import Q

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.models import Topic


class Draft(models.Model):
    """A text begun in a topic (a reply), or in a forum (a new topic, then with a title). One for each person and place; sent, it goes."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    forum = models.ForeignKey(Forum, models.CASCADE, null=True, blank=True, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=150, blank=True)
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "topic"], condition=Q(topic__isnull=False), name="one_draft_of_a_person_in_a_topic"),
            models.UniqueConstraint(fields=["user", "forum"], condition=Q(forum__isnull=False), name="one_draft_of_a_person_in_a_forum"),
            models.CheckConstraint(
                condition=Q(forum=None, topic__isnull=False) | Q(forum__isnull=False, topic=None), name="a_draft_is_of_a_topic_or_a_forum"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.topic_id or self.forum_id}"
