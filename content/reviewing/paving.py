"""The roads: the workflow of all pages, and the one of good practices with two reviewers and a publication of its own."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowPage, WorkflowTask

from content.practices.models import LibraryPage
from content.reviewing.models import FairTask, PublicationTask, ReviewTask

FIRST = "Moderators approval"  # Wagtail's own, of the first day
PAGES = "Review before publication"
PRACTICES = "Review of good practices"
TWO = 2


@transaction.atomic
def pave_pages() -> bool:
    """Make the workflow in which a reviewer accepts, where the site has none of its own. Returns whether it was made."""
    if Workflow.objects.exclude(name__in=[FIRST, PRACTICES]).exists():
        return _renew()
    task = _with_groups(ReviewTask(name=PAGES), "reviewer")
    workflow = _workflow(PAGES, task)
    Workflow.objects.filter(name=FIRST).delete()
    workflow.workflow_pages.create(page=Page.objects.get(depth=1))
    return True


@transaction.atomic
def pave_practices() -> bool:
    """Make the workflow of good practices, and lay it at every library that has none.

    Returns whether anything was made; safe to call twice.
    """
    workflow = Workflow.objects.filter(name=PRACTICES).first()
    is_new = workflow is None
    if workflow is None:
        review = _with_groups(ReviewTask(name=PRACTICES, approvals=TWO), "reviewer")
        last = _with_groups(PublicationTask(name="Publication of good practices"), "editor", "reviewer")
        workflow = _workflow(PRACTICES, review, last)
    bare = LibraryPage.objects.filter(alias_of=None, workflowpage=None)
    laid = [WorkflowPage.objects.create(page=page.page_ptr, workflow=workflow) for page in bare]
    return is_new or bool(laid)


def lay_at(library: LibraryPage) -> None:
    """Lay the workflow of good practices at a new library, where there is one and nobody laid another."""
    workflow = Workflow.objects.filter(name=PRACTICES, active=True).first()
    if workflow is not None:
        WorkflowPage.objects.get_or_create(page=library.page_ptr, defaults={"workflow": workflow})


def _renew() -> bool:
    """Put our review in the place of Wagtail's own task of the same name, where nothing is under review there."""
    old = GroupApprovalTask.objects.filter(name=PAGES, active=True).first()
    if old is None or TaskState.objects.filter(task=old, status=TaskState.STATUS_IN_PROGRESS).exists():
        return False
    task = ReviewTask.objects.create(name=PAGES)
    task.groups.set(old.groups.all())
    WorkflowTask.objects.filter(task=old).update(task=task)
    old.deactivate()
    return True


def _with_groups(task: FairTask, *names: str) -> FairTask:
    task.save()
    task.groups.set([Group.objects.get_or_create(name=name)[0] for name in names])
    return task


def _workflow(name: str, *tasks: FairTask) -> Workflow:
    workflow = Workflow.objects.create(name=name)
    for order, task in enumerate(tasks):
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow
