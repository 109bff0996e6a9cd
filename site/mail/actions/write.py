"""A mail is written: a row, and its job, in the transaction of what it tells."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from jobs.actions import enqueue

from ..addresses import checked_address, checked_headers, one_line
from ..choices import LATE_AFTER, STOP_HEADER, State
from ..models import Message
from ..queries import is_suppressed
from ..rendering import rendered


@transaction.atomic
def write(
    *,
    to: str,
    kind: str,
    subject: str,
    text: str,
    html: str = "",
    language: str,
    person: Any = None,
    headers: dict[str, str] | None = None,
    now: datetime,
    is_essential: bool = False,
    uid: UUID | None = None,
    stop_url: str = "",
) -> Message:
    """Write a mail and queue its sending, both in the caller's transaction.

    Essential is what a person needs to use her account (codes, security, decisions about her): it goes to stopped addresses
    too and has no stop link. `uid`: where the caller must know the Message-ID beforehand, to thread mails; the same twice raises
    IntegrityError. `stop_url`: a page of the caller's that stops less than the whole kind and takes a POST as RFC 8058 has it.
    Raises ValidationError for an address or header that is none.
    """
    address = checked_address(to)
    is_stopped = not is_essential and is_suppressed(address=address, kind=kind)
    stop = {STOP_HEADER: stop_url} if stop_url else {}
    message = Message.objects.create(
        **({"uid": uid} if uid else {}),
        to=address,
        person=person,
        kind=kind,
        language=language,
        is_essential=is_essential,
        subject=one_line(subject),
        text=text,
        html=html,
        headers={**checked_headers(headers or {}), **stop},
        state=State.SUPPRESSED if is_stopped else State.WAITING,
        written_at=now,
        next_attempt_at=None if is_stopped else now + timedelta(seconds=LATE_AFTER),
    )
    if not is_stopped:
        enqueue(path="mail.tasks.deliver", args=[message.pk])
    return message


def write_from_template(
    *,
    to: str,
    kind: str,
    template: str,
    context: dict[str, Any],
    language: str,
    person: Any = None,
    headers: dict[str, str] | None = None,
    now: datetime,
    is_essential: bool = False,
    uid: UUID | None = None,
    stop_url: str = "",
) -> Message:
    """Write a mail from `<template>.txt` (first line `Subject: …`) and `<template>.html`, in that language. Otherwise like `write`."""
    context = {**context, "stop_url": stop_url} if stop_url else context
    words = rendered(template=template, context=context, to=to, kind=kind, language=language, is_essential=is_essential)
    return write(
        to=to,
        kind=kind,
        subject=words.subject,
        text=words.text,
        html=words.html,
        language=language,
        person=person,
        headers=headers,
        now=now,
        is_essential=is_essential,
        uid=uid,
        stop_url=stop_url,
    )
