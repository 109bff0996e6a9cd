"""`manage.py restore FILE`: a backup put in the place of this site."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from operations.backups import keys
from operations.backups.actions import Refused, restore
from operations.backups.manifest import Damaged
from operations.serving.place import Place, PlaceTaken


class Command(BaseCommand):
    """Restore the site."""

    help = "Put a backup in the place of this site, which must be stopped. Everything is checked before anything is touched."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="a file that `backup` wrote")
        parser.add_argument(
            "--force", action="store_true", help="replace what is here (a backup of it is made first, under DATA_DIR/backups)"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        """Restore, or refuse with one line."""
        place = Place(0)
        try:
            place.take()
            manifest = restore(source=options["file"].absolute(), is_forced=options["force"], now=timezone.now())
        except (Refused, PlaceTaken) as error:
            raise CommandError(str(error)) from error
        except Damaged as error:
            raise CommandError(f"Not restored: {error}.") from error
        finally:
            place.release()
        self.stdout.write(f"Restored: {len(manifest.files)} files, as of {manifest.made_at}.")
        if keys.is_other_in_force():
            self.stdout.write(
                "Set SECRET_KEY to what is in DATA_DIR/secret_key: with another one sessions, links and waiting jobs are void."
            )
