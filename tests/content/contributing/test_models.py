"""What is never false in the rows."""

import pytest
from django.db import IntegrityError, transaction

from content.contributing.models import CoAuthor, Contribution, PartAnswers, Upload
from tests.factories.contributions import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def bare(learner):
    return Contribution.objects.create(owner=learner, language="pt", begun_at=NOW, changed_at=NOW)


def refused(make):
    with pytest.raises(IntegrityError), transaction.atomic():
        make()


def test_a_part_is_kept_once(bare):
    PartAnswers.objects.create(contribution=bare, name="exchange", saved_at=NOW)
    refused(lambda: PartAnswers.objects.create(contribution=bare, name="exchange", saved_at=NOW))


def test_an_address_is_asked_once_and_who_writes_along_has_accepted(bare, other):
    CoAuthor.objects.create(contribution=bare, email="a@example.org", language="pt", invited_at=NOW)
    refused(lambda: CoAuthor.objects.create(contribution=bare, email="a@example.org", language="pt", invited_at=NOW))
    refused(lambda: CoAuthor.objects.create(contribution=bare, email="b@example.org", language="pt", invited_at=NOW, person=other))
    CoAuthor.objects.create(contribution=bare, email="b@example.org", language="pt", invited_at=NOW, person=other, joined_at=NOW)
    again = {"contribution": bare, "language": "pt", "invited_at": NOW, "person": other, "joined_at": NOW}
    refused(lambda: CoAuthor.objects.create(email="c@example.org", **again))


def test_an_upload_is_a_file_or_a_picture_and_a_picture_has_consent(bare):
    refused(lambda: Upload.objects.create(contribution=bare, title="x", added_at=NOW))


def test_two_contributions_are_never_one_practice(bare):
    refused(lambda: Contribution.objects.create(key=bare.key, language="fr", begun_at=NOW, changed_at=NOW))


def test_names_for_people(bare):
    assert str(bare)
    bare.title = "Cadernos"
    assert str(bare) == "Cadernos"
    assert str(Upload(title="Guia")) == "Guia"
    assert str(CoAuthor(email="a@example.org")) == "a@example.org"
    assert "exchange" in str(PartAnswers(contribution_id=1, name="exchange"))
