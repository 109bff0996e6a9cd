"""How texts stand, whose turn it is, what was remarked, what has happened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from wagtail.models import Locale, Page, PageLogEntry, TaskState, WorkflowState

from accounts.models import User
from content.reviewing.choices import ON_ITS_WAY, TURN_AT, Stage, Step, Turn
from content.reviewing.models import Part, PublicationTask, Remark
from content.reviewing.rules import waiting_for


@dataclass(frozen=True)
class Standing:
    """Where a text stands. `since`: when it came there, where that is known. `accepted`: how many reviewers accept it in this round."""

    page_id: int
    stage: Stage
    since: datetime | None
    is_live: bool
    accepted: int = 0

    @property
    def label(self) -> str:
        """The stage in words."""
        return str(self.stage.label)

    @property
    def turn(self) -> Turn:
        """Who has to do something next."""
        return TURN_AT[self.stage]

    @property
    def turn_label(self) -> str:
        """Whose turn it is, as a sentence."""
        return str(self.turn.label)


@dataclass(frozen=True)
class Begun:
    """When the first reviewer took a round up, and how many accept."""

    COLUMNS: ClassVar = ("round", "taken_at", "accepted_at")

    at: datetime
    accepted: int


@dataclass(frozen=True)
class Event:
    """One line of the history. `who`: a person or None; shown by name only to those who may know it."""

    at: datetime
    step: Step
    who: Any
    comment: str


def underway() -> dict[int, WorkflowState]:
    """Return the workflows that are going on, by the ids of their pages, the oldest first."""
    active = WorkflowState.objects.active().filter(base_content_type=_of_pages()).order_by("pk")
    near = active.select_related("current_task_state__task", "current_task_state__revision").defer("current_task_state__revision__content")
    states = {int(state.object_id): state for state in near}
    for state in states.values():
        if state.current_task_state:
            state.current_task_state.workflow_state = state
    return states


def standings_of(pages: Iterable[Page], states: dict[int, WorkflowState] | None = None) -> dict[int, Standing]:
    """Return how these pages stand, by their ids; two queries, however many. `states`: the workflows, where they are at hand."""
    rows = list(pages)
    if states is None:
        active = WorkflowState.objects.active().filter(base_content_type=_of_pages(), object_id__in=[str(page.pk) for page in rows])
        states = {int(state.object_id): state for state in active.select_related("current_task_state__task")}
    rounds = [state.current_task_state_id for state in states.values()]
    begun: dict[int, Begun] = {}
    for round, taken_at, accepted_at in Part.objects.filter(round__in=rounds).order_by("-taken_at").values_list(*Begun.COLUMNS):
        begun[round] = Begun(taken_at, (begun[round].accepted if round in begun else 0) + bool(accepted_at))
    return {page.pk: _standing(page, states.get(page.pk), begun) for page in rows}


def turn_of(page: Page) -> Standing:
    """Return how one page stands."""
    return standings_of([page])[page.pk]


def stage_of(page: Page) -> Stage:
    """Return the stage of one page."""
    return turn_of(page).stage


def standings(keys: Iterable[UUID]) -> dict[UUID, Standing]:
    """Return how texts stand, by translation key: of each the language that is on its way, else the one that was made first."""
    pages = list(Page.objects.filter(translation_key__in=list(keys), alias_of=None).order_by("pk"))
    found = standings_of(pages)
    chosen: dict[UUID, Standing] = {}
    for page in pages:
        held = chosen.get(page.translation_key)
        if held is None or (held.stage not in ON_ITS_WAY and found[page.pk].stage in ON_ITS_WAY):
            chosen[page.translation_key] = found[page.pk]
    return chosen


def remarks_for(key: UUID, locale: Locale | None = None) -> QuerySet[Remark]:
    """Return what reviewers said of a text, the first first: all languages, or one."""
    rows = Remark.objects.filter(translation_key=key, **({"locale": locale} if locale else {}))
    return rows.select_related("by", "answered_by", "locale")


def waiting_pages(user: Any) -> QuerySet[Page]:
    """Return the pages that wait for this person's review or publication."""
    return Page.objects.filter(pk__in=[int(pk) for pk in waiting_for(user).values_list("workflow_state__object_id", flat=True)])


def history_of(page: Page, most: int = 50) -> list[Event]:
    """Return what has happened to a page on its way, the newest first."""
    rows = PageLogEntry.objects.filter(page=page, action__in=Step.values).select_related("user").order_by("-timestamp", "-pk")[:most]
    return [Event(row.timestamp, Step(row.action), row.user, str((row.data or {}).get("comment") or "")) for row in rows]


def reviewers_before(page: Page) -> QuerySet[User]:
    """Return those who took part in reviewing this page since it was last sent for the first time."""
    return User.objects.present().filter(review_parts__round__workflow_state__in=page.workflow_states.active()).distinct()


def audience_of(state: TaskState) -> QuerySet[User]:
    """Return those whose turn a round makes it: the people of the task's groups."""
    groups = getattr(state.task.specific, "groups", None)
    return User.objects.present().filter(groups__in=groups.all()).distinct() if groups is not None else User.objects.none()


def held_about(user: User) -> dict[str, Any]:
    """Return what this room holds of a person, as plain values."""
    remarks = Remark.objects.filter(by=user).values_list("made_at", "field", "text")
    answers = Remark.objects.filter(answered_by=user).values_list("answered_at", "field", "answer")
    return {
        "remarks": [{"at": at.isoformat(), "field": field, "text": text} for at, field, text in remarks],
        "answers": [{"at": at.isoformat(), "field": field, "text": text} for at, field, text in answers if at],
        "reviewed": [at.isoformat() for at in Part.objects.filter(person=user).values_list("taken_at", flat=True)],
    }


def _of_pages() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def _standing(page: Page, state: WorkflowState | None, begun: dict[int, Begun]) -> Standing:
    stage, since = _stage(page, state, begun)
    round = begun.get(state.current_task_state_id) if state else None
    return Standing(page.pk, stage, since, page.live, round.accepted if round else 0)


def _stage(page: Page, state: WorkflowState | None, begun: dict[int, Begun]) -> tuple[Stage, datetime | None]:
    now = state.current_task_state if state else None
    if state is None or now is None:
        if page.live:
            return Stage.PUBLISHED, page.last_published_at
        return (Stage.WITHDRAWN, None) if page.last_published_at else (Stage.DRAFT, page.latest_revision_created_at)
    if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return Stage.CHANGES, now.finished_at
    if now.task.content_type_id == ContentType.objects.get_for_model(PublicationTask).pk:
        return Stage.ACCEPTED, now.started_at
    return (Stage.IN_REVIEW, begun[now.pk].at) if now.pk in begun else (Stage.SUBMITTED, now.started_at)
