"""What somebody has begun, and where she goes on with it."""

from typing import Any

from django.urls import reverse

from accounts.models import User
from content.audience.rules import Reader
from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.drafts.models import Draft


def draft_of(user: Reader, place: Forum | Topic) -> Draft | None:
    """Return what this member has typed here and not sent; None for strangers, whose browsers keep it for them."""
    if not isinstance(user, User):
        return None
    drafts = Draft.objects.filter(user=user)
    return (drafts.filter(topic=place) if isinstance(place, Topic) else drafts.filter(forum=place)).first()


def begun(user: Reader, place: Forum | Topic) -> dict[str, Any]:
    """Return what a form here begins with: title, text and when they were saved (seconds of the epoch); nothing without a draft."""
    draft = draft_of(user, place)
    return {"title": draft.title, "text": draft.text, "saved_at": f"{draft.saved_at.timestamp():.0f}"} if draft else {}


def draft_url(user: Reader, place: Forum | Topic) -> str:
    """Return where the script keeps a draft of this place; empty for strangers."""
    if not isinstance(user, User):
        return ""
    return reverse("reply-draft" if isinstance(place, Topic) else "topic-draft", args=[place.uid])
