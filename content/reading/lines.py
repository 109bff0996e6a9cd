"""Lines of a text file joined into paragraphs: which line break was made by a page's width, and which by a person."""

import re
from itertools import pairwise

LIST_MARK = re.compile(
    r"^(?P<mark>(?:[-–—*•◦▪‣·●○■□\uf0b7](?=\s)\s*)(?:(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s+)?|(?:[ivx]{1,4}|[a-z]|\d{1,2})\)\s+|\d{1,2}\.\s+(?=\S))"
)
ADDRESS = re.compile(r"(?:https?://|www\.)")
LETTERED = re.compile(r"^[a-zA-Z][.)]\s")
CLOSERS = "\"'”’»)]*>"
ENDS = (".", "!", "?", ":", ";", "…")
DASHES = ("-", "–", "‐")
WIDEST = 100
LONG = 100
NEARLY_FULL = 0.7
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text`, soft-wrapped lines joined, sentences cut by a page's end made whole."""
    blocks = [
        [line.strip(" ") for line in block.split("\n") if line.strip()] for block in re.split(r"\n[ \t]*\n", _without_page_breaks(text))
    ]
    width = max((len(line) for block in blocks if len(block) > 2 for line in block if len(line) <= WIDEST), default=0)
    joined = [found for block in blocks if block for found in _joined(block, width)]
    return _whole_sentences(joined, width * NEARLY_FULL or LONG)


def _opens(line: str) -> bool:
    """Say whether a line begins something by its first signs: an item, a lettered heading, an address."""
    return bool(LIST_MARK.match(line) or LETTERED.match(line) or ADDRESS.match(line))


def is_ended(text: str) -> bool:
    """Say whether the text ends as a sentence or a heading with a colon does."""
    return text.rstrip().rstrip(CLOSERS).endswith(ENDS)


def _without_page_breaks(text: str) -> str:
    """Turn a form feed into a plain line break inside a sentence, and into a blank line elsewhere."""
    first, *pages = text.split("\f")
    found, last = [first.rstrip()], first.rstrip().rpartition("\n")[2]
    for page in (page.strip() for page in pages):
        if page:
            found += ["\n" if len(last) >= LONG * 0.4 and not is_ended(last) else "\n\n", page]
            last = page.rpartition("\n")[2]
    return "".join(found)


def _joined(block: list[str], width: int) -> list[tuple[str, int]]:
    """Return one block of lines as the paragraphs in it, each with the length of its last line."""
    is_wrapped = bool(width) and all(len(line) <= WIDEST for line in block)
    found = [[block[0]]]
    for line in block[1:]:
        if _continues(found[-1][-1], line, width if is_wrapped else 0, len(block)):
            found[-1].append(line)
        else:
            found.append([line])
    return [(_join(lines), len(lines[-1])) for lines in found]


def _continues(last: str, line: str, width: int, length: int) -> bool:
    """Say whether `line` goes on with what `last` began. `width` 0: the file is not wrapped."""
    if _opens(line) or "\t" in line + last:
        return False
    if line[0].islower():
        return not is_ended(last) or bool(width)
    if not width:
        return False
    if last.endswith(DASHES) or len(last) + 1 + len(line.split(maxsplit=1)[0]) > width * 0.97:
        return True
    return length > 2 and len(last) > width * 0.6 and not is_ended(last)


def _join(lines: list[str]) -> str:
    """Join lines: a dash or hyphen that ends a word keeps the word whole."""
    found = [lines[0]]
    for before, after in pairwise(lines):
        is_tight = before.endswith(DASHES) and len(before) > 1 and before[-2].isalnum() and after[0].isalnum()
        found += ["" if is_tight else " ", after]
    return "".join(found)


def _whole_sentences(blocks: list[tuple[str, int]], long: float) -> list[str]:
    """Join a sentence that a page's end cut in two: a last line of at least `long` characters with an open end, then a small letter."""
    found: list[list[str]] = []
    before = 0.0
    for block, length in blocks:
        is_cut = bool(found) and before >= long and not is_ended(found[-1][-1]) and block[0].islower()
        if is_cut and not _opens(block) and "\t" not in block + found[-1][-1]:
            found[-1].append(block)
        else:
            found.append([block])
        before = length
    return [_join(lines) for lines in found]
