"""`manage.py serve`: manage.py hands it over before Django loads; this class is what `manage.py help` finds."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from operations.serving.start import add_options, serve


class Command(BaseCommand):
    """Run the whole site on this machine."""

    help = "Prepare the site and run it on this machine: web server and worker, until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take port and host."""
        add_options(parser)

    def handle(self, *_args: Any, **options: Any) -> None:
        """Run until told to stop."""
        raise SystemExit(serve(host=options["host"], port=options["port"]))
