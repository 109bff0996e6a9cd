"""Background work of this room."""

from django.utils import timezone
from django_tasks import task

from certificates.bundling.actions import fail, make


@task()
def make_bundle(uid: str) -> bool:
    """Make one ZIP file; what goes wrong is noted with it and told to those who keep the jobs."""
    try:
        return make(uid=uid, now=timezone.now())
    except Exception as error:
        fail(uid=uid, reason=f"{type(error).__name__}: {error}"[:1000])
        raise
