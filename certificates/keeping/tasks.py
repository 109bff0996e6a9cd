"""Background work of this room."""

from django_tasks import task

from certificates.keeping import actions


@task()
def drop_papers(award_uids: list[str]) -> None:
    """Remove the papers of one who has left."""
    actions.drop_papers(award_uids=award_uids)
