"""Bring a bank of questions in: `manage.py import_questions FILE --format gift`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from courses.exchange.actions import bring_in_questions
from courses.exchange.reporting import Report
from courses.formats.choices import MOST_BYTES, Format
from courses.formats.items import Unreadable
from courses.formats.reading import read_questions


class Command(BaseCommand):
    """Reads a file and keeps each of its questions, all of it or nothing; says what came of every one."""

    help = "Bring questions in from GIFT or Moodle XML. Doing it again changes nothing; another language adds its words."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the file, its format and language, and where to put it."""
        parser.add_argument("file", metavar="FILE", help="up to 20 MB")
        parser.add_argument("--format", dest="form", required=True, choices=Format.values)
        parser.add_argument("--folder", default="", metavar="F", help="put all below this folder of the bank, as A/B")
        languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
        parser.add_argument("--language", default=languages[0], choices=languages, help=f"of the file; left out: {languages[0]}")
        parser.add_argument("--onto", metavar="F", help="give the questions of this folder these words, in their order")
        parser.add_argument("--dry-run", action="store_true", help="read and report, keep nothing")
        parser.add_argument("--report", metavar="FILE.json", help="write what came of every question to this file")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Bring the file in, list what was left out and why; exit with 1 when it cannot be read at all."""
        path = options["file"]
        try:
            with Path(path).open("rb") as file:
                found = read_questions(file.read(MOST_BYTES + 1), options["form"])
            report = bring_in_questions(
                found=found,
                form=options["form"],
                language=options["language"],
                folder=options["folder"].strip("/"),
                onto=options["onto"],
                is_dry=options["dry_run"],
                now=timezone.now(),
            )
        except (Unreadable, OSError) as error:
            reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
            raise CommandError(f"{path}: {reason}") from error
        self._say(path, report, "line" if options["form"] == Format.GIFT else "question")
        if options["report"]:
            self._write(options["report"], {"file": path, **report.as_data()})

    def _say(self, path: str, report: Report, place: str) -> None:
        for item in report.noted:
            for note in item.notes:
                self.stdout.write(f"{path}: {place} {item.place}, “{item.name}”: {note}")
        for left in report.left:
            self.stdout.write(f"{path}: {place} {left.place}, “{left.name}” left out: {left.reason}")
        counts = report.counts
        kept = (
            f"{counts['new']} new, {counts['changed']} changed, {counts['further']} in a further language, {counts['unchanged']} unchanged"
        )
        dry = " (dry run: nothing kept)" if report.is_dry else ""
        self.stdout.write(f"{path}: {report.total} questions: {kept}, {counts['left']} left out{dry}")

    def _write(self, path: str, data: dict[str, Any]) -> None:
        try:
            Path(path).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror or error}") from error
