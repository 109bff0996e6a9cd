"""Work on pages that no editor waits for."""

from django_tasks import task
from wagtail.models import Page

from content.pages import actions


@task()
def spread(page_id: int) -> None:
    """Bring a page to the languages that lack it; a page that is gone by now is no error."""
    if page := Page.objects.filter(pk=page_id).first():
        actions.spread_aliases(page=page)


@task()
def retire(page_ids: list[int]) -> None:
    """Deal with the aliases that a deleted page left behind."""
    actions.retire_orphans(page_ids=page_ids)
