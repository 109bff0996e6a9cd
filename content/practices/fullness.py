"""How much of the form is answered: shown to authors as a prompt, never to readers as a mark. Plain values, no models."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.html import strip_tags

from content.practices.choices import FORM, Asked


@dataclass(frozen=True)
class Fullness:
    """What is answered and what is not."""

    answered: tuple[Asked, ...]
    missing: tuple[Asked, ...]

    @property
    def percent(self) -> int:
        """How much of the form is answered: what is required counts twice."""
        weights = [sum(2 if asked.is_required else 1 for asked in part) for part in (self.answered, self.missing)]
        return round(100 * weights[0] / sum(weights))

    @property
    def is_complete(self) -> bool:
        """Whether everything that is required is answered."""
        return not any(asked.is_required for asked in self.missing)


def fullness(values: Mapping[str, Any]) -> Fullness:
    """Return what of the form these values answer; texts may be HTML, what is empty inside its tags is empty."""
    done = tuple(asked for asked in FORM if _is_answered(values.get(asked.key)))
    return Fullness(done, tuple(asked for asked in FORM if asked not in done))


def _is_answered(value: Any) -> bool:
    if isinstance(value, str):
        return bool(strip_tags(value).replace("\xa0", " ").strip())
    return bool(value)
