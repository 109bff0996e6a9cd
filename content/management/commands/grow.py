"""`manage.py grow topics=1000000 posts=100000`: synthetic data, to see whether the site stays quick when it has grown."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from wagtail import hooks


class Command(BaseCommand):
    """Ask the storeys for what they can grow (hook `grow`) and grow what is named."""

    help = "Make synthetic data until there are so many: NAME=COUNT …; without any, say what can grow. Refused in production."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take names and numbers."""
        parser.add_argument("wanted", nargs="*", metavar="NAME=COUNT", help="what is to grow, and to how many")
        parser.add_argument("--dry-run", action="store_true", help="say what would be made, and make nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where invented data has no place; else grow, with a line for each step."""
        if not settings.IS_DEMO_ALLOWED:
            raise CommandError("Synthetic data is refused here: IS_DEMO_ALLOWED is off (it always is in production).")
        kinds = {name: (words, grow) for ask in hooks.get_hooks("grow") for name, words, grow in ask()}
        if not options["wanted"]:
            for name, (words, _grow) in sorted(kinds.items()):
                self.stdout.write(f"{name}: {words}")
        for name, count in [self._read(word, kinds) for word in options["wanted"]]:
            started = time.monotonic()
            if options["dry_run"]:
                self.stdout.write(f"{name}: would grow to {count}")
                continue
            made = kinds[name][1](count, timezone.now(), self.say)
            self.say(f"{name}: {made} made ({time.monotonic() - started:.0f} s)")

    def say(self, text: str) -> None:
        """Print one line of progress at once."""
        self.stdout.write(text)
        self.stdout.flush()

    def _read(self, word: str, kinds: dict[str, Any]) -> tuple[str, int]:
        """Return name and number. Raises CommandError for a name that nothing answers to, and for no number."""
        name, _equals, number = word.partition("=")
        if name not in kinds:
            raise CommandError(f"Nothing called {name!r} can grow. Known: {', '.join(sorted(kinds))}.")
        if not (number.isascii() and number.isdecimal()):
            raise CommandError(f"How many {name}? Write {name}=1000.")
        return name, int(number)
