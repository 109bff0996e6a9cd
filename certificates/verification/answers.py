"""What the page says of one certificate: no more than the paper says already, and where it stands now."""

from dataclasses import dataclass, field
from datetime import datetime

from certificates.credentials.models import Credential
from certificates.credentials.snapshot import Snapshot
from certificates.verification.choices import File, Verdict


@dataclass(frozen=True)
class Answer:
    """One certificate as the page shows it. `is_proven`: a code that we signed was brought; `file`: what the file is beside its words."""

    credential: Credential
    standing: str
    is_proven: bool = False
    file: File | None = None
    words: Snapshot = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.credential.words)

    @property
    def verdict(self) -> str:
        """Return the answer in one sentence."""
        return str(Verdict(self.standing).label)

    @property
    def is_good(self) -> bool:
        """Return whether it holds: a name withdrawn takes nothing from what was awarded."""
        return self.standing in (Verdict.VALID, Verdict.WITHDRAWN)

    @property
    def name(self) -> str:
        """Return the name as printed; of a paper that was replaced it is not said again, for it may have been wrong."""
        return "" if self.standing == Verdict.SUPERSEDED else self.words.name

    @property
    def asks_name(self) -> bool:
        """Return whether the name is gone and can be proven by typing it."""
        return not self.words.name and bool(self.credential.name_hash)

    @property
    def newer(self) -> str:
        """Return the number of the certificate that replaced this one."""
        successor = getattr(self.credential, "superseded_by", None)
        return successor.number if successor and self.standing == Verdict.SUPERSEDED else ""

    @property
    def titles(self) -> list[tuple[str, str]]:
        """Return the course's title in each language of the paper, as (language, title), the main one first."""
        found = [(code, self.words.course[code]) for code in self.words.languages if self.words.course.get(code)]
        return found or list(self.words.course.items())[:1]


def answer_of(credential: Credential, now: datetime, *, is_proven: bool = False, file: File | None = None) -> Answer:
    """Return what is to be said of a credential at this moment."""
    return Answer(credential, credential.standing(now), is_proven, file)
