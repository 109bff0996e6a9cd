"""`manage.py collect_messages`: the messages of the sources into the catalogues."""

from typing import Any

from django.core.management.base import BaseCommand

from operations.catalogues.collecting import collect
from operations.catalogues.queries import catalogues_folder, source_messages


class Command(BaseCommand):
    """Collect the messages."""

    help = "Bring the catalogues under locale/ up to the sources."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Collect and tell what came and went."""
        messages = source_messages()
        for language, (came, went) in collect(catalogues_folder(), messages).items():
            self.stdout.write(f"{language}: {came} came in, {went} went, of {len(messages)} messages")
