"""Records by rows, and a harvester from the shelf that asks our test client instead of the network."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from requests.adapters import BaseAdapter
from requests.models import PreparedRequest, Response
from sickle import Sickle

from content.harvesting.models import HarvestRecord, Membership
from content.harvesting.writing import dublin_core

BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
ADDRESS = "http://testserver/oai/"


def key_of(number: int) -> UUID:
    """Return the key of the practice with this number."""
    return UUID(int=number)


def told(count: int, *, first: int = 1, language: str = "pt", apart: int = 1) -> list[HarvestRecord]:
    """Put rows as `tell` leaves them: each so many seconds after the one before."""
    rows = HarvestRecord.objects.bulk_create(
        HarvestRecord(
            translation_key=key_of(number),
            language=language,
            changed_at=BEGAN + timedelta(seconds=apart * number),
            dc=dublin_core([("title", f"Practice {number}", language)]),
        )
        for number in range(first, first + count)
    )
    Membership.objects.bulk_create(Membership(record=row, spec=f"language-{language}") for row in rows)
    return rows


class OurClient(BaseAdapter):
    """Hands what `requests` would send to Django's test client. `between` is called after each answer."""

    def __init__(self, client, between=None) -> None:
        super().__init__()
        self.client, self.between, self.asked = client, between, []

    def send(self, request: PreparedRequest, **kwargs: object) -> Response:
        """Ask; give the answer back as `requests` has it."""
        self.asked.append(request.url)
        answer = self.client.get(request.url.removeprefix("http://testserver"))
        made = Response()
        made.status_code, made.url, made.request = answer.status_code, request.url, request
        made.headers.update(answer.headers)
        made.raw = BytesIO(answer.content)
        made.encoding = "utf-8"
        if self.between:
            self.between(len(self.asked))
        return made

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def harvester(client, monkeypatch, settings):
    """Return a maker of harvesters; `between` happens between two of its questions."""
    settings.SITE_URL = "http://testserver"

    def make(between=None) -> Sickle:
        adapter = OurClient(client, between)
        monkeypatch.setattr("requests.sessions.Session.get_adapter", lambda self, url: adapter)
        made = Sickle(ADDRESS, max_retries=2)
        made.adapter = adapter
        return made

    return make
