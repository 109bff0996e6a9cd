"""Mails of a review: who is told at which step, and what."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from wagtail.models import Page, TaskState

from accounts.models import User
from content.pages.addresses import full
from content.reviewing.asking import authors_of, link_for
from content.reviewing.choices import Stage
from content.reviewing.models import Remark
from content.reviewing.queries import audience_of, reviewers_before
from mail.actions import write_from_template
from mail.models import Message

KIND = "reviews"
TEMPLATE = "mail/content_review"
NAMESPACE = UUID("5d2a9a36-5d0d-5a3f-9a1e-0f2b6a9d7c11")
SHOWN = 12  # remarks in one mail


def write_letters(*, page_id: int, stage: str, round_id: int | None, by_id: int | None, comment: str, now: datetime) -> int:
    """Tell authors and those whose turn it is of one step, each once, in her language. Returns how many mails were written.

    Authors are told of everything, whoever did it: theirs are decisions about their text. Others are told when something waits for them.
    """
    page = Page.objects.filter(pk=page_id).specific().first()
    if page is None:
        return 0
    round = TaskState.objects.filter(pk=round_id).select_related("workflow_state", "revision", "task").first() if round_id else None
    step = Stage(stage)
    authors = authors_of(page, round)
    told = [(person, "author") for person in User.objects.present().filter(pk__in=authors)]
    told += [(person, "reviewer") for person in _others(page, round, step) if person.pk not in authors and person.pk != by_id]
    return sum(_write(page, step, round, person, role, comment, now) for person, role in told)


def _others(page: Page, round: TaskState | None, step: Stage) -> Iterable[User]:
    """Return whom the step concerns beside the authors. Those who reviewed the text before are asked again; else all who may."""
    if round is None:
        return []
    match step:
        case Stage.SUBMITTED:
            return list(reviewers_before(page)) or audience_of(round)
        case Stage.ACCEPTED:
            return audience_of(round)
        case Stage.DRAFT:
            return User.objects.present().filter(review_parts__round__workflow_state=round.workflow_state).distinct()
    return []


def _write(page: Page, step: Stage, round: TaskState | None, person: User, role: str, comment: str, now: datetime) -> bool:
    uid = uuid5(NAMESPACE, f"{round.pk if round else now.date()}/{page.pk}/{step}/{person.uid}")
    if Message.objects.filter(uid=uid).exists():
        return False
    with translation.override(person.language):
        context = _context(page, step, round, person, role, comment)
        write_from_template(
            to=person.email,
            person=person,
            kind=KIND,
            template=TEMPLATE,
            context=context,
            language=person.language,
            now=now,
            is_essential=role == "author",
            uid=uid,
        )
    return True


def _context(page: Page, step: Stage, round: TaskState | None, person: User, role: str, comment: str) -> dict[str, Any]:
    remarks = Remark.objects.filter(round=round) if round and step == Stage.CHANGES else Remark.objects.none()
    return {
        "step": step.value,
        "role": role,
        "title": page.draft_title or page.title,
        "code": page.locale.language_code,
        "comment": comment,
        "remarks": [(field_name(page, row.field), row.text) for row in remarks[:SHOWN]],
        "more": max(remarks.count() - SHOWN, 0),
        "url": _url(page, step, person),
        "is_again": bool(round and step == Stage.SUBMITTED and round.workflow_state.task_states.filter(~Q(pk=round.pk)).exists()),
    }


def field_name(page: Page, field: str) -> str:
    """Return what editors and authors call a field of this page; nothing for the whole."""
    names = {one.name: getattr(one, "verbose_name", one.name) for one in page.specific_class._meta.get_fields()}
    return capfirst(str(names.get(field, field)))


def _url(page: Page, step: Stage, person: User) -> str:
    """Return where this person looks at the text: readers' page once published, else the place that a room gives her, else the editor."""
    link = page.url if step == Stage.PUBLISHED and page.live and page.url else link_for(page, person)
    if not link and page.permissions_for_user(person).can_edit():
        link = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return (link if link.startswith("http") else full(link)) if link else ""
