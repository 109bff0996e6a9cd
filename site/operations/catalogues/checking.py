"""Is a catalogue whole: every message translated, none doubtful, placeholders kept, plural forms complete."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib

from .calendar import DAYS, MONTHS
from .choices import PARTIAL, PLURAL_FORMS, PLURALS, WHOLE
from .extraction import Message
from .files import path_of, read, steady_text

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def troubles(folder: Path, messages: list[Message]) -> list[str]:
    """Return what is wrong with the catalogues, one line each; empty when all is well."""
    found: list[str] = []
    for language in WHOLE:
        found += [f"{language}: {line}" for line in _whole(folder, language, messages)]
    for language, other in PARTIAL.items():
        found += [f"{language}: {line}" for line in _partial(folder, language, other, messages)]
    return found


def _whole(folder: Path, language: str, messages: list[Message]) -> Iterator[str]:
    path = path_of(folder, language)
    catalogue = read(path)
    entries = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    for message in messages:
        entry = entries.get(message.key)
        if entry is None or not _is_translated(entry):
            yield f"not translated: {_short(message.text)}"
        elif bool(entry.msgid_plural) != bool(message.plural) or (message.plural and entry.msgid_plural != message.plural):
            yield f"another plural than the source's: {_short(message.text)}"
    yield from _common(path, language, catalogue, messages)


def _partial(folder: Path, language: str, other: str, messages: list[Message]) -> Iterator[str]:
    path = path_of(folder, language)
    if not path.exists():
        return
    catalogue = read(path)
    base = {(entry.msgctxt or "", entry.msgid): entry for entry in read(path_of(folder, other))}
    for entry in catalogue:
        twin = base.get((entry.msgctxt or "", entry.msgid))
        if not _is_translated(entry):
            yield f"empty, so leave it out: {_short(entry.msgid)}"
        elif twin and (twin.msgstr, twin.msgstr_plural) == (entry.msgstr, entry.msgstr_plural) and entry.msgid not in (*MONTHS, *DAYS):
            yield f"the same as {other}, so leave it out: {_short(entry.msgid)}"
    yield from _common(path, language, catalogue, messages)


def _common(path: Path, language: str, catalogue: polib.POFile, messages: list[Message]) -> Iterator[str]:
    known = {message.key for message in messages}
    for entry in catalogue:
        if entry.obsolete or (entry.msgctxt or "", entry.msgid) not in known:
            yield f"no longer in the sources: {_short(entry.msgid)}"
        if entry.fuzzy:
            yield f"doubtful (fuzzy): {_short(entry.msgid)}"
        yield from _form_troubles(entry)
    if len({(entry.msgctxt, entry.msgid) for entry in catalogue}) != len(catalogue):
        yield "a message stands twice"
    if path.exists() and catalogue.metadata.get("Plural-Forms") != PLURALS[language]:
        yield "another plural rule than operations.catalogues.choices has"
    elif path.exists() and path.read_text(encoding="utf-8") != steady_text(catalogue, language):
        yield "not in its steady form: run `make messages`"


def _form_troubles(entry: polib.POEntry) -> Iterator[str]:
    wanted = placeholders(entry.msgid)
    if not entry.msgid_plural:
        if entry.msgstr and placeholders(entry.msgstr) != wanted:
            yield f"other placeholders: {_short(entry.msgid)}"
        if entry.msgstr and entry.msgstr.startswith("\n") != entry.msgid.startswith("\n"):
            yield f"another line break at the start: {_short(entry.msgid)}"
        return
    wanted |= placeholders(entry.msgid_plural)
    for index, form in entry.msgstr_plural.items():
        missing = wanted - placeholders(form)
        may_lack = {"count", "number", "n", ""} if index == 0 else set()  # "one course" needs no figure
        if form and (placeholders(form) - wanted or missing - may_lack):
            yield f"other placeholders in plural form {index}: {_short(entry.msgid)}"


def placeholders(text: str) -> set[str]:
    """Return the names of a message's placeholders; unnamed ones as ''."""
    return {match[1] or match[2] or "" for match in PLACEHOLDER.finditer(text.replace("%%", ""))}


def _is_translated(entry: polib.POEntry) -> bool:
    if entry.msgid_plural:
        return len(entry.msgstr_plural) == PLURAL_FORMS and all(form.strip() for form in entry.msgstr_plural.values())
    return bool(entry.msgstr.strip())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:70]}…" if len(line) > 70 else line
