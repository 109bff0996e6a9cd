"""The door through which Django finds the models of the rooms."""

from forums.attachments.models import Attachment
from forums.boards.models import Forum
from forums.discussions.models import Mention, Post, Revision, Topic, Useful
from forums.drafts.models import Draft
from forums.finding.models import PostWord
from forums.guests.models import Guest
from forums.languages.models import LanguageVote
from forums.moderation.models import Decision, Phrase, Report, Suspension
from forums.subscriptions.models import News, Subscription
from forums.tracking.models import ReadMark

__all__ = [
    "Attachment",
    "Decision",
    "Draft",
    "Forum",
    "Guest",
    "LanguageVote",
    "Mention",
    "News",
    "Phrase",
    "Post",
    "PostWord",
    "ReadMark",
    "Report",
    "Revision",
    "Subscription",
    "Suspension",
    "Topic",
    "Useful",
]
