"""A holder with a certificate and its paper; the clock stands still the day after it was issued."""

from datetime import timedelta

import pytest
from django.utils import timezone

from courses.completion.models import Completion
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of, template_of
from tests.factories.learning import enrolled
from tests.factories.papers import paper_of

NOW = AWARDED + timedelta(days=1)


@pytest.fixture(autouse=True)
def clock(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    settings.MEDIA_ROOT = tmp_path / "media"
    return NOW


@pytest.fixture
def ines(db):
    return PersonFactory(email="ines@example.org", name="Inês Mutombo", language="en")


@pytest.fixture
def template(issuer):
    return template_of(issuer)


@pytest.fixture
def award(ines, edition, issuer, template):
    """Inês completed the course."""
    Completion.objects.create(enrolment=enrolled(ines, edition), completed_at=AWARDED)
    return award_of(ines, edition)


@pytest.fixture
def credential(award, issuer, template):
    """Inês holds a certificate."""
    made = credential_of(award, issuer, template=template)
    paper_of(made)
    return made


@pytest.fixture
def as_ines(client, ines):
    client.force_login(ines)
    return client
