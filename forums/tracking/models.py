"""One row is how far a member has read a topic."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from forums.discussions.models import Topic


class ReadMark(models.Model):
    """A member has read a topic up to `place`."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="read_marks")
    place = models.PositiveIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        verbose_name = _("read mark")
        constraints = [models.UniqueConstraint(fields=["user", "topic"], name="a_member_has_one_mark_in_a_topic")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.topic_id} {self.place}"
