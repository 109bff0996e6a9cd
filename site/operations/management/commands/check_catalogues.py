"""`manage.py check_catalogues`: every message has its translation in every language."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operations.catalogues.checking import troubles
from operations.catalogues.queries import catalogues_folder, source_messages

SHOWN = 30


class Command(BaseCommand):
    """Check the catalogues."""

    help = "Check that every message of the sources is translated, none doubtful, placeholders and plural forms right."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """List what is wrong, the first ones of each language; fail when anything is."""
        messages = source_messages()
        found = troubles(catalogues_folder(), messages)
        for line in found[:SHOWN]:
            self.stderr.write(line)
        if found:
            raise CommandError(f"{len(found)} troubles in the catalogues of {len(messages)} messages.")
        self.stdout.write(f"Catalogues: {len(messages)} messages, all translated.")
