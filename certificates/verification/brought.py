"""What somebody brings to be verified, taken apart: a number, or a code with its proof."""

import re
from dataclasses import dataclass

from certificates.credentials.numbers import read
from certificates.proofs import papers
from certificates.proofs.judging import Verdict, judge
from certificates.proofs.keys import Published
from certificates.verification.choices import Refusal

ADDRESS = re.compile(r"/verify/([0-9A-Za-z-]{26,40})/?\s*$")
CODE = re.compile(r"/verify/[^#]{0,60}#\s*\S")
REFUSALS = {
    Verdict.CHANGED: Refusal.CHANGED,
    Verdict.UNREADABLE: Refusal.UNREADABLE,
    Verdict.UNKNOWN_KEY: Refusal.UNKNOWN_KEY,
}


@dataclass(frozen=True)
class Brought:
    """A number to look up, or why not.

    `is_proven`: its words were signed by us, `name` among them. `kid`: the key that a code names which proves nothing.
    """

    number: str = ""
    is_proven: bool = False
    name: str = ""
    refusal: Refusal | None = None
    kid: str = ""


def in_text(text: str, published: Published) -> Brought | None:
    """Return what somebody typed or pasted: a number, the address of a paper, or the whole text of its code; None where it is nothing."""
    if CODE.search(text):
        return _judged(text, published)
    found = ADDRESS.search(text)
    number = read(found[1] if found else text.strip())
    return Brought(number) if number else None


def in_file(data: bytes, published: Published) -> Brought | None:
    """Return what a PDF holds; None where it is nothing of ours."""
    codes, numbers = papers.proofs_in(data), papers.numbers_in(data)
    if len(codes) > 1 or len(numbers) > 1:
        return Brought(refusal=Refusal.MANY)
    if codes:
        return _judged(codes[0], published)
    return Brought(numbers[0]) if numbers else None


def _judged(text: str, published: Published) -> Brought:
    judged = judge(text, published)
    if judged.is_genuine and judged.proof:
        return Brought(judged.proof.claim.number, is_proven=True, name=judged.proof.claim.name)
    kid = judged.proof.claim.kid if judged.proof else ""
    return Brought(refusal=REFUSALS[judged.verdict], kid=kid)
