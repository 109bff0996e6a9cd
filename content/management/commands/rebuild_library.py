"""`manage.py rebuild_library`: the index of the library made anew, while the site goes on."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from content.shelves.actions import rebuild
from content.shelves.models import ShelfItem
from content.shelves.queries import own_pages


class Command(BaseCommand):
    """Read every practice again; numbers, and so the order of the newest, stay."""

    help = "Make the index of the library anew. Safe at any time; broken off, begin it again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="say how many practices there are and are indexed, and change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, with a line now and then."""
        if options["dry_run"]:
            live = own_pages().values("translation_key").distinct().count()
            self.stdout.write(f"{live} practices are live, {ShelfItem.objects.count()} are indexed.")
            return
        started = time.monotonic()
        count = rebuild(say=self._say)
        self.stdout.write(f"{count} practices indexed ({time.monotonic() - started:.0f} s).")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()
