"""Records as tables for other programs: one row a practice, formulas made harmless. Pure."""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

BOM = "\ufeff"  # spreadsheet programs know UTF-8 by it
NO_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FORMULA = re.compile(r"^[\s\ufeff]*[=+\-@|\t\r]")
LONGEST_CELL = 32_000  # a workbook's cell holds 32,767 signs
CUT = "…"
Value = str | int | None


def harmless(value: Value) -> Value:
    """Return what may stand in a cell: a text that a program would run as a formula has an apostrophe in front."""
    if not isinstance(value, str):
        return value
    text = NO_SIGNS.sub("", value)
    return f"'{text}" if FORMULA.match(text) else text


def _fitting(value: Value) -> Value:
    """Return what fits into a workbook's cell; a text that is cut says so."""
    text = harmless(value)
    return text[:LONGEST_CELL] + CUT if isinstance(text, str) and len(text) > LONGEST_CELL else text


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """Yield a CSV file line by line, with a mark at its start by which spreadsheet programs know that it is UTF-8."""
    sink = StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    sink.write(BOM)
    for row in _and(head, rows):
        writer.writerow([harmless(value) for value in row])
        yield sink.getvalue()
        sink.seek(0)
        sink.truncate()


def as_xlsx(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Value]]]]) -> bytes:
    """Return a workbook of these sheets (name, head, rows), written row by row."""
    book = Workbook(write_only=True)
    for name, head, rows in sheets:
        _fill(book.create_sheet(name), head, rows)
    sink = BytesIO()
    book.save(sink)
    return sink.getvalue()


def _fill(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    sheet.freeze_panes = "B2"
    for row in _and(head, rows):
        sheet.append([_fitting(value) for value in row])


def as_json(head: dict[str, Any], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the pieces of one JSON object: the head's fields, then `practices`."""
    yield json.dumps(head, ensure_ascii=False)[:-1] + ', "practices": ['
    for number, row in enumerate(rows):
        yield ("," if number else "") + "\n" + json.dumps(row, ensure_ascii=False)
    yield "\n]}\n"


def _and(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
    yield head
    yield from rows
