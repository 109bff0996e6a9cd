"""Those concerned are told what was decided, once it can no longer be taken back."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from content.pages.addresses import full
from forums.discussions.choices import State
from forums.discussions.models import Post
from forums.guests.models import Guest
from forums.moderation.choices import UNDO_MINUTES, UNTOLD, Verb
from forums.moderation.models import Decision, Report
from mail.actions import write_from_template

AT_ONCE = 200


def tell_due(*, now: datetime) -> int:
    """Mail the writers, and those whose alarms were settled, of decisions older than the time to undo. Returns how many."""
    due = Decision.objects.filter(told_at=None, decided_at__lte=now - timedelta(minutes=UNDO_MINUTES))
    return sum(_tell(pk, now) for pk in due.order_by("decided_at").values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def _tell(pk: int, now: datetime) -> bool:
    """Tell of one decision, unless another sweep was faster; one that was undone is told to nobody."""
    if not Decision.objects.filter(pk=pk, told_at=None).update(told_at=now):
        return False
    decision = Decision.objects.select_related("post__topic", "topic", "user", "guest").get(pk=pk)
    if decision.undone_at is not None:
        return False
    writer = decision.user or decision.guest
    if writer is not None and decision.verb not in UNTOLD and decision.user_id != decision.moderator_id:
        _mail(writer, "forums-decisions", "mail/forums_decision", _about(decision, writer), now, is_essential=True)
    for alarm in Report.objects.filter(pk__in=decision.before.get("reports", [])).select_related("reporter"):
        if alarm.reporter is not None and alarm.reporter_id != decision.moderator_id:
            context = {"title": _title(decision), "verb": decision.verb, "is_gone": decision.verb == Verb.HIDE}
            _mail(alarm.reporter, "forums-reports", "mail/forums_report_outcome", context, now, is_essential=False)
    return True


def _about(decision: Decision, writer: User | Guest) -> dict[str, Any]:
    """Return what the mail says: what, about which text, why; and where the text is, or the decisions are, where she can see them."""
    post, url = decision.post, ""
    with override(writer.language):
        if post is not None and post.state == State.PUBLISHED:
            url = full(reverse("post", args=[post.uid]))
        elif isinstance(writer, User):
            url = full(reverse("my-decisions"))
        reason, words = str(decision.get_reason_display()), decision.words
    text = post.text[:300] if isinstance(post, Post) else ""
    until = _until(decision)
    return {"verb": decision.verb, "title": _title(decision), "text": text, "reason": reason, "words": words, "url": url, "until": until}


def _until(decision: Decision) -> datetime | None:
    if decision.verb != Verb.SUSPEND:
        return None
    person = decision.user or decision.guest
    held = person.suspensions.filter(pk=decision.before.get("suspension")).first() if person else None
    return held.ends_at if held else None


def _title(decision: Decision) -> str:
    topic = decision.post.topic if decision.post else decision.topic
    return topic.title if topic else ""


def _mail(person: User | Guest, kind: str, template: str, context: dict[str, Any], now: datetime, *, is_essential: bool) -> None:
    """Write to a member, or to a guest's address; to nobody who is gone."""
    is_member = isinstance(person, User)
    if not person.email or (isinstance(person, User) and not person.is_active):
        return
    write_from_template(
        to=person.email,
        kind=kind,
        template=template,
        context=context,
        language=person.language,
        person=person if is_member else None,
        now=now,
        is_essential=is_essential,
    )
