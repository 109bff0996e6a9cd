"""One row is one wish to be told; another, one piece of news for one person."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.models import Post, Topic
from forums.guests.models import Guest
from forums.subscriptions.choices import Reason, Rhythm


class Subscription(models.Model):
    """Somebody, a member or a guest, wants to be told of a topic, of a forum, or (neither) of answers and mentions, in this rhythm."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="subscriptions")
    guest = models.ForeignKey(Guest, models.CASCADE, null=True, blank=True, related_name="subscriptions")
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, blank=True, related_name="subscriptions")
    forum = models.ForeignKey(Forum, models.CASCADE, null=True, blank=True, related_name="subscriptions")
    rhythm = models.CharField(max_length=8, choices=Rhythm, default=Rhythm.AT_ONCE)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("subscription")
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None, guest__isnull=False) | Q(user__isnull=False, guest=None), name="a_subscription_is_somebodys"
            ),
            models.CheckConstraint(condition=Q(topic=None) | Q(forum=None), name="a_subscription_is_of_one_thing"),
            models.CheckConstraint(condition=Q(rhythm__in=Rhythm.values), name="a_subscription_has_a_known_rhythm"),
            models.UniqueConstraint(
                fields=["user", "topic"], condition=Q(user__isnull=False, topic__isnull=False), name="one_of_a_member_topic"
            ),
            models.UniqueConstraint(
                fields=["user", "forum"], condition=Q(user__isnull=False, forum__isnull=False), name="one_of_a_member_forum"
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(user__isnull=False, topic=None, forum=None), name="one_of_a_member_in_general"
            ),
            models.UniqueConstraint(
                fields=["guest", "topic"], condition=Q(guest__isnull=False, topic__isnull=False), name="one_of_a_guest_topic"
            ),
            models.UniqueConstraint(
                fields=["guest", "forum"], condition=Q(guest__isnull=False, forum__isnull=False), name="one_of_a_guest_forum"
            ),
            models.UniqueConstraint(
                fields=["guest"], condition=Q(guest__isnull=False, topic=None, forum=None), name="one_of_a_guest_in_general"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id or self.guest_id} {self.topic_id or self.forum_id} {self.rhythm}"


class News(models.Model):
    """A post that somebody wants to be told of: a line behind her bell, and a mail once it is due.

    `due_at`: when the mail goes; null where none does. `mailed_at`: when it was written, in the same transaction as the mail's row, so that
    nobody gets it twice. `seen_at`: when she saw the line.
    """

    user = models.ForeignKey(User, models.CASCADE, null=True, blank=True, related_name="news")
    guest = models.ForeignKey(Guest, models.CASCADE, null=True, blank=True, related_name="news")
    post = models.ForeignKey(Post, models.CASCADE, related_name="news")
    reason = models.CharField(max_length=8, choices=Reason)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("news")
        indexes = [
            models.Index(fields=["user", "-made_at"], name="news_of_a_member"),
            models.Index(fields=["due_at"], condition=Q(mailed_at=None, due_at__isnull=False), name="news_to_be_mailed"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(user=None, guest__isnull=False) | Q(user__isnull=False, guest=None), name="news_are_somebodys"
            ),
            models.CheckConstraint(condition=Q(reason__in=Reason.values), name="news_have_a_known_reason"),
            models.UniqueConstraint(fields=["user", "post"], condition=Q(user__isnull=False), name="a_post_is_news_once_to_a_member"),
            models.UniqueConstraint(fields=["guest", "post"], condition=Q(guest__isnull=False), name="a_post_is_news_once_to_a_guest"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id or self.guest_id} {self.post_id} {self.reason}"
