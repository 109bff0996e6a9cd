"""The steps of `manage.py setup` that issuers answer for."""

from datetime import datetime

from django.utils.translation import gettext as _

from certificates.issuers.actions import make_first_issuer, make_missing
from certificates.issuers.jwk import NotAKey
from certificates.issuers.keyring import KeyFileBroken, held
from certificates.issuers.models import Issuer, SigningKey


def issuers_step(now: datetime) -> str | None:
    """Make the first issuer, give every issuer the keys that it lacks, and say which private halves are missing."""
    said = []
    if first := make_first_issuer(now=now):
        said.append(_("issuer “%(name)s”") % {"name": first.name})
    try:
        made = [key.kid for issuer in Issuer.objects.all() for key in make_missing(issuer=issuer, now=now)]
        lost = [kid for kid in SigningKey.objects.in_use().values_list("kid", flat=True) if kid not in held()]
    except (KeyFileBroken, NotAKey, OSError, ValueError) as error:
        return _("No certificate can be signed: %(error)s") % {"error": error}
    if made:
        said.append(_("new keys %(keys)s; keep a copy of the key file") % {"keys": ", ".join(made)})
    if lost:
        said.append(_("the private part of %(keys)s is missing: bring the key file back, or run rotate_keys") % {"keys": ", ".join(lost)})
    return "; ".join(said) or None
