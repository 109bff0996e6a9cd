"""What moderators and alarms do, one verb a file."""

from forums.moderation.actions.alarm import question_edit, report
from forums.moderation.actions.decide import amend, decide
from forums.moderation.actions.forget import forget_person
from forums.moderation.actions.merge import merge
from forums.moderation.actions.split import split
from forums.moderation.actions.suspend import release, suspend
from forums.moderation.actions.tell import tell_due
from forums.moderation.actions.tend import move, tend
from forums.moderation.actions.undo import undo

__all__ = [
    "amend",
    "decide",
    "forget_person",
    "merge",
    "move",
    "question_edit",
    "release",
    "report",
    "split",
    "suspend",
    "tell_due",
    "tend",
    "undo",
]
