"""A number as people type it: decimal comma or point, spaces between thousands. Pure."""

import re
import unicodedata
from decimal import Decimal

LONGEST = 60
_PLAIN = re.compile(r"[+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?", re.ASCII)
_GROUPED = re.compile(r"([+-]?[0-9]{1,3})((?:[ ,.'][0-9]{3})+)(?:([.,])([0-9]{1,30}))?", re.ASCII)
_DASHES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2010": "-", "\u2011": "-", "\u2019": "'"})


def readings(typed: object) -> list[Decimal]:
    """Return what a typed number may mean, the likeliest first; nothing for what is no number, endless or absurdly long.

    "3,5" and "3.5" are the same; "1 000", "1.000.000" and "1.000,5" are thousands. "1.000" may be one or a thousand: both are returned.
    """
    if isinstance(typed, bool) or not isinstance(typed, str | int | float | Decimal):
        return []
    if isinstance(typed, int) and typed.bit_length() > 200:
        return []
    text = str(typed)
    if len(text) > LONGEST:
        return []
    text = " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())
    text = re.sub(r"^([+-]) ", r"\1", text)
    found = [_plain(text), _grouped(text)]
    return list(dict.fromkeys(number for number in found if number is not None))


def _plain(text: str) -> Decimal | None:
    text = text.replace(",", ".")
    return Decimal(text) if _PLAIN.fullmatch(text) else None


def _grouped(text: str) -> Decimal | None:
    match = _GROUPED.fullmatch(text)
    if not match:
        return None
    head, groups, comma, rest = match.groups()
    signs = set(re.findall(r"[ ,.']", groups))
    if len(signs) > 1 or comma in signs:
        return None
    digits = head + re.sub(r"[ ,.']", "", groups)
    return Decimal(f"{digits}.{rest}" if rest else digits) if len(digits) < 32 else None
