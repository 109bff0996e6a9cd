"""An edition with issued certificates and their papers, in a folder of its own."""

from datetime import timedelta

import pytest

from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of
from tests.factories.papers import paper_of

NOW = AWARDED + timedelta(days=1)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def queue(settings):
    """Let jobs wait in the queue as they do in production; the tests do them."""
    settings.TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}


@pytest.fixture
def issue(issuer, edition):
    """Return a maker of people who hold a certificate with a paper."""

    def make(name, **fields):
        person = PersonFactory(name=name, **fields)
        credential = credential_of(award_of(person, edition), issuer, said={"name": name})
        paper_of(credential, f"%PDF {name}".encode())
        return credential

    return make
