"""`manage.py setup`: site, locales, home trees, groups, workflow, schedules, first administrator."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from operations.health.queries import database_trouble, migrations_trouble
from operations.installing.actions import Refused, set_up


class Command(BaseCommand):
    """Set the site up; again at any time."""

    help = "Set the site up (site, locales, home trees, groups, workflow, schedules, first administrator). May be run again at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the first administrator's address."""
        parser.add_argument("--admin-email", default="", help="address of the first administrator, who gets a link by mail")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Refuse where the database is not ready, else run the steps."""
        trouble = database_trouble() or migrations_trouble()
        if trouble:
            raise CommandError(f"Not set up: {trouble}. Run `manage.py migrate` first.")
        try:
            set_up(now=timezone.now(), admin_email=options["admin_email"], say=self.stdout.write)
        except (Refused, DatabaseError) as error:
            raise CommandError(str(error).strip().splitlines()[0]) from error
