"""`manage.py load_demo`: what a newcomer can read, in every language that it has. Running it again changes nothing."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from wagtail import hooks

from content.pages.models import HomePage


class Command(BaseCommand):
    """Ask every storey for its part of the demo (hook `demo`) and write the parts in their order."""

    help = "Load the demonstration content; refused in production; running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where the demo has no place, else write it, saying what."""
        if not settings.IS_DEMO_ALLOWED:
            raise CommandError("The demo is refused here: IS_DEMO_ALLOWED is off (it always is in production).")
        if not HomePage.objects.exists():
            raise CommandError("The demo has no site to stand on yet: run `manage.py setup` first.")
        started = time.monotonic()
        parts = sorted((part for collect in hooks.get_hooks("demo") for part in collect()), key=lambda part: part[0])
        for _order, title, write in parts:
            self.say(f"{title} …")
            write(timezone.now(), lambda text: self.say(f"  {text}"))
        self.say(f"The demo is there ({time.monotonic() - started:.0f} s).")

    def say(self, text: str) -> None:
        """Print one line of progress at once."""
        self.stdout.write(text)
        self.stdout.flush()
