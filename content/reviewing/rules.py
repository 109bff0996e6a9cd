"""Who may do what with a text on its way: its authors, those who review, those who publish."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page, Task, TaskState, WorkflowState

from content.reviewing.asking import authors_of, authors_of_rounds
from content.reviewing.models import FairTask, PublicationTask, ReviewTask


def is_author(user: Any, page: Page) -> bool:
    """Return whether this text is hers: she made the page or is named as co-author."""
    return bool(user.is_authenticated and user.is_active and user.pk in authors_of(page))


def can_write(user: Any, page: Page) -> bool:
    """Return whether an author may change her text now: not while others have it before them."""
    return is_author(user, page) and not page.workflow_in_progress


def can_submit(user: Any, page: Page) -> bool:
    """Return whether this person may send the text to review: its authors, and editors who may change it."""
    return not page.alias_of_id and (is_author(user, page) or _edits(user, page))


def can_take_back(user: Any, page: Page) -> bool:
    """Return whether this person may take the text out of review: its authors, and who sent it."""
    state = page.current_workflow_state
    return state is not None and (is_author(user, page) or (user.is_authenticated and state.requested_by_id == user.pk))


def can_review(user: Any, page: Page) -> bool:
    """Return whether this person may review the text now: a reviewer, never of her own text."""
    return _decides(user, page, ReviewTask)


def can_publish(user: Any, page: Page) -> bool:
    """Return whether this person may publish what was accepted: an editor, never her own text."""
    return _decides(user, page, PublicationTask)


def can_pass_by(user: Any, page: Page) -> bool:
    """Return whether this person may publish the page past a review that is going on: nobody may with what waits for several people's
    word; it is taken back first, before everybody's eyes.
    """
    state = page.current_workflow_state
    if state is None:
        return True
    return not PublicationTask.objects.filter(workflow_tasks__workflow=state.workflow, active=True).exists()


def can_see_review(user: Any, page: Page) -> bool:
    """Return whether this person may see how the text stands and what was remarked: authors, reviewers, editors."""
    return is_author(user, page) or _edits(user, page) or is_reviewer(user)


def is_reviewer(user: Any) -> bool:
    """Return whether this person reviews anything at all."""
    return any(is_review for is_review in tasks_of(user).values())


def tasks_of(user: Any) -> dict[int, bool]:
    """Return the tasks that this person does, by their ids, each with whether it is a review; asked once for each request's person."""
    if not (user.is_authenticated and user.is_active):
        return {}
    if "_review_tasks" not in user.__dict__:
        tasks = Task.objects.filter(active=True)
        if not user.is_superuser:
            mine = user.groups.all()
            own = (Q(**{f"{kind}__groups__in": mine}) for kind in ("reviewtask", "publicationtask", "groupapprovaltask"))
            tasks = tasks.filter(reduce(or_, own)).distinct()
        user.__dict__["_review_tasks"] = {pk: review is not None for pk, review in tasks.values_list("pk", "reviewtask__pk")}
    return dict(user.__dict__["_review_tasks"])


def waiting_for(user: Any) -> QuerySet[TaskState]:
    """Return the rounds, of whatever task, that wait for this person: the twin of `can_review` and `can_publish`."""
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, workflow_state__status=WorkflowState.STATUS_IN_PROGRESS)
    if not (tasks := tasks_of(user)):
        return waiting.none()
    rounds = waiting.filter(task__in=list(tasks)).select_related("workflow_state", "revision").defer("revision__content")
    return waiting.filter(pk__in=waiting_among(user, rounds))


def waiting_among(user: Any, rounds: Iterable[TaskState]) -> set[int]:
    """Return the ids of those of these rounds, with workflow and revision at hand, that wait for this person."""
    tasks = tasks_of(user)
    hers = [round for round in rounds if round.task_id in tasks and round.status == TaskState.STATUS_IN_PROGRESS]
    return {pk for pk, authors in authors_of_rounds(hers).items() if user.pk not in authors} if hers else set()


def _edits(user: Any, page: Page) -> bool:
    return bool(user.is_authenticated and user.is_active and page.permissions_for_user(user).can_edit())


def _decides(user: Any, page: Page, kind: type[FairTask]) -> bool:
    state = page.current_workflow_task_state if user.is_authenticated else None
    task = state.task.specific if state else None
    return isinstance(task, kind) and task.can_decide(page, user, state)
