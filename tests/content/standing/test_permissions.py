"""Who may write where, given once."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from content.standing import permissions

pytestmark = pytest.mark.django_db


def test_permissions_are_given_once_and_left_alone_afterwards():
    assert permissions.grant() == 3
    editors = Group.objects.get(name="editor")
    GroupPagePermission.objects.filter(group=editors, permission__codename="publish_page").delete()
    assert permissions.grant() == 0
    assert not GroupPagePermission.objects.filter(group=editors, permission__codename="publish_page").exists()


def test_an_editor_adds_and_publishes_a_reviewer_and_a_translator_do_not_add():
    permissions.grant()
    rows = GroupPagePermission.objects.values_list("group__name", "permission__codename")
    given = {name: {codename for group, codename in rows if group == name} for name in permissions.PAGES}
    assert {"add_page", "change_page", "publish_page"} <= given["editor"]
    assert "add_page" not in given["reviewer"] | given["translator"]


def test_a_moderator_enters_the_admin_for_her_queue_and_writes_no_page():
    permissions.grant()
    group = Group.objects.get(name="moderator")
    assert group.permissions.filter(codename="access_admin").exists()
    assert not group.page_permissions.exists()


def test_the_workflow_is_made_once_and_asks_the_reviewers():
    assert permissions.pave()
    assert not permissions.pave()
    task = Workflow.objects.get().tasks.get().specific
    assert [group.name for group in task.groups.all()] == ["reviewer"]


def test_a_workflow_that_somebody_made_is_kept():
    Workflow.objects.create(name="Ours")
    assert not permissions.pave()
