"""How names stand in the alphabet, whatever their accents. No models."""

from typing import Any
from unicodedata import normalize

from django import forms


def plain(text: str) -> str:
    """Return the text as it is sorted and compared: small letters, no accents."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not "\u0300" <= sign <= "\u036f")


class NamedSelect(forms.Select):
    """A list to choose from, in the order of the alphabet of the reader's language; the empty choice stays first."""

    def optgroups(self, name: str, value: Any, attrs: Any = None) -> Any:
        """Return the choices in their order."""
        groups = super().optgroups(name, value, attrs)
        return sorted(groups, key=lambda group: (bool(group[1][0]["value"]), plain(str(group[1][0]["label"]))))
