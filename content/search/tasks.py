"""Reading pages in the background."""

from django_tasks import task

from content.search.actions import forget_page, index_page


@task()
def index_page_task(page_id: int) -> None:
    """Read one page again. Any number of times, in any order: it looks at what is there now."""
    index_page(page_id=page_id)


@task()
def forget_page_task(page_id: int) -> None:
    """Forget one page that was taken down."""
    forget_page(page_id=page_id)
