"""Rows out of a file as office programs write them: any of three separators, quotes, marks of order, old and new letters."""

import csv
from collections.abc import Generator, Iterator
from dataclasses import dataclass

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES_OF_A_ROW = 12  # more: a quotation mark is opened and never closed
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SEPARATORS = ";,\t"


@dataclass(frozen=True)
class Row:
    """One row: the number of the line where it begins, and its cells without spaces around; `is_torn`: a quotation mark is out of place."""

    line: int
    cells: tuple[str, ...]
    is_torn: bool = False


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8 or UTF-16 with their marks, UTF-8 without, else what Windows writes in western countries."""
    return _decoded(data).replace("\x00", "")


def _decoded(data: bytes) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def lines_of(text: str) -> list[str]:
    """Return the lines, whatever system wrote them, each with its end."""
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return [f"{line}\n" for line in whole.split("\n")]


def separator_of(line: str) -> str:
    """Return what separates the cells of this line: the sign that stands in it most often outside quotation marks."""
    bare = "".join(part for place, part in enumerate(line.split('"')) if place % 2 == 0)
    return max(SEPARATORS, key=bare.count)


def rows_of(text: str) -> Iterator[Row]:
    """Give the rows that are not empty. A line `sep=;` in front, as one program writes it, says the separator."""
    lines = lines_of(text)
    start = next((place for place, line in enumerate(lines) if line.strip(SEPARATORS + ' "\n')), len(lines))
    if start == len(lines):
        return
    if lines[start].lower().startswith("sep=") and len(lines[start]) == len("sep=;\n"):
        separator, start = lines[start][4], start + 1
    else:
        separator = separator_of(lines[start])
    while start < len(lines):
        start = yield from _until_torn(lines, start, separator)


def _until_torn(lines: list[str], start: int, separator: str) -> Generator[Row, None, int]:
    """Give rows from a line on; return where to go on: at the end, or after a line whose quotation mark swallowed those that follow."""
    reader = csv.reader((lines[place] for place in range(start, len(lines))), delimiter=separator, skipinitialspace=True, strict=True)
    begun = start
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            cells = ["torn"]
            ended = begun + MOST_LINES_OF_A_ROW + 1
        else:
            ended = start + reader.line_num
        if cells is None:
            return len(lines)
        if ended - begun > MOST_LINES_OF_A_ROW:
            yield Row(begun + 1, (lines[begun].strip(),), is_torn=True)
            return begun + 1
        kept = tuple(" ".join(cell.split()) for cell in cells)
        if any(kept):
            yield Row(begun + 1, kept)
        begun = ended
