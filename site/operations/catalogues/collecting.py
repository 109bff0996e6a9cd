"""Bring the catalogues up to the sources: new messages come in empty, vanished ones go, translations stay."""

from pathlib import Path

import polib

from .choices import LANGUAGES, PARTIAL, PLURAL_FORMS
from .extraction import Message
from .files import path_of, read, write


def collect(folder: Path, messages: list[Message]) -> dict[str, tuple[int, int]]:
    """Rewrite every catalogue; returns (messages that came in, messages that went) by language."""
    return {language: _collect(path_of(folder, language), language, messages) for language in LANGUAGES}


def _collect(path: Path, language: str, messages: list[Message]) -> tuple[int, int]:
    held = {(entry.msgctxt or "", entry.msgid): entry for entry in read(path)}
    catalogue = polib.POFile()
    came = 0
    for message in messages:
        entry = held.pop(message.key, None)
        if entry is None:
            if language in PARTIAL:
                continue
            entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
            came += 1
        _fit(entry, message)
        catalogue.append(entry)
    write(path, catalogue, language)
    return came, len(held)


def _fit(entry: polib.POEntry, message: Message) -> None:
    """Give the entry the shape of the message: with or without plural forms."""
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {index: entry.msgstr_plural.get(index, "") for index in range(PLURAL_FORMS)}
        entry.msgstr = ""
    elif entry.msgid_plural:
        entry.msgid_plural = ""
        entry.msgstr_plural = {}
