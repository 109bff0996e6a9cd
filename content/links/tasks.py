"""The weekly round, in small jobs that let others pass."""

from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from content.links import actions


@task()
def weekly() -> None:
    """Begin the round."""
    actions.begin_week(now=timezone.now())


@task()
def read_on(after: int) -> None:
    """Read pages in stretches, each a job of its own; then ask."""
    last = actions.read_pages(after=after, now=timezone.now())
    if last:
        read_on.enqueue(last)
    else:
        check_on.enqueue(0)


@task()
def check_on(asked: int) -> None:
    """Ask the addresses that are due, as many as a week allows."""
    number = actions.check_due(now=timezone.now())
    if number and asked + number < actions.MOST:
        check_on.enqueue(asked + number)


@task()
def read_again(page_ids: list[int]) -> None:
    """Read a few pages again."""
    now = timezone.now()
    for page in Page.objects.live().filter(pk__in=page_ids, alias_of=None).specific():
        actions.read_page(page=page, now=now)


@task()
def look_again(page_ids: list[int]) -> None:
    """Read a few pages again and ask what is due."""
    read_again.call(page_ids)
    actions.check_due(now=timezone.now())
