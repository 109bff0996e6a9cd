"""`manage.py rebuild_search`: read every page again."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from wagtail.models import Page

from content.search.actions import forget_missing, index_page


class Command(BaseCommand):
    """Brings what search knows in step with what is published."""

    help = "Read every published page again for the search. Pages that have not changed cost little."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer a run that writes nothing."""
        parser.add_argument("--dry-run", action="store_true", help="only say how many pages would be read")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read pages one by one, each in a transaction of its own: nobody waits for the whole."""
        ids = list(Page.objects.filter(live=True, alias_of=None, depth__gt=1).order_by("path").values_list("pk", flat=True))
        if options["dry_run"]:
            self.stdout.write(f"{len(ids)} pages would be read.")
            return
        changed = 0
        for number, page_id in enumerate(ids, start=1):
            changed += index_page(page_id=page_id)
            if number % 100 == 0:
                self.stdout.write(f"{number} of {len(ids)}")
        gone = forget_missing()
        self.stdout.write(f"{len(ids)} pages read, {changed} changed, {gone} forgotten.")
