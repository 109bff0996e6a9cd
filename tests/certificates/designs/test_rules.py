"""Who prepares which template: each rule beside its list; the database's own rules; the actions refuse by themselves."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from certificates.designs.actions import save_signatory, save_template
from certificates.designs.models import SignatureUse, Template
from certificates.designs.pictures import signature_png
from certificates.designs.queries import signers, template_for
from certificates.designs.rules import can_change, can_change_signatory, changeable_by
from certificates.issuers.models import Signatory
from tests.certificates.designs.conftest import may, scan
from tests.factories.certificates import AWARDED, signed_by, template_of


def test_each_answer_is_the_same_one_by_one_and_as_a_list(cast, preparer, signer, template, director):
    signed = template_of(template.issuer, name="Signed", is_in_use=False)
    signed.signatory_rows.create(signatory=director, place=1)
    for role, person in (cast | {"preparer": preparer, "signer": signer, "nobody": None}).items():
        listed = set(changeable_by(person))
        for one in Template.objects.all():
            assert can_change(person, one) is (one in listed), (role, one.name)
    assert set(changeable_by(preparer)) == {template}
    assert set(changeable_by(signer)) == {template, signed}


def test_a_right_to_sign_alone_prepares_nothing(template, learner):
    assert not changeable_by(may(learner, "use_signature")).exists()


def test_the_action_refuses_whoever_may_not(template, learner, preparer, director):
    with pytest.raises(PermissionDenied):
        save_template(template=template, signatories=[], logos=[], by=learner, now=AWARDED)
    with pytest.raises(PermissionDenied):
        save_template(template=template, signatories=[director], logos=[], by=preparer, now=AWARDED)
    with pytest.raises(PermissionDenied):
        save_signatory(signatory=director, png=b"", by=preparer, now=AWARDED)
    template.refresh_from_db()
    assert template.version == 1


def test_a_signature_that_changes_raises_the_version_of_its_templates_alone(template, director, signer):
    other = template_of(template.issuer, name="Other", is_in_use=False)
    template.signatory_rows.create(signatory=director, place=1)
    director.title = "Chair"
    save_signatory(signatory=director, png=None, by=signer, now=AWARDED)
    template.refresh_from_db()
    other.refresh_from_db()
    assert (template.version, other.version) == (2, 1)
    assert not SignatureUse.objects.exists()


def test_the_log_outlives_who_is_in_it(template, director, signer):
    save_template(template=template, signatories=[director], logos=[], by=signer, now=AWARDED)
    template.signatory_rows.all().delete()
    director.delete()
    template.delete()
    signer.delete()
    row = SignatureUse.objects.get()
    assert (row.signatory_name, row.template_name, row.by, row.at) == ("Ana Director", "All courses", None, AWARDED)


def test_under_a_picture_nobody_is_renamed_who_may_not_use_it(template, director, signer, learner):
    save_signatory(signatory=director, png=signature_png(scan()), by=signer, now=AWARDED)
    manager = may(learner, "manage_issuers")
    director.name = "Mallory Forger"
    with pytest.raises(PermissionDenied):
        save_signatory(signatory=director, png=None, by=manager, now=AWARDED)
    director.refresh_from_db()
    assert director.name == "Ana Director"
    plain = Signatory.objects.create(issuer=template.issuer, name="Rui")
    plain.title = "Chair"
    save_signatory(signatory=plain, png=None, by=manager, now=AWARDED)
    assert [can_change_signatory(manager, one) for one in (director, plain)] == [False, True]
    assert SignatureUse.objects.count() == 1


def test_each_change_over_a_picture_is_written_down(director, signer):
    save_signatory(signatory=director, png=signature_png(scan()), by=signer, now=AWARDED)
    director.title = "Chair"
    save_signatory(signatory=director, png=None, by=signer, now=AWARDED)
    save_signatory(signatory=director, png=None, by=signer, now=AWARDED)
    assert list(SignatureUse.objects.order_by("pk").values_list("use", "by")) == [("changed", signer.pk), ("renamed", signer.pk)]


def test_who_signs_on_a_template_is_not_deleted_under_it(template, director):
    template.signatory_rows.create(signatory=director, place=1)
    with pytest.raises(ProtectedError):
        director.delete()


def test_a_course_follows_its_own_template_else_the_one_for_all(issuer, course):
    every = template_of(issuer)
    assert template_for(course.translation_key, "completion") == every
    own = template_of(issuer, name="Own", course_key=course.translation_key)
    assert template_for(course.translation_key, "completion") == own
    Template.objects.filter(pk=own.pk).update(is_in_use=False)
    assert template_for(course.translation_key, "completion") == every
    assert template_for(course.translation_key, "contribution") is None


def test_signers_stand_from_the_left(template):
    signed_by(template, "Ana", "Rui")
    assert signers(template) == [{"name": "Ana", "title": "Director", "image": ""}, {"name": "Rui", "title": "Director", "image": ""}]


@pytest.mark.parametrize(
    "fields",
    [
        {"second_language": "pt"},
        {"valid_months": 0},
        {"kind": "diploma"},
        {"layout": "gaudy"},
        {"orientation": "askew"},
    ],
)
def test_the_database_refuses_a_template_that_is_none(template, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        Template.objects.filter(pk=template.pk).update(**fields)


def test_one_template_in_use_serves_a_course_and_kind(issuer, course):
    key = course.translation_key
    for fields in ({}, {"course_key": key}, {"kind": "contribution"}, {"kind": "contribution", "course_key": key}):
        template_of(issuer, **fields)
        with pytest.raises(IntegrityError), transaction.atomic():
            template_of(issuer, **fields)
        template_of(issuer, is_in_use=False, **fields)


@pytest.mark.parametrize("place", [0, 5])
def test_at_most_four_sign(template, director, place):
    with pytest.raises(IntegrityError), transaction.atomic():
        template.signatory_rows.create(signatory=director, place=place)


def test_a_fourth_signs_and_nobody_twice(template):
    people = signed_by(template, "One", "Two", "Three", "Four")
    with pytest.raises(IntegrityError), transaction.atomic():
        template.signatory_rows.create(signatory=people[0], place=4)
    with pytest.raises(IntegrityError), transaction.atomic():
        template.signatory_rows.filter(place=2).update(signatory=people[0])


def test_at_most_two_logos_stand(template, logo):
    template.logo_rows.create(picture=logo, place=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        template.logo_rows.create(picture=logo, place=3)


def test_a_signatory_has_a_name(issuer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Signatory.objects.create(issuer=issuer, name="")
    assert str(Signatory(name="Ana")) == "Ana"
    assert str(Signatory(name="Ana", title="Chair")) == "Ana, Chair"
