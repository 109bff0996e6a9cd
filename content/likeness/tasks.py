"""Reading practices in the background."""

from django_tasks import task

from content.likeness.actions import sketch


@task()
def sketch_task(page_id: int) -> None:
    """Read one practice again. Any number of times, in any order: it looks at what is there now."""
    sketch(pages=[page_id])
