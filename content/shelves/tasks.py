"""Reading practices in the background."""

from uuid import UUID

from django_tasks import task

from content.shelves.actions import shelve


@task()
def shelve_task(keys: list[str]) -> None:
    """Read these practices again. Any number of times, in any order: it looks at what is there now."""
    shelve(keys=[UUID(key) for key in keys])
