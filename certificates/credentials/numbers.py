"""Numbers of certificates: 26 signs of Crockford's base 32, which people read aloud and copy from paper without mistakes.

130 bits from the system's own source of chance: nobody finds one by trying.
"""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 26
GROUPS = (5, 5, 5, 5, 6)
MISREAD = str.maketrans("OIL", "011")
BETWEEN = " -\u00a0\u2010\u2011\u2012\u2013\u2014\u2212_.\t\r\n"
MOST_SIGNS = 80


def new_number() -> str:
    """Return a number that nobody had and nobody guesses."""
    return "".join(secrets.choice(ALPHABET) for _sign in range(LENGTH))


def shown(number: str) -> str:
    """Return the number in groups, as people read it."""
    groups, start = [], 0
    for size in GROUPS:
        groups.append(number[start : start + size])
        start += size
    return "-".join(groups)


def read(text: str) -> str | None:
    """Return the number that somebody typed, whatever its case, spaces and dashes, with O for 0 and I or L for 1; None for no number."""
    if len(text) > MOST_SIGNS:
        return None
    signs = "".join(sign for sign in text if sign not in BETWEEN)
    if not signs.isascii():  # letters that become others as capitals
        return None
    signs = signs.upper().translate(MISREAD)
    return signs if len(signs) == LENGTH and set(signs) <= set(ALPHABET) else None
