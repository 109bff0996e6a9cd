"""A course with a template; who completes it; the queue as rows; files in a folder of the test's own."""

import pytest
from django.core.files.storage import default_storage
from django_q.models import OrmQ
from django_q.signing import SignedPackage

from certificates.credentials.choices import Stage
from certificates.credentials.models import Award
from certificates.issuing.actions import make
from courses.completion.models import Completion
from mail.models import Message
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import award_of, template_of
from tests.factories.learning import NOW, enrolled
from tests.jobs.conftest import queue

__all__ = ["queue"]


@pytest.fixture(autouse=True)
def _place(settings, tmp_path, queue):
    """Keep files apart, and jobs as rows until a test does them."""
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def template(issuer):
    return template_of(issuer)


@pytest.fixture
def enrolment(learner, edition):
    return enrolled(learner, edition)


@pytest.fixture
def completion(enrolment):
    """A completed course of which nobody has heard yet."""
    return Completion.objects.create(enrolment=enrolment, completed_at=NOW, percent=80)


@pytest.fixture
def made(template, completion):
    """Return a maker of issued certificates, as the worker makes them, out of awards that are due."""

    def _made(award: Award, at=NOW):
        make(award_id=award.pk, now=at)
        award.refresh_from_db()
        return award

    return _made


@pytest.fixture
def subjects():
    """Return the subjects of the mails that were written, the first first."""
    return lambda: list(Message.objects.order_by("pk").values_list("subject", flat=True))


@pytest.fixture
def files():
    """Return the names of the papers that lie in the storage."""

    def _files():
        try:
            folders = default_storage.listdir("certificates")[0]
        except FileNotFoundError:
            return []
        return sorted(
            f"certificates/{folder}/{name}" for folder in folders for name in default_storage.listdir(f"certificates/{folder}")[1]
        )

    return _files


@pytest.fixture
def jobs():
    """Return how many jobs of this name wait in the queue."""
    return lambda name: sum(SignedPackage.loads(row.payload)["args"][1].endswith(f".{name}") for row in OrmQ.objects.all())


@pytest.fixture
def crowd(template, edition):
    """Return an award in each state that is not issued."""
    states = [Stage.WAITING, Stage.DUE, Stage.FAILED, Stage.HELD, Stage.REFUSED]
    rows = [award_of(PersonFactory(), edition, state=state, reason="Because.", name_confirmed_at=None, made_at=NOW) for state in states]
    return dict(zip(states, rows, strict=True))
