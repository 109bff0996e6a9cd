"""manage.py issue_certificates: let the certificates of an edition be made."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from certificates.designs.choices import Kind
from certificates.designs.queries import template_for
from certificates.issuing.actions import issue_all
from certificates.issuing.queries import can_be_issued, counts, without_award
from courses.editions.models import Edition
from courses.editions.queries import edition_or_none


class Command(BaseCommand):
    """Queues what the facilitators' button “issue all” queues; the worker makes it."""

    help = (
        "Let the certificates of all who completed in an edition be made, with their names as they stand. What is held, refused, revoked "
        "or issued stays as it is; doing it again issues nothing twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the edition."""
        parser.add_argument("--edition", required=True, metavar="UID", help="the id in the edition's address")
        parser.add_argument("--dry-run", action="store_true", help="say what would be issued, change nothing")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Queue them, and say how many; with --dry-run only say."""
        edition = edition_or_none(options["edition"])
        if edition is None:
            raise CommandError(f"{options['edition']}: there is no such edition.")
        if template_for(edition.course_key, Kind.COMPLETION) is None:
            raise CommandError(f"{edition.name}: no template fits this course; add one in the admin first.")
        self._tell(edition)
        if options["dry_run"]:
            number = can_be_issued(edition).count() + without_award(edition).count()
            self.stdout.write(f"Would be queued: {number}.")
        else:
            self.stdout.write(f"Queued: {issue_all(edition=edition, by=None, now=timezone.now())}. The worker makes them.")

    def _tell(self, edition: Edition) -> None:
        """Say how they stand: one line for each state that somebody is in."""
        self.stdout.write(f"{edition.name}: {without_award(edition).count()} completed and not awarded yet")
        for state, number in counts(edition).items():
            if number:
                self.stdout.write(f"  {state}: {number}")
