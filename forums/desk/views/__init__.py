"""The pages of the desk."""

from forums.desk.views.cases import decision_undo, post_amend, post_case, post_decide
from forums.desk.views.people import my_decisions, person_release, post_suspend, suspended
from forums.desk.views.queue import queue, queue_page
from forums.desk.views.topics import topic_merge, topic_move, topic_split, topic_tend

__all__ = [
    "decision_undo",
    "my_decisions",
    "person_release",
    "post_amend",
    "post_case",
    "post_decide",
    "post_suspend",
    "queue",
    "queue_page",
    "suspended",
    "topic_merge",
    "topic_move",
    "topic_split",
    "topic_tend",
]
