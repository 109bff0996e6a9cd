"""Reading posts in the background."""

from django_tasks import task

from forums.finding.actions import index_post


@task()
def index_post_task(post_id: int) -> None:
    """Read one post again. Any number of times, in any order: it looks at what is there now."""
    index_post(post_id=post_id)
