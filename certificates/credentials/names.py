"""A name turned into a hash that proves it and does not tell it, so that a paper outlives the account."""

import base64
import hashlib
import hmac
import secrets
import unicodedata

APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u00b4": "'", "`": "'", "\u2010": "-", "\u2011": "-"})
MOST_SIGNS = 400
# Names are short and often guessed: each guess costs about 30 ms and 16 MB.
COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}


def folded(name: str) -> str:
    """Return a name as it is compared: without regard to case, accents, kinds of apostrophe and spaces."""
    parts = unicodedata.normalize("NFKD", name[:MOST_SIGNS]).translate(APOSTROPHES).casefold()
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", parts) if unicodedata.category(sign) not in ("Mn", "Cf"))
    return unicodedata.normalize("NFC", " ".join(bare.split()))


def new_salt() -> str:
    """Return a salt for one credential."""
    return base64.b64encode(secrets.token_bytes(16)).decode()


def name_hash(name: str, salt: str) -> str:
    """Return the slow, salted hash of a name as it is compared."""
    return base64.b64encode(hashlib.scrypt(folded(name).encode(), salt=salt.encode(), **COST)).decode()


def is_name(typed: str, *, kept: str, salt: str) -> bool:
    """Return whether what was typed is the name behind this hash."""
    return bool(kept) and hmac.compare_digest(name_hash(typed, salt), kept)
