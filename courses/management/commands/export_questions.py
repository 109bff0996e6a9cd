"""Write a bank of questions to a file: `manage.py export_questions --format moodle-xml --language pt`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations

from courses.exchange.queries import written_bank
from courses.formats.choices import Format


class Command(BaseCommand):
    """Writes the questions of a folder in one language, and says what the format cannot hold."""

    help = "Write questions as GIFT or Moodle XML, to a file or to the screen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the folder, format, language and file."""
        languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
        parser.add_argument("--folder", default="", metavar="F", help="this folder of the bank and those below it; left out: all")
        parser.add_argument("--format", dest="form", required=True, choices=Format.values)
        parser.add_argument("--language", required=True, choices=languages)
        parser.add_argument("--output", metavar="FILE", help="left out: the screen")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file; what is left out goes to the standard error, so that the screen holds the bank alone."""
        data, report = written_bank(options["form"], options["language"], options["folder"].strip("/"))
        for item in report.noted:
            self.stderr.write(f"“{item.name}”: {' '.join(item.notes)}")
        for left in report.left:
            self.stderr.write(f"“{left.name}” left out: {left.reason}")
        if options["output"]:
            try:
                Path(options["output"]).write_bytes(data)
            except OSError as error:
                raise CommandError(f"{options['output']}: {error.strerror or error}") from error
        else:
            self.stdout.write(data.decode(), ending="")
        self.stderr.write(f"{len(report.kept)} questions written, {len(report.left)} left out")
