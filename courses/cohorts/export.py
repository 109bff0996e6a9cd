"""A cohort as a table for other programs: plain values, formulas made harmless, CSV and XLSX. Pure."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from io import BytesIO, StringIO

from openpyxl import Workbook

from courses.evaluation.tabling import BOM, NO_SIGNS, Value, harmless


def moment(at: datetime | None, zone: tzinfo) -> str:
    """Return a moment as ISO 8601 has it, with the zone's distance from UTC; nothing for none."""
    return at.astimezone(zone).isoformat(timespec="seconds") if at else ""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Value]], separator: str = ",") -> bytes:
    """Return a CSV file with a mark at its start by which spreadsheet programs know that it is UTF-8."""
    sink = StringIO()
    writer = csv.writer(sink, delimiter=separator, lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([harmless(value) for value in row])
    return (BOM + sink.getvalue()).encode()


def as_xlsx(title: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Return a spreadsheet with one sheet, written row by row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", NO_SIGNS.sub("", title))[:31].strip(" '") or "1")
    sheet.freeze_panes = "B2"
    for row in (head, *rows):
        sheet.append([harmless(value) for value in row])
    sink = BytesIO()
    book.save(sink)
    return sink.getvalue()
