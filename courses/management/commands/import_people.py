"""Bring people into an edition from a table: `manage.py import_people FILE.csv --edition UID`."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from courses.admission.actions import bring_people
from courses.admission.entries import Reading, Unreadable, read_people
from courses.admission.tables import MOST_BYTES
from courses.editions.models import Edition
from courses.editions.queries import edition_or_none
from courses.enrolment.actions import NEW, SAME, Outcome
from courses.enrolment.refusals import Refused
from courses.enrolment.standing import shut

EVERY = 100


class Command(BaseCommand):
    """Enrols members and invites everybody else; each line for itself, whole or not at all."""

    help = "Bring people into an edition from a table (CSV). Doing it again changes nothing; stopped in the middle, it goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the file and the edition."""
        parser.add_argument("file", metavar="FILE.csv", help="first line: e-mail, and any of name, language, country, institution")
        parser.add_argument("--edition", required=True, metavar="UID", help="the id in the edition's address")
        codes = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("--language", default="pt", choices=codes, help="of people who name none (default: pt)")
        parser.add_argument("--again", action="store_true", help="also take in again those who withdrew or were refused")
        parser.add_argument("--dry-run", action="store_true", help="read and report, change nothing")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Bring each person in; report wrong lines by number and exit with 1 when there are any."""
        edition = edition_or_none(options["edition"])
        if edition is None:
            raise CommandError(f"{options['edition']}: there is no such edition.")
        if why_not := shut(edition, timezone.now()):
            raise CommandError(f"{edition.name}: {why_not.label}")
        reading = self._read(options["file"], options["language"])
        counts = self._bring(edition, reading, options["again"], options["dry_run"])
        self.stdout.write(self._sentence(counts, options["dry_run"]))
        wrong = len(reading.faults) + sum(number for what, number in counts.items() if what not in (*NEW, *SAME))
        if wrong:
            raise CommandError(f"{wrong} of {len(reading.entries) + len(reading.faults)} lines not brought in.")

    def _read(self, path: str, language: str) -> Reading:
        try:
            with Path(path).open("rb") as file:
                reading = read_people(file.read(MOST_BYTES + 1), language)
        except (Unreadable, OSError) as error:
            raise CommandError(f"{path}: {(error.strerror or error) if isinstance(error, OSError) else error}") from error
        for line, fault in reading.faults.items():
            self.stderr.write(f"line {line}: {fault}")
        return reading

    def _bring(self, edition: Edition, reading: Reading, is_again: bool, is_dry: bool) -> Counter[Outcome]:
        counts: Counter[Outcome] = Counter()
        total = len(reading.entries)
        try:
            told: dict[str, Any] = {"by": None, "is_again": is_again, "is_dry": is_dry, "now": timezone.now()}
            for number, (line, what) in enumerate(bring_people(edition=edition, entries=reading.entries, **told), start=1):
                counts[what] += 1
                if what not in (*NEW, *SAME):
                    self.stderr.write(f"line {line}: {reading.entries[line].email}: {what.label}")
                if number % EVERY == 0:
                    self.stdout.write(f"{number}/{total} …")
        except Refused as no:
            raise CommandError(f"{edition.name}: {no.sentence}") from no
        return counts

    @staticmethod
    def _sentence(counts: Counter[Outcome], is_dry: bool) -> str:
        told = ", ".join(f"{counts[what]} {what.label}" for what in (*NEW, *SAME) if counts[what]) or "nobody"
        if not any(counts[what] for what in NEW):
            return f"No change: {told}."
        return f"Would be brought in: {told}." if is_dry else f"Brought in: {told}."
