"""A place in a text where something is mentioned, and text made alike for comparing."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True)
class Mention(Generic[Value]):
    """What is mentioned (`value`) and where: `text` is what is written from `start` to `end`."""

    start: int
    end: int
    text: str
    value: Value


def fold(text: str) -> str:
    """Return `text` without capitals and accents, sign for sign: places in it are places in `text`."""
    return "".join(_plain(sign) for sign in text)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    if sign in "‘’ʼ`´":
        return "'"
    return unicodedata.normalize("NFD", sign)[0].casefold()[:1] or sign
