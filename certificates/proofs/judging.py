"""What a proof is worth, by the published keys alone."""

from dataclasses import dataclass
from enum import StrEnum

from certificates.proofs.compact import verify
from certificates.proofs.keys import Published
from certificates.proofs.reading import Proof, Unreadable, read


class Verdict(StrEnum):
    """The answers. Only GENUINE is a yes; revocation and correction are for the site to tell."""

    GENUINE = "genuine"
    CHANGED = "changed"
    UNKNOWN_KEY = "unknown key"
    OTHER_SITE = "other site"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Judged:
    """A verdict with what was judged; `proof` is missing where nothing could be read, `reason` is an English word for operators."""

    verdict: Verdict
    proof: Proof | None = None
    reason: str = ""

    @property
    def is_genuine(self) -> bool:
        """Whether every letter is as it was signed, by a key that is published."""
        return self.verdict == Verdict.GENUINE


def judge(text: str, published: Published) -> Judged:
    """Judge the text of a QR code."""
    try:
        proof = read(text)
    except Unreadable as no:
        return Judged(Verdict.UNREADABLE, reason=str(no))
    return judge_proof(proof, published)


def judge_proof(proof: Proof, published: Published) -> Judged:
    """Judge a proof that has been read."""
    if proof.claim.kid not in published.keys:
        return Judged(Verdict.UNKNOWN_KEY, proof, f"No key named {proof.claim.kid} was published here.")
    if not verify(proof.claim.message(), proof.signature, published.keys[proof.claim.kid]):
        return Judged(Verdict.CHANGED, proof, "Signature and words do not belong together: something was changed.")
    if published.sites and proof.site not in published.sites:
        return Judged(Verdict.OTHER_SITE, proof, f"The words are genuine, but {proof.site} is no address of this academy.")
    return Judged(Verdict.GENUINE, proof)
