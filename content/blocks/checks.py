"""What a block must have before it is published; a draft may lack it. Addresses are safe even in a draft."""

import re
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

Complaints = dict[str, Any]  # the part of the block → what is said beside it
SCHEMES = {"http", "https", "mailto", "tel"}
UNSEEN = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def is_safe(address: str) -> bool:
    """Return whether a link to this address runs nothing: http(s), mailto, tel, or a place on this site."""
    address = UNSEEN.sub("", address)
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.scheme.lower() in {"mailto", "tel"})
    return not parts.netloc and not address.startswith(("//", "\\", "/\\"))


def check_address(address: str) -> None:
    """Refuse an address that is not safe. Raises ValidationError."""
    if not is_safe(address):
        raise ValidationError(_("Give an address that begins with https://, http://, mailto: or tel:, or with / on this site."))


class AddressBlock(blocks.URLBlock):
    """An address to link to: elsewhere, a mailbox, a telephone, or a place on this site. Not a text to translate."""

    def __init__(self, *, required: bool = True, help_text: Any = None, **kwargs: Any) -> None:
        super().__init__(required=required, help_text=help_text, **kwargs)
        self.field = forms.CharField(required=required, help_text=help_text, max_length=500, validators=[check_address])


class RichTextBlock(blocks.RichTextBlock):
    """Text with links that are safe."""

    def clean(self, value: Any) -> Any:
        """Refuse links that could run something. Raises ValidationError."""
        value = super().clean(value)
        for link in BeautifulSoup(value.source, "html.parser").find_all("a", href=True):
            check_address(str(link["href"]))
        return value


class CheckedBlock(blocks.StructBlock):
    """A block whose parts are held against each other when it is published."""

    def complaints(self, value: Any) -> Complaints:
        """Return what is missing or wrong, by the part beside which it is said."""
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        """Clean the parts, then, unless this is a draft, the whole. Raises StructBlockValidationError."""
        value = super().clean(value)
        found = {} if self.is_deferred_validation else self.complaints(value)
        if found:
            raise blocks.StructBlockValidationError(block_errors={name: ValidationError(text) for name, text in found.items()})
        return value
