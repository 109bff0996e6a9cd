"""First texts, kept as Markdown beside this file: title, lead, then paragraphs and headings. No models, no request."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid5

from markdown import markdown

TEXTS = Path(__file__).resolve().parent / "texts"
NAMESPACE = UUID("0b7e5a9c-6f43-5a1d-8a55-54b3c1f1c0de")
LANGUAGES = ("pt", "en", "es", "fr")
SECTIONS = ("courses", "initiatives", "sessions")
NOTICES = ("rules", "terms", "privacy", "accessibility", "contact")
VERSIONED = ("terms", "privacy")


@dataclass(frozen=True)
class Text:
    """One first text in one language."""

    title: str
    lead: str
    body: list[dict] = field(default_factory=list)


def key_of(name: str) -> UUID:
    """Return the translation key that this page has on every site."""
    return uuid5(NAMESPACE, name)


def read(name: str, language: str) -> Text:
    """Return the first text of a page; block ids are the same in every language."""
    heading, lead, *rest = (TEXTS / language / f"{name}.md").read_text(encoding="utf-8").strip().split("\n\n")
    return Text(title=heading.removeprefix("# "), lead=lead, body=_blocks(rest, name))


def _blocks(parts: list[str], name: str) -> list[dict]:
    """Return headings as blocks of their own and what stands between them as prose."""
    groups: list[tuple[str, list[str]]] = []
    for part in parts:
        if part.startswith("## "):
            groups.append(("heading", [part.removeprefix("## ")]))
        elif groups and groups[-1][0] == "prose":
            groups[-1][1].append(part)
        else:
            groups.append(("prose", [part]))
    return [
        {
            "type": kind,
            "id": str(uuid5(NAMESPACE, f"{name}/{position}")),
            "value": {"text": parts[0]} if kind == "heading" else markdown("\n\n".join(parts)),
        }
        for position, (kind, parts) in enumerate(groups)
    ]
