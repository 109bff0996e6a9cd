"""What templates need to show a certificate: its number in groups, its hours and days in words."""

from datetime import date
from decimal import Decimal, InvalidOperation

from django import template
from django.utils.formats import date_format, number_format
from django.utils.translation import ngettext

from certificates.credentials.numbers import shown

register = template.Library()


@register.filter
def in_groups(number: str) -> str:
    """Return a number in groups, as people read it."""
    return shown(number)


@register.filter
def hours_words(hours: str) -> str:
    """Return a snapshot's hours, a decimal as text, as «27 hours»; as they stand where they are no number."""
    try:
        value = Decimal(hours)
    except InvalidOperation:
        return hours
    value = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    return ngettext("%(n)s hour", "%(n)s hours", 1 if value == 1 else 2) % {"n": number_format(value)}


@register.filter
def day(text: str) -> str:
    """Return a snapshot's day, «2026-03-30», as the reader writes days; as it stands where it is no day."""
    try:
        return date_format(date.fromisoformat(text), "DATE_FORMAT")
    except ValueError:
        return text
