"""Loading the demonstration initiative and session."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from content.seeding.actions import sow
from content.seeding.queries import section_or_home
from content.seeding.shaping import Spec

SECTIONS = ("initiatives", "sessions")


def load_pages(*, now: datetime, say: Callable[[str], None]) -> int:
    """Write the pages that are missing; return how many texts were written."""
    return sum(sow(specs=specs(section=name), parent=section_or_home(name), now=now, say=say) for name in SECTIONS)


def specs(*, section: str) -> list[Spec]:
    """Return the pages of one section in the project's own form."""
    return list(json.loads((Path(__file__).parent / f"{section}.json").read_text(encoding="utf-8")))


def demo_parts() -> list[tuple[int, str, Callable[[datetime, Callable[[str], None]], object]]]:
    """Return what the pages add to the demo (hook `demo`)."""
    return [(20, "Initiative and session", lambda now, say: load_pages(now=now, say=say))]
