"""Find the messages in the sources: Python through Babel, templates through Django's own reading of their tags. No gettext needed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES = (".html", ".txt", ".xml")
LEFT_OUT = {"migrations", "node_modules", "static", "demo", "standing"}


@dataclass(frozen=True, order=True)
class Message:
    """One message of the sources."""

    text: str
    context: str = ""
    plural: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What a catalogue knows it by."""
        return self.context, self.text


def source_files(*roots: Path) -> Iterator[Path]:
    """Give the Python files below the roots and the templates in their folders named `templates`."""
    for root in roots:
        for path in sorted(root.rglob("*")):
            parts = path.relative_to(root).parts
            if LEFT_OUT.intersection(parts) or not path.is_file():
                continue
            if path.suffix == ".py" or (path.suffix in TEMPLATES and "templates" in parts):
                yield path


def messages_of(paths: Iterable[Path]) -> list[Message]:
    """Return every message once, sorted. Where one text stands with and without a plural, the plural one counts."""
    found: dict[tuple[str, str], Message] = {}
    for path in paths:
        for message in _messages_in(path):
            if message.plural or message.key not in found:
                found[message.key] = message
    return sorted(found.values())


def _messages_in(path: Path) -> Iterator[Message]:
    source = path.read_text(encoding="utf-8")
    if path.suffix in TEMPLATES:
        # What is no call was blanked out; without its indentation the rest reads as Python.
        source = "\n".join(line.strip() for line in templatize(source, origin=str(path)).splitlines())
    for _line, words, _comments, context in extract("python", BytesIO(source.encode()), keywords=KEYWORDS):
        singular, plural = (words[0], words[1]) if isinstance(words, tuple) else (words, "")
        if singular:
            yield Message(text=singular, context=context or "", plural=plural)
