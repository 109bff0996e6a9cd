"""Telling harvesters in the background."""

from uuid import UUID

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from content.harvesting.actions import tell, tell_after

LATEST = "harvesting:latest"  # when a change was heard last that concerns all, in milliseconds


@task()
def tell_task(keys: list[str]) -> None:
    """Look at these practices again. Any number of times, in any order: it looks at what is there now."""
    tell(keys=[UUID(key) for key in keys], now=timezone.now())


@task()
def tell_all_task(after: str = "", stamp: int = 0) -> None:
    """Look at all practices, some hundred a job; only those that say something else now are told anew. Left to a later one, if there is."""
    if stamp and cache.get(LATEST, 0) > stamp:
        return
    last = tell_after(key=UUID(after) if after else None, now=timezone.now())
    if last is not None:
        tell_all_task.enqueue(str(last), stamp)
