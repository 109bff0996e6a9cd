"""What waits: reviews, drafts, pages past their review date, words left over from documents."""

from datetime import date
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Count, Q, QuerySet
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.importing.models import ImportedDocument
from content.importing.rules import visible_to
from content.pages.models import BasePage
from content.sorting.choices import Went

MOST_DUE = 500  # pages past their date that are looked through for those that one may change


class Waiting(NamedTuple):
    """A page that waits at a step of a workflow."""

    page: Page
    state: Any


def to_review(user: Any) -> list[Waiting]:
    """Return the reviews (TaskState) that wait for this person, the oldest first; two queries besides those of the tasks."""
    states = TaskState.objects.reviewable_by(user).select_related("workflow_state__requested_by", "task").order_by("started_at", "pk")
    return _with_pages({state: state.workflow_state.object_id for state in states})


def in_review(user: Any) -> list[Waiting]:
    """Return what this person sent to review and is not through (WorkflowState), the oldest first; two queries."""
    states = WorkflowState.objects.active().filter(requested_by=user).select_related("current_task_state__task")
    return _with_pages({state: state.object_id for state in states.order_by("created_at", "pk")})


def _with_pages(found: dict[Any, str]) -> list[Waiting]:
    ids = [int(object_id) for object_id in found.values() if object_id.isdecimal()]
    pages = {str(page.pk): page for page in Page.objects.filter(pk__in=ids).select_related("locale")}
    return [Waiting(pages[object_id], state) for state, object_id in found.items() if object_id in pages]


def drafts_of(user: Any) -> QuerySet[Page]:
    """Return the pages with a draft that this person wrote last or began, the newest first."""
    mine = Q(latest_revision__user=user) | Q(latest_revision=None, owner=user)
    rows = Page.objects.filter(mine, has_unpublished_changes=True, alias_of=None).select_related("locale")
    return rows.order_by("-latest_revision_created_at", "-pk")


def past_review(user: Any, today: date) -> list[tuple[Page, date]]:
    """Return the live pages that this person may change and whose review date is past, the longest ago first; two queries."""
    kinds = [model for model in apps.get_models() if issubclass(model, BasePage)]
    first, *others = [
        model.objects.filter(live=True, alias_of=None, review_by_on__lt=today).order_by().values_list("pk", "review_by_on")
        for model in kinds
    ]
    due = dict(first.union(*others, all=True).order_by("review_by_on")[:MOST_DUE])
    pages = PagePermissionPolicy().instances_user_has_permission_for(user, "change").filter(pk__in=due).select_related("locale")
    return sorted(((page, due[page.pk]) for page in pages), key=lambda pair: (pair[1], pair[0].pk))


def with_leftovers(user: Any) -> QuerySet[ImportedDocument]:
    """Return the documents with words that nobody has placed, each with their number as `open`, the newest first."""
    is_open = Q(leftovers__went=Went.LEFT, leftovers__done_at=None)
    rows = visible_to(user).select_related("locale").annotate(open=Count("leftovers", filter=is_open))
    return rows.filter(open__gt=0).order_by("-brought_in_at", "-pk")
