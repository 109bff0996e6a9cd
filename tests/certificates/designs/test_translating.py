"""The certificate templates on the translation board."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from certificates.designs.actions import save_template
from certificates.designs.models import Template
from certificates.designs.translating import listed
from content.translations.choices import State
from content.translations.rows import Asked
from tests.factories.certificates import template_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
EVERYTHING = tuple(State)


def said(template, by, days=0, **texts):
    """Save a template with these headlines by language."""
    template.texts = {code: {"headline": words} for code, words in texts.items()}
    return save_template(template=template, signatories=[], logos=[], by=by, now=NOW + timedelta(days=days))


def lines(user, **asked):
    return listed(user, Asked(**{"states": EVERYTHING, **asked}), 0, 25).lines


@pytest.fixture
def template(issuer):
    return template_of(issuer, language="pt", second_language="", texts={})


def test_a_template_in_the_houses_own_words_is_not_on_the_board(template, admin):
    assert lines(admin) == []


def test_own_words_are_missing_stale_and_current_by_language(template, admin):
    said(template, admin, pt="Certificado")
    (line,) = lines(admin)
    assert {code: cell.state for code, cell in line.cells.items()} == dict.fromkeys(("en", "es", "fr"), State.MISSING)
    said(template, admin, days=1, pt="Certificado", fr="Attestation")
    assert lines(admin)[0].cells["fr"].state == State.CURRENT
    said(template, admin, days=2, pt="Diploma", fr="Attestation")
    cell = lines(admin)[0].cells["fr"]
    assert (cell.state, cell.since) == (State.STALE, NOW + timedelta(days=2))
    said(template, admin, days=3, pt="Diploma", fr="Diplôme")
    assert lines(admin)[0].cells["fr"].state == State.CURRENT


def test_words_from_before_the_days_were_kept_are_taken_as_they_are(template, admin):
    Template.objects.filter(pk=template.pk).update(texts={"pt": {"headline": "Um"}, "fr": {"headline": "Un"}}, said_at={})
    assert lines(admin)[0].cells["fr"].state == State.CURRENT


def test_templates_are_sifted_by_language_state_and_name(template, admin):
    said(template, admin, pt="Certificado", fr="Attestation")
    assert lines(admin, language="fr", states=(State.MISSING,)) == []
    assert len(lines(admin, language="en", states=(State.MISSING,))) == 1
    assert lines(admin, words="no such name") == []


def test_only_who_prepares_templates_sees_them(template, cast):
    said(template, cast["admin"], pt="Certificado")
    assert {role for role, person in cast.items() if lines(person)} == {"admin", "editor"}


def test_templates_are_listed_in_one_query_however_many(template, admin, issuer):
    def asked():
        with CaptureQueriesContext(connection) as caught:
            lines(admin)
        return len(caught)

    said(template, admin, pt="Certificado")
    few = asked()
    for _number in range(2):
        said(template_of(issuer, course_key=uuid4(), language="pt", second_language="", texts={}), admin, pt="Certificado")
    assert len(lines(admin)) == 3
    assert asked() == few == 1
