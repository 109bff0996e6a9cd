"""What came of every question of a file: in = kept + left out. Pure."""

from dataclasses import dataclass, field
from typing import Any

from courses.formats.items import Item, Left


@dataclass
class Report:
    """`kept`: (item, what keeping it came to); `left`: those left out. Each question of the file is in one of them."""

    language: str
    form: str
    kept: list[tuple[Item, str]] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    is_dry: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """Return how many came to what, and how many were left out."""
        words = [outcome for _item, outcome in self.kept]
        return {word: words.count(word) for word in ("new", "changed", "further", "unchanged")} | {"left": len(self.left)}

    @property
    def total(self) -> int:
        """Return how many questions the file has."""
        return len(self.kept) + len(self.left)

    @property
    def noted(self) -> list[Item]:
        """Return the questions that lost something on the way."""
        return [item for item, _outcome in self.kept if item.notes]

    def as_data(self) -> dict[str, Any]:
        """Return it as plain values."""
        kept = [{"place": item.place, "name": item.name, "outcome": outcome, "notes": item.notes} for item, outcome in self.kept]
        left = [{"place": one.place, "name": one.name, "reason": one.reason} for one in self.left]
        told = {"format": self.form, "language": self.language, "is_dry": self.is_dry, "questions": self.total}
        return {**told, "counts": self.counts, "kept": kept, "left": left}
