"""`manage.py compile_catalogues`: make the catalogues ready for use. Part of installing; needs no gettext."""

from typing import Any

from django.core.management.base import BaseCommand

from operations.catalogues.files import compile_all
from operations.catalogues.queries import catalogues_folder


class Command(BaseCommand):
    """Compile the catalogues."""

    help = "Compile the catalogues of the interface that have changed."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **options: Any) -> None:
        """Compile and tell how many."""
        written = compile_all(catalogues_folder())
        if written and options["verbosity"]:
            self.stdout.write(f"Compiled {len(written)} catalogues of the interface.")
