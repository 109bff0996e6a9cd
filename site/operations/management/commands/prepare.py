"""`manage.py prepare`: what `serve` does before it serves: migrate, set up, and the demo where it is wanted."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand

from operations.installing.queries import is_site_empty


class Command(BaseCommand):
    """Prepare the database."""

    help = "Migrate, set up and, on one's own machine while the site is empty, load the demo."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Do the three, in this order."""
        call_command("migrate", interactive=False, verbosity=0)
        call_command("setup", skip_checks=True)
        unfinished = Path(settings.DATA_DIR) / "prepared" / "demo-unfinished"
        if settings.IS_DEMO_ALLOWED and "load_demo" in get_commands() and (is_site_empty() or unfinished.exists()):
            unfinished.parent.mkdir(parents=True, exist_ok=True)
            unfinished.touch()
            call_command("load_demo")
            unfinished.unlink()
