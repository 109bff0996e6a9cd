"""Drafts are kept, and go when what was typed is sent."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from accounts.models import User
from forums.boards.models import Forum
from forums.discussions.models import Topic
from forums.drafts.models import Draft

SENT = "written"  # the cookie that tells the script which form has arrived
DAY = 24 * 60 * 60


@transaction.atomic
def save_draft(*, user: User, place: Forum | Topic, title: str, text: str, now: datetime) -> Draft | None:
    """Keep what a member has typed in a topic (a reply) or a forum (a new topic); nothing typed means no draft. The last one counts."""
    if not title.strip() and not text.strip():
        forget_draft(user=user, place=place)
        return None
    return Draft.objects.update_or_create(user=user, **_at(place), defaults={"title": title, "text": text, "saved_at": now})[0]


def forget_draft(*, user: User, place: Forum | Topic) -> None:
    """Let the draft of a member in this place go."""
    Draft.objects.filter(user=user, **_at(place)).delete()


def tell_arrived(*, answer: HttpResponse, token: object) -> HttpResponse:
    """Tell the browser that the form with this token has arrived, so that it lets go of its own copy. Holds nothing about anybody."""
    answer.set_cookie(SENT, str(token), max_age=DAY, samesite="Lax")
    return answer


def _at(place: Forum | Topic) -> dict[str, Any]:
    return {"topic": place} if isinstance(place, Topic) else {"forum": place}
