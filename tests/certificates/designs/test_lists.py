"""The lists of the screens cost the same with one row and with three."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certificates.designs.models import SignatureUse, Template
from certificates.issuers.jwk import new_private
from certificates.issuers.models import Issuer, Signatory
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, add_key


def more_rows(settings, number: int) -> None:
    """Add a row to every list, each pointing at others of its own."""
    issuer = Issuer.objects.create(name=f"Issuer {number}", url="https://example.org")
    add_key(settings, issuer, new_private("ed25519"))
    signatory = Signatory.objects.create(issuer=issuer, name=f"Signatory {number}")
    template = Template.objects.create(issuer=issuer, name=f"Template {number}", is_in_use=False)
    SignatureUse.objects.create(
        signatory=signatory, signatory_name=signatory.name, template=template, use="put_on", by=PersonFactory(), at=AWARDED
    )


@pytest.mark.parametrize("place", ["templates", "signatories", "issuers", "keys", "signatures"])
def test_lists_cost_the_same_with_one_row_and_with_three(client, admin, issuer, settings, place):
    client.force_login(admin)
    more_rows(settings, 0)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/admin/certificates/{place}/").status_code == 200
        return len(queries)

    asked()
    first = asked()
    more_rows(settings, 1)
    more_rows(settings, 2)
    assert asked() == first
