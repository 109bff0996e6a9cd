"""Scraps of text that stand somewhere on a page gathered into lines and paragraphs. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

BULLET = re.compile(r"^(?:[-–—•◦▪‣·●○■□\uf0b7]|(?:\d{1,2}|[a-z])[.)])\s")
PAGE_NUMBER = re.compile(r"^\W*(?:p[aá]?g?(?:e|ina)?\.?\s*)?(\d{1,3})(?:\s*(?:/|of|de|sur)\s*\d{1,3})?\W*$", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://|www\.|\w@)\S*$|(?:^|\s)(?:https?:/{0,2}|www\.?)$")
ENDS = (".", "!", "?", ":", ";", "…", '"', "”", "»", ")")
LETTER_WIDTH = 0.5
USUAL_PITCH = 1.25


@dataclass(frozen=True)
class Scrap:
    """Some text that was written at once; `x` from the left and `y` from the foot of its page, in points."""

    text: str
    page: int
    x: float
    y: float
    size: float
    is_bold: bool = False
    is_italic: bool = False
    is_field: bool = False

    @property
    def end(self) -> float:
        """About where the text ends on its line."""
        return self.x + len(self.text.strip()) * self.size * LETTER_WIDTH


Line = list[Scrap]


def paragraphs(scraps: Iterable[Scrap]) -> Iterator[Line]:
    """Give paragraphs, each as scraps that have their spaces, in reading order."""
    lines = [line for line in _columns(_lines(list(_in_order(scraps)))) if not _is_page_number(line)]
    pitch = _pitch(lines)
    waiting: Line = []
    last: Line = []
    for line in lines:
        if waiting and not _goes_on(last, line, waiting[0], pitch):
            yield waiting
            waiting = []
        waiting = _joined(waiting, line)
        last = line
    if waiting:
        yield waiting


def _in_order(scraps: Iterable[Scrap]) -> list[Scrap]:
    """Return the scraps as they were written; on a page with a form's fields, from top to bottom."""
    scraps = list(scraps)
    forms = {scrap.page for scrap in scraps if scrap.is_field}
    return sorted(scraps, key=lambda scrap: (scrap.page, -round(scrap.y / 6), scrap.x) if scrap.page in forms else (scrap.page, 0, 0))


def _lines(scraps: Sequence[Scrap]) -> list[Line]:
    found: list[Line] = []
    for scrap in scraps:
        last = found[-1][-1] if found else None
        if last is not None and _is_beside(last, scrap):
            found[-1].append(scrap)
        else:
            found.append([scrap])
    return found


def _is_beside(last: Scrap, scrap: Scrap) -> bool:
    is_level = last.page == scrap.page and abs(last.y - scrap.y) < 0.5 * max(last.size, scrap.size)
    return is_level and scrap.x >= last.x and not (scrap.is_field or last.is_field)


def _columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Cut a line where it goes over into a column in which other lines begin."""
    starts = Counter((line[0].page, round(line[0].x)) for line in lines)
    for line in lines:
        part = [line[0]]
        for last, scrap in pairwise(line):
            is_start = any(starts[scrap.page, round(scrap.x) + step] for step in (-1, 0, 1))
            if scrap.x - last.end > (1 if is_start else 6) * scrap.size:
                yield part
                part = []
            part.append(scrap)
        yield part


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance between two lines of a paragraph, in heights of letters."""
    steps: Counter[float] = Counter()
    for (last, *_more), (scrap, *_rest) in pairwise(lines):
        step = (last.y - scrap.y) / scrap.size
        if last.page == scrap.page and abs(last.x - scrap.x) < 1 and 0.9 < step < 2.5:
            steps[round(step, 1)] += 1
    return steps.most_common(1)[0][0] if steps else USUAL_PITCH


def _goes_on(last: Line, line: Line, first: Scrap, pitch: float) -> bool:
    """Say whether a line belongs to the paragraph that begins with `first` and now ends with `last`."""
    before, here = last[0], line[0]
    text, words = "".join(scrap.text for scrap in last).strip(), "".join(scrap.text for scrap in line).strip()
    if before.is_field or here.is_field or BULLET.match(words):
        return False
    if before.page != here.page:
        return not text.endswith(ENDS) and words[:1].islower()
    if all(scrap.is_bold for scrap in last) != all(scrap.is_bold for scrap in line) or abs(here.size - before.size) > 0.15 * here.size:
        return not text.endswith(ENDS) and words[:1].islower() and abs(here.x - before.x) < 1
    step = (before.y - here.y) / here.size
    return 0.5 < step < pitch * 1.22 + 0.05 and -1.5 * here.size < here.x - first.x < 3 * here.size


def _joined(waiting: Line, line: Line) -> Line:
    """Return a paragraph with one more line; a hyphen at a line's end keeps the word whole."""
    scraps = [replace(scrap, text=scrap.text if scrap.is_field else scrap.text.replace("\n", " ")) for scrap in line]
    if waiting:
        before = waiting[-1].text.rstrip()
        is_tight = _is_one_word(before, scraps[0].text.lstrip())
        waiting = [*waiting[:-1], replace(waiting[-1], text=before if is_tight else f"{before} ")]
        scraps[0] = replace(scraps[0], text=scraps[0].text.lstrip())
    return waiting + scraps


def _is_one_word(before: str, after: str) -> bool:
    """Say whether a line's end cut a word with a hyphen, or an address, in two."""
    if before.endswith(("-", "–", "\u00ad")) and before[-2:-1].isalpha() and after[:1].isalpha():
        return True
    return ADDRESS.search(before) is not None and (
        after.startswith((".", "/", "@")) or (before.endswith((".", "/", "@")) and after[:1].islower())
    )


def _is_page_number(line: Line) -> bool:
    number = PAGE_NUMBER.match("".join(scrap.text for scrap in line))
    return number is not None and int(number[1]) == line[0].page + 1
