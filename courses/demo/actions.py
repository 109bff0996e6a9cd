"""Loading the demonstration courses."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from content.seeding.actions import sow
from content.seeding.queries import section_or_home
from content.seeding.shaping import Spec
from courses.demo.holding import hold_courses
from courses.demo.questions import load_questions

FORMS = ("inspecao_cplp.json", "academia_sstc.json")
HERE = Path(__file__).parent
Say = Callable[[str], object]


def load_courses(*, now: datetime, say: Callable[[str], None]) -> int:
    """Write the courses that are missing; return how many texts were written."""
    return sow(specs=specs(), parent=section_or_home("courses"), folder=HERE / "files", now=now, say=say)


def load_editions(*, now: datetime, say: Say) -> None:
    """Write the questions and the editions that are missing. Done again, nothing changes."""
    written = load_questions(now=now)
    say(f"{written} questions" if written else "The questions were there already.")
    edition = hold_courses(now=now)
    say(f"{edition.name}, {edition.starts_on} – {edition.ends_on}" if edition else "Without the people of the demo there is no edition.")


def specs() -> list[Spec]:
    """Return the courses in the project's own form."""
    return [spec for name in FORMS for spec in json.loads((HERE / name).read_text(encoding="utf-8"))]


def demo_parts() -> list[tuple[int, str, Callable[[datetime, Callable[[str], None]], object]]]:
    """Return what the courses add to the demo (hook `demo`)."""
    return [
        (30, "Courses", lambda now, say: load_courses(now=now, say=say)),
        (40, "Editions", lambda now, say: load_editions(now=now, say=say)),
    ]
