"""The workflows of the first day."""

import pytest
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowPage, WorkflowTask

from content.practices.models import LibraryPage
from content.reviewing import paving
from content.reviewing.models import PublicationTask, ReviewTask
from content.reviewing.wagtail_hooks import pave
from tests.content.reviewing.conftest import NOW
from tests.factories.content import page_below, site_tree
from tests.factories.practices import library, practice

pytestmark = pytest.mark.django_db


def test_the_workflow_of_pages_is_made_once_and_asks_the_reviewers():
    assert paving.pave_pages()
    assert not paving.pave_pages()
    task = Workflow.objects.get().tasks.get().specific
    assert isinstance(task, ReviewTask)
    assert task.approvals == 1
    assert [group.name for group in task.groups.all()] == ["reviewer"]
    assert Page.objects.get(depth=1).workflowpage.workflow == Workflow.objects.get()


def test_a_workflow_that_somebody_made_is_kept():
    Workflow.objects.create(name="Ours")
    assert not paving.pave_pages()


def test_good_practices_ask_two_reviewers_then_those_who_publish():
    site_tree()
    library()
    assert paving.pave_practices()
    assert not paving.pave_practices()
    tasks = [task.specific for task in Workflow.objects.get(name=paving.PRACTICES).tasks]
    assert [type(task) for task in tasks] == [ReviewTask, PublicationTask]
    assert tasks[0].approvals == 2
    assert WorkflowPage.objects.filter(workflow__name=paving.PRACTICES).count() == LibraryPage.objects.count() == 4
    assert practice().get_workflow().name == paving.PRACTICES


def test_a_library_that_comes_later_gets_the_workflow_when_it_is_made():
    homes = site_tree()
    paving.pave_practices()
    page = homes["pt"].add_child(instance=LibraryPage(title="Library", slug="practices", locale=homes["pt"].locale))
    assert page.workflowpage.workflow.name == paving.PRACTICES


def test_a_library_to_which_somebody_gave_another_workflow_keeps_it():
    homes = site_tree()
    paving.pave_practices()
    page = homes["pt"].add_child(instance=LibraryPage(title="Library", slug="practices", locale=homes["pt"].locale))
    WorkflowPage.objects.filter(page=page).update(workflow=Workflow.objects.create(name="Ours"))
    assert not paving.pave_practices()


def test_wagtails_task_of_the_same_name_gives_way_where_nothing_is_under_review():
    old = GroupApprovalTask.objects.create(name=paving.PAGES)
    workflow = Workflow.objects.create(name=paving.PAGES)
    WorkflowTask.objects.create(workflow=workflow, task=old, sort_order=0)
    assert paving.pave_pages()
    assert isinstance(workflow.tasks.get().specific, ReviewTask)
    assert not paving.pave_pages()


def test_wagtails_task_stays_while_something_is_under_review():
    homes = site_tree()
    old = GroupApprovalTask.objects.create(name=paving.PAGES)
    workflow = Workflow.objects.create(name=paving.PAGES)
    WorkflowTask.objects.create(workflow=workflow, task=old, sort_order=0)
    page = page_below(homes["pt"], live=False)
    page.save_revision()
    workflow.start(page, None)
    assert TaskState.objects.exists()
    assert not paving.pave_pages()
    assert workflow.tasks.get().specific == old


def test_setup_says_what_it_made_and_then_nothing():
    site_tree()
    library()
    assert pave(NOW) == "workflows: pages, practices"
    assert pave(NOW) is None
