"""What happens to topics and posts, one verb a file."""

from forums.discussions.actions.accept import accept_answer
from forums.discussions.actions.count import recount
from forums.discussions.actions.edit import edit_post, say_language
from forums.discussions.actions.publish import publish
from forums.discussions.actions.remove import delete_post, take_down
from forums.discussions.actions.tend import close_topic, pin_topic
from forums.discussions.actions.thank import mark_useful
from forums.discussions.actions.write import reply, start_topic

__all__ = [
    "accept_answer",
    "close_topic",
    "delete_post",
    "edit_post",
    "mark_useful",
    "pin_topic",
    "publish",
    "recount",
    "reply",
    "say_language",
    "start_topic",
    "take_down",
]
