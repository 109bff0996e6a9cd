"""Sizes in words, as the reader's language writes numbers."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

KILOBYTE, MEGABYTE = 1000, 1_000_000


def kilobytes(size: float) -> str:
    """Return a size given in bytes as «3,4 kB», from a million on as «9,1 MB»."""
    if size >= MEGABYTE:
        return megabytes(size / MEGABYTE)
    return _("%(size)s kB") % {"size": number_format(max(size / KILOBYTE, 0.1 if size else 0), 1)}


def megabytes(size: float | Decimal) -> str:
    """Return a size given in megabytes as «11,2 MB»."""
    return _("%(size)s MB") % {"size": number_format(size, 0 if size >= 100 else 1)}
