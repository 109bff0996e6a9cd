"""Jobs: those whom a step concerns are told."""

from django.utils import timezone
from django_tasks import task

from content.reviewing.letters import write_letters


@task()
def tell(page_id: int, stage: str, round_id: int | None, by_id: int | None, comment: str) -> None:
    """Write the mails about one step; a page that has gone is left alone, and nobody is told twice."""
    write_letters(page_id=page_id, stage=stage, round_id=round_id, by_id=by_id, comment=comment, now=timezone.now())
