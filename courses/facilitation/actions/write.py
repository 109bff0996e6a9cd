"""A message to people of a cohort: one row in the log of staff, then one mail a person, by jobs."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid5

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from content.markup.rendering import render
from courses.editions.actions import note_act
from courses.editions.models import Edition, StaffAct
from courses.enrolment.models import Enrolment
from jobs.actions import enqueue
from mail.actions import write_from_template
from mail.models import Message

KIND = "course-message"
VERB = "facilitation.write"
TEMPLATE = "mail/courses_message"
TASK = "courses.facilitation.tasks.send_message"
AT_ONCE = 100  # mails that one job writes
SPACE = UUID("3c7b3a52-7a0e-5f0e-9b7c-1c1f8f1f6a34")


@transaction.atomic
def write_message(
    *, edition: Edition, people: Collection[int], subject: str, text: str, token: UUID, by: User, now: datetime
) -> StaffAct | None:
    """Write a message to these enrolments (ids) of the edition. Returns the row of the log; None where nobody of them takes part.

    `token`: the same twice, at once even, is one message. Whoever leaves before her mail is written gets none.
    """
    Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)
    kept = StaffAct.objects.filter(edition=edition, verb=VERB, data__token=str(token)).first()
    if kept is not None:
        return kept
    rows = list(Enrolment.objects.active().filter(edition=edition, pk__in=people).order_by("pk").values_list("pk", "person"))
    if not rows:
        return None
    data = {"token": str(token), "subject": subject, "text": text, "people": [pk for pk, _person in rows], "number": len(rows)}
    about = User.objects.get(pk=rows[0][1]) if len(rows) == 1 else None
    act = note_act(edition=edition, by=by, about=about, verb=VERB, data=data, now=now)
    enqueue(path=TASK, args=[act.pk])
    return act


def send_message(*, act_id: int, now: datetime) -> int:
    """Write the mails of a message that are not written yet, some at a time; queue the next job where there are more. Returns how many.

    Killed in the middle it loses and doubles nothing: a mail's id follows from message and person.
    """
    act = StaffAct.objects.select_related("edition", "by").filter(pk=act_id, verb=VERB).first()
    if act is None or "people" not in act.data:  # who it was for has left, and the log forgot her
        return 0
    people = Enrolment.objects.active().filter(pk__in=act.data["people"], edition=act.edition_id, person__is_active=True)
    due = {mail_uid(token=act.data["token"], enrolment=row): row for row in people.select_related("person").order_by("pk")}
    written = set(Message.objects.filter(uid__in=list(due)).values_list("uid", flat=True))
    left = [(uid, row) for uid, row in due.items() if uid not in written]
    html = str(render(act.data["text"]).html)
    for uid, row in left[:AT_ONCE]:
        _mail(act, row, uid, html, now)
    if len(left) > AT_ONCE:
        enqueue(path=TASK, args=[act.pk])
    return min(len(left), AT_ONCE)


def mail_uid(*, token: str, enrolment: Enrolment) -> UUID:
    """Return the id of the mail of this message to this person: always the same."""
    return uuid5(SPACE, f"{token} {enrolment.uid}")


def _mail(act: StaffAct, row: Enrolment, uid: UUID, html: str, now: datetime) -> None:
    with override(row.person.language):
        url = settings.SITE_URL + reverse("edition", args=[act.edition.uid])
    write_from_template(
        to=row.person.email,
        person=row.person,
        kind=KIND,
        template=TEMPLATE,
        context={
            "title": act.data["subject"],
            "words": act.data["text"],
            "html": html,
            "edition": act.edition.name,
            "writer": act.by.get_full_name() if act.by else "",
            "url": url,
        },
        language=row.person.language,
        uid=uid,
        now=now,
    )
