"""An edition that Adjoa runs, another that somebody else runs, and certificates in both."""

from datetime import timedelta

import pytest
from django.utils import timezone

from certificates.credentials.choices import Stage
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of, template_of
from tests.factories.learning import edition_of, enrolled, run
from tests.factories.papers import paper_of

NOW = AWARDED + timedelta(days=1)


@pytest.fixture(autouse=True)
def clock(monkeypatch, settings, tmp_path):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}
    return NOW


@pytest.fixture
def own(edition, facilitator):
    """The edition that Adjoa runs."""
    run(edition, facilitator)
    return edition


@pytest.fixture
def other(course):
    """The edition that somebody else runs."""
    made = edition_of(course, name="Others")
    run(made, PersonFactory(name="Other Facilitator", groups=["facilitator"]))
    return made


@pytest.fixture
def template(issuer):
    return template_of(issuer)


@pytest.fixture
def award(own, template):
    """Somebody's award that waits for her name."""
    person = PersonFactory(name="Bela Waits", email="bela@example.org")
    enrolled(person, own)
    return award_of(person, own, state=Stage.WAITING, name_confirmed_at=None, confirm_by=NOW + timedelta(days=6))


@pytest.fixture
def credential(own, issuer, template):
    """Somebody's certificate with its paper."""
    person = PersonFactory(name="Ana Holds", email="ana@example.org", country="AO")
    enrolled(person, own)
    made = credential_of(award_of(person, own), issuer, template=template, said={"country": "AO"})
    paper_of(made)
    return made


@pytest.fixture
def inside(client, facilitator):
    client.force_login(facilitator)
    return client
