"""By what a question of a file is known again. Pure."""

import hashlib

from courses.formats.items import Item
from courses.questions.queries import folder_of, names_of

LONGEST = 80


def folder_for(item: Item, below: str) -> str:
    """Return the folder of the bank that an item goes into, `below` the one that the import was told."""
    return folder_of([*names_of(below), *item.folder])


def origin_for(item: Item, folder: str, number: int) -> str:
    """Return what the bank remembers: folder and id number, else folder and name (or text), the nth of that name in the file."""
    if item.idnumber and len(named := f"id:{_short(folder)}:{item.idnumber}") <= LONGEST:
        return named
    said = f"{folder}\x00{item.idnumber or item.name or item.stem}"
    return f"nm:{hashlib.sha256(said.encode()).hexdigest()[:48]}:{number}"


def idnumber_of(origin: str, folder: str) -> str:
    """Return the id number that an origin holds, where the question still stands in the folder it came into; else nothing."""
    start = f"id:{_short(folder)}:"
    return origin.removeprefix(start) if origin.startswith(start) else ""


def _short(folder: str) -> str:
    return hashlib.sha256(folder.encode()).hexdigest()[:8]
