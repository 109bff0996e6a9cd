"""Catalogue files: read, written in one steady form (sorted, no line numbers, no dates), compiled."""

import os
from pathlib import Path

import polib

from .choices import PLURALS

WIDTH = 120


def path_of(folder: Path, language: str) -> Path:
    """Return where a language's catalogue lies."""
    return folder / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> polib.POFile:
    """Read a catalogue; a missing one is an empty one."""
    catalogue = polib.pofile(str(path), wrapwidth=WIDTH) if path.exists() else polib.POFile(wrapwidth=WIDTH)
    catalogue.wrapwidth = WIDTH
    return catalogue


def steady_text(catalogue: polib.POFile, language: str) -> str:
    """Return the catalogue as it is to be written, so that two people's changes seldom touch the same line."""
    steady = polib.POFile(wrapwidth=WIDTH)
    steady.metadata = {
        "Project-Id-Version": "SSTC Academy",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for entry in sorted((entry for entry in catalogue if not entry.obsolete), key=lambda entry: (entry.msgid, entry.msgctxt or "")):
        entry.occurrences = []
        entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None
        steady.append(entry)
    return f"{steady}\n" if not str(steady).endswith("\n") else str(steady)


def write(path: Path, catalogue: polib.POFile, language: str) -> None:
    """Write a catalogue in its steady form."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(steady_text(catalogue, language), encoding="utf-8")


def compile_all(folder: Path) -> list[Path]:
    """Compile every catalogue below the folder that is newer than its compiled form; returns what was written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        unfinished = target.with_name(f"{target.name}.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(target)
        written.append(target)
    return written
