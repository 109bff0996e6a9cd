"""The queue as the site has it, not at once as tests have it otherwise."""

from datetime import UTC, datetime

import pytest
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from jobs import backend

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def queue(settings, db):
    """Queue jobs as rows. Calling it does every queued job as a worker would and returns how many."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}

    def work() -> int:
        rows = list(OrmQ.objects.order_by("id"))
        for row in rows:
            package = SignedPackage.loads(row.payload)
            getattr(backend, package["func"].rpartition(".")[2])(*package["args"], **package["kwargs"])
            row.delete()
        return len(rows)

    return work


@pytest.fixture
def now():
    """The clock."""
    return NOW
