"""What a certificate says: plain values, taken down when it is awarded and never changed afterwards."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

KINDS = ("completion", "participation", "contribution")


@dataclass(frozen=True)
class Snapshot:
    """The words of one certificate.

    `course`: the title by language. `course_key`, `edition_uid`: UUIDs as text. `hours`: a decimal as text. Dates: "YYYY-MM-DD". What is
    not known is "", of the grade None. `languages`: one or two, the first is the main one. `country`: for figures, not printed.
    `issuer`: name, url, did. `signatories`: name, title, image (hash of the picture, or ""). `texts`: the template's own headline, sentence
    and small print by language, as they were; in other languages the house's own words are said. None: they were not taken down.
    """

    name: str
    kind: str
    course: dict[str, str]
    edition: str
    course_key: str
    awarded_on: str
    languages: list[str]
    issuer: dict[str, str]
    edition_uid: str = ""
    hours: str = ""
    starts_on: str = ""
    ends_on: str = ""
    percent: int | None = None
    country: str = ""
    valid_until: str = ""
    signatories: list[dict[str, str]] = field(default_factory=list)
    texts: dict[str, dict[str, str]] | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no kind of certificate: {self.kind}")
        if not self.course or not 1 <= len(self.languages) <= 2:
            raise ValueError("a certificate has a course with a title, and one or two languages")

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Snapshot":
        """Return it from plain values; what a later release added and this one does not know is left out."""
        return cls(**{one.name: data[one.name] for one in fields(cls) if one.name in data})

    def course_in(self, language: str) -> str:
        """Return the course's title in a language, else in the main language, else in any."""
        wanted = (language, language.partition("-")[0], *self.languages)
        return next((self.course[code] for code in wanted if self.course.get(code)), next(iter(self.course.values())))
