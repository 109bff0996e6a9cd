"""manage.py rebuild_progress: sum up anew what learners did."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from courses.completion.actions import rebuild
from courses.editions.models import Edition


class Command(BaseCommand):
    """Sums up the log of one edition or of all, and says what differed from what was stored."""

    help = "Sum up progress anew from the log of what happened, and say what differed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add which edition, and whether to write."""
        parser.add_argument("--edition", metavar="UID", help="only this edition")
        parser.add_argument("--dry-run", action="store_true", help="say what differs, change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the editions; one line for each difference."""
        editions = list(self._editions(options["edition"]))
        total = 0
        for edition in editions:
            for difference in rebuild(of=edition, now=timezone.now(), is_dry=options["dry_run"]):
                total += 1
                place = difference.unit_key or "course"
                self.stdout.write(f"{difference.enrolment} {place}: stored {difference.stored}; told {difference.told}")
        verb = "differ" if options["dry_run"] else "were put right"
        self.stdout.write(f"{len(editions)} editions, {total} summaries {verb}.")

    def _editions(self, uid: str | None) -> Any:
        """Return the editions that are meant. Raises CommandError for one that there is not."""
        if uid is None:
            return Edition.objects.order_by("pk")
        try:
            found = Edition.objects.filter(uid=UUID(uid))
        except ValueError:
            raise CommandError(f"{uid} is no id of an edition.") from None
        if not found:
            raise CommandError(f"There is no edition {uid}.")
        return found
