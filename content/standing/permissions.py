"""Who may write where: page permissions of the groups, the collection of pictures and documents, the road from draft to publication."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page, Workflow, WorkflowTask

PAGES = {
    "editor": ("add_page", "change_page", "publish_page"),
    "reviewer": ("change_page", "publish_page", "lock_page", "unlock_page"),
    "translator": ("change_page", "publish_page"),
}
# Wagtail asks for the permissions of its own two models, whatever ours are.
CHOOSE = (("wagtailimages", "choose_image"), ("wagtaildocs", "choose_document"))
ADD = (("wagtailimages", "add_image"), ("wagtaildocs", "add_document"))
CHANGE = (("wagtailimages", "change_image"), ("wagtaildocs", "change_document"))
FILES = {"editor": (*ADD, *CHANGE, *CHOOSE), "reviewer": CHOOSE, "translator": CHOOSE}
TRANSLATION = ("editor", "translator")
WORKFLOW = "Review before publication"


@transaction.atomic
def grant() -> int:
    """Give the groups that have no page permission yet theirs. Returns how many groups were given some; safe to call twice.

    A group that has any is left as its administrators want it.
    """
    root = Page.objects.get(depth=1)
    collection = Collection.get_first_root_node()
    granted = 0
    for name, pages in PAGES.items():
        group, _made = Group.objects.get_or_create(name=name)
        if GroupPagePermission.objects.filter(group=group).exists():
            continue
        for codename in pages:
            GroupPagePermission.objects.create(group=group, page=root, permission=_permission("wagtailcore", codename))
        for app, codename in FILES[name]:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=_permission(app, codename))
        group.permissions.add(_permission("wagtailadmin", "access_admin"))
        if name in TRANSLATION:
            group.permissions.add(_permission("wagtail_localize", "submit_translation"))
        granted += 1
    return granted


@transaction.atomic
def pave() -> bool:
    """Make the workflow in which a reviewer approves, where the site has none of its own. Returns whether it was made."""
    if Workflow.objects.exclude(name="Moderators approval").exists():
        return False
    reviewers, _made = Group.objects.get_or_create(name="reviewer")
    task = GroupApprovalTask.objects.create(name=WORKFLOW)
    task.groups.add(reviewers)
    workflow = Workflow.objects.create(name=WORKFLOW)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    Workflow.objects.filter(name="Moderators approval").delete()
    workflow.workflow_pages.create(page=Page.objects.get(depth=1))
    return True


def _permission(app: str, codename: str) -> Permission:
    """Return one permission by its names."""
    return Permission.objects.get(Q(content_type__app_label=app), codename=codename)
