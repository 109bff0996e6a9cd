"""Reading the text of a QR code. Only the one way of writing each proof is read, so that no letter can be another."""

import json
import re
from base64 import urlsafe_b64decode
from dataclasses import dataclass

from certificates.proofs.claims import Claim, Unfit, written
from certificates.proofs.compact import VERSION, encoded

LONGEST = 6000  # three times what a QR code holds
SIGNATURE_BYTES = 64
SPACES = re.compile(r"[ \t\r\n\u00a0\u200b]+")
LONGEST_SITE = 108  # with https://
ADDRESS = r"https?://[^\s\"'<>()#?]{1,100}"
SITE = re.compile(rf"{ADDRESS}\Z")
PROOF = re.compile(
    r"/verify/(?P<number>[0-9A-HJKMNP-TV-Z]{26})/"
    r"#(?P<version>[0-9A-Za-z]{1,4})\.(?P<kid>[A-Za-z0-9_-]{1,40})\.(?P<payload>[A-Za-z0-9_-]{1,4000})\.(?P<signature>[A-Za-z0-9_-]{1,200})"
)
TEXT = re.compile(rf"(?P<site>{ADDRESS}){PROOF.pattern}")


class Unreadable(ValueError):
    """This text is no proof of ours, or of a form that this reader does not know."""


@dataclass(frozen=True)
class Proof:
    """What a text claims and how it means to prove it; nothing is believed yet."""

    site: str
    claim: Claim
    signature: bytes


def read(text: str) -> Proof:
    """Return the proof that a text is. Raises Unreadable. Spaces and line ends around or inside it, as mails make them, do not count."""
    found = TEXT.fullmatch(_closed_up(text))
    if not found:
        raise Unreadable("This is not the text of one of our codes.")
    if found["version"] != VERSION:
        raise Unreadable(f"This proof has the form {found['version']}; only the form {VERSION} is known here.")
    words = _words(decoded(found["payload"]))
    signature = decoded(found["signature"])
    if len(signature) != SIGNATURE_BYTES:
        raise Unreadable("The signature is not whole.")
    try:
        name, course, edition, awarded_on = words
        claim = Claim(number=found["number"], name=name, course=course, edition=edition, awarded_on=awarded_on, kid=found["kid"])
    except (Unfit, ValueError) as no:
        raise Unreadable("The words of the proof are not whole.") from no
    return Proof(found["site"], claim, signature)


def _closed_up(text: str) -> str:
    return SPACES.sub("", text[:LONGEST])


def decoded(text: str) -> bytes:
    """Return what a base64url text holds. Raises Unreadable, also for another text that would hold the same bytes."""
    try:
        data = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError as no:
        raise Unreadable("A part of the proof is cut off.") from no
    if encoded(data) != text:
        raise Unreadable("A letter of the proof was changed.")
    return data


def _words(data: bytes) -> list[str]:
    try:
        words = json.loads(data.decode())
    except (ValueError, RecursionError) as no:
        raise Unreadable("The words of the proof cannot be read.") from no
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words) or _rewritten(words) != data:
        raise Unreadable("The words of the proof cannot be read.")
    return words


def _rewritten(words: list[str]) -> bytes:
    try:
        return written(words)
    except UnicodeEncodeError:  # half a sign
        return b""
