"""Mails of news are written: one for each person and moment, in the transaction that notes so."""

from datetime import datetime
from time import monotonic

from django.conf import settings
from django.db import transaction

from forums.letters.choices import LOOKED_AT, PART_OF_TIME, PEOPLE_IN_A_JOB
from forums.letters.letter import KIND, TEMPLATE, letter, reading_as
from forums.letters.queries import due_people
from forums.subscriptions.followers import Follower, by
from forums.subscriptions.models import News
from forums.subscriptions.queries import with_all_that_is_shown
from forums.subscriptions.rules import can_be_told, reachable_guests, reachable_members
from jobs.actions import enqueue
from mail.actions import write
from mail.rendering import rendered

TASK = "forums.letters.tasks.mail_due"


def mail_due(*, now: datetime, seconds: float | None = None) -> int:
    """Write the mails that are due to some people, and queue the next job where there are more. Returns how many were written.

    `seconds`: how long it goes on; by default a part of the time that a job has, whatever the machine is busy with. A job
    killed in the middle loses nothing and doubles nothing: each mail stands in the transaction that takes its news off the list.
    """
    people, written, done = due_people(now, PEOPLE_IN_A_JOB), 0, 0
    until = monotonic() + (settings.Q_CLUSTER["timeout"] * PART_OF_TIME if seconds is None else seconds)
    for user, guest in people:
        written += _write_to(user, guest, now)
        done += 1
        if monotonic() > until:
            break
    if done < len(people) or done == PEOPLE_IN_A_JOB:
        enqueue(path=TASK)
    return written


def queue_due(*, now: datetime) -> bool:
    """Queue a job where mails are due: for digests, and for whatever a lost job left. Returns whether there are any."""
    is_due = bool(due_people(now, 1))
    if is_due:
        enqueue(path=TASK)
    return is_due


def _write_to(user: int | None, guest: int | None, now: datetime) -> bool:
    """Write one person's mail. Returns False where another worker was faster, or nothing of it may be told any more.

    Read and drawn before the transaction, which is short: others write as well, and SQLite has one writer at a time.
    """
    due = News.objects.filter(user=user, guest=guest, mailed_at=None, due_at__lte=now)
    ids = set(due.values_list("pk", flat=True))
    member, proven = reachable_members(now).filter(pk=user or 0), reachable_guests(now).filter(pk=guest or 0)
    follower: Follower | None = member.first() if user else proven.first()
    if follower is None:
        due.update(due_at=None)
        return False
    newest = list(with_all_that_is_shown().filter(pk__in=ids).order_by("-made_at", "-pk")[:LOOKED_AT])
    told = [row for row in reversed(newest) if can_be_told(follower, row.post)]
    lost = {row.pk for row in newest} - {row.pk for row in told}
    News.objects.filter(pk__in=lost, mailed_at=None).update(due_at=None)
    return bool(told) and _write(follower, told, ids - lost, now)


def _write(follower: Follower, news: list[News], ids: set[int], now: datetime) -> bool:
    """Take the news with these ids off the list and write the mail, unless somebody was faster."""
    found = letter(follower=follower, news=news, count=len(ids), now=now)
    to, language = follower.email or "", follower.language
    context = {**found.context, "stop_url": found.stop_url}
    with reading_as(follower):
        words = rendered(template=TEMPLATE, context=context, to=to, kind=KIND, language=language, is_essential=False)
    with transaction.atomic():
        if News.objects.filter(pk__in=ids, mailed_at=None).update(mailed_at=now) != len(ids):
            transaction.set_rollback(True)
            return False
        write(
            to=to,
            kind=KIND,
            subject=words.subject,
            text=words.text,
            html=words.html,
            language=language,
            person=by(follower).get("user"),
            headers=found.headers,
            uid=found.uid,
            stop_url=found.stop_url,
            now=now,
        )
    return True
