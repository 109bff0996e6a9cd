"""Keeping templates and signatories, with each use of a signature written down."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from accounts.models import User
from certificates.designs.choices import Use
from certificates.designs.models import SignatureUse, Template
from certificates.designs.rules import can_change, can_change_signatory, can_prepare, can_sign
from certificates.issuers.actions import keep_image
from certificates.issuers.models import Signatory
from content.media.models import Picture


@transaction.atomic
def save_template(*, template: Template, signatories: Sequence[Signatory], logos: Sequence[Picture], by: User, now: datetime) -> Template:
    """Keep a template with those who sign on it, from the left, and its logos; each change is a new version.

    Raises PermissionDenied for who may not, or may not use these signatures.
    """
    is_new = template.pk is None
    if not (can_prepare(by) if is_new else can_change(by, template)):
        raise PermissionDenied(_("You may not change this template: it bears signatures that you may not use."))
    before = [] if is_new else [row.signatory for row in template.signatory_rows.select_related("signatory")]
    if list(signatories) != before and not can_sign(by):
        raise PermissionDenied(_("You may not put signatures on templates."))
    template.version = 1 if is_new else F("version") + 1
    template.save()
    template.refresh_from_db(fields=["version"])
    _place(template, signatories, logos)
    _note(template, signatories, before, by, now)
    return template


def _place(template: Template, signatories: Sequence[Signatory], logos: Sequence[Picture]) -> None:
    """Put signatures and logos where they stand now."""
    template.signatory_rows.all().delete()
    template.logo_rows.all().delete()
    for place, signatory in enumerate(signatories, start=1):
        template.signatory_rows.create(signatory=signatory, place=place)
    for place, picture in enumerate(logos, start=1):
        template.logo_rows.create(picture=picture, place=place)


def _note(template: Template, signatories: Sequence[Signatory], before: Sequence[Signatory], by: User, now: datetime) -> None:
    """Write down whose signature came and went, and whose stands under changed words."""
    uses = [(one, Use.TAKEN_OFF) for one in before if one not in signatories]
    uses += [(one, Use.KEPT if one in before else Use.PUT_ON) for one in signatories]
    SignatureUse.objects.bulk_create(
        SignatureUse(signatory=one, signatory_name=one.name, template=template, template_name=template.name, use=use, by=by, at=now)
        for one, use in uses
    )


@transaction.atomic
def save_signatory(*, signatory: Signatory, png: bytes | None, by: User, now: datetime) -> Signatory:
    """Keep who signs; `png`: a new picture of the signature, b"" to take it away, None to leave it as it is.

    Papers that were issued keep the signature that they had. What stands over a signature is changed by those alone who may use it, and
    each change is written down. Raises PermissionDenied for who may not.
    """
    if not (can_change_signatory(by, signatory) and (png is None or can_sign(by))):
        raise PermissionDenied(_("You may not change this signature."))
    use = _use_of(signatory, png)
    if png is not None:
        signatory.image = keep_image(png=png) if png else None
    signatory.save()
    if use:
        SignatureUse.objects.create(signatory=signatory, signatory_name=signatory.name, use=use, by=by, at=now)
    Template.objects.filter(signatory_rows__signatory=signatory).update(version=F("version") + 1)
    return signatory


def _use_of(signatory: Signatory, png: bytes | None) -> Use | None:
    """Return what is done with a signature: its picture becomes another, or what is said of it; None where there is no picture."""
    if png is not None:
        return Use.CHANGED
    before = Signatory.objects.filter(pk=signatory.pk, image__isnull=False).first()
    is_other = before and (before.name, before.title, before.issuer_id) != (signatory.name, signatory.title, signatory.issuer_id)
    return Use.RENAMED if is_other else None
