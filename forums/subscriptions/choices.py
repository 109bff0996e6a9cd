"""How often somebody is told, and why."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Rhythm(TextChoices):
    """When the mail goes; the bell rings at once in any case."""

    AT_ONCE = "at-once", _("at once")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")
    NEVER = "never", _("never by mail")


class Reason(TextChoices):
    """Why a post is news to somebody, the strongest first."""

    MENTION = "mention", _("you were mentioned")
    ANSWER = "answer", _("an answer to your message")
    TOPIC = "topic", _("you follow the topic")
    FORUM = "forum", _("you follow the forum")


NEWS_PER_PAGE = 30
MOST_COUNTED = 100  # beside the bell
