"""Who prepares templates, and who may put a signature on them."""

from django.db.models import QuerySet

from certificates.designs.models import Template
from certificates.issuers.models import Signatory
from certificates.issuers.rules import can_manage
from content.audience.rules import Reader, is_member

MANAGE = "certificates.manage_templates"
SIGN = "certificates.use_signature"


def can_prepare(user: Reader) -> bool:
    """Return whether this person prepares templates at all."""
    return is_member(user) and user.has_perm(MANAGE)  # type: ignore[union-attr]


def can_sign(user: Reader) -> bool:
    """Return whether this person may use the signatures of others."""
    return is_member(user) and user.has_perm(SIGN)  # type: ignore[union-attr]


def can_change(user: Reader, template: Template) -> bool:
    """Return whether this person may change this template. Under a signature no word is changed by who may not use it."""
    return can_prepare(user) and (can_sign(user) or not template.signatory_rows.exists())


def can_change_signatory(user: Reader, signatory: Signatory) -> bool:
    """Return whether this person may change who signs. Over the picture of a signature nothing is changed by who may not use it."""
    return can_manage(user) and (can_sign(user) or not Signatory.objects.filter(pk=signatory.pk, image__isnull=False).exists())


def changeable_by(user: Reader) -> QuerySet[Template]:
    """Return the templates that this person may change: the twin of `can_change`."""
    if not can_prepare(user):
        return Template.objects.none()
    return Template.objects.all() if can_sign(user) else Template.objects.filter(signatory_rows=None)
