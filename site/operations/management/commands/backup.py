"""`manage.py backup FILE`: database, media and keys in one file, while the site runs."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from operations.backups.actions import Refused, make_backup
from operations.backups.manifest import Damaged


class Command(BaseCommand):
    """Back the site up."""

    help = "Write database, media and keys to one file. The site may go on working. The file holds secrets: keep it safe."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path, help="file to write, for example academy-2026-11-21.tar.gz")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write it and tell what is in it."""
        try:
            manifest = make_backup(target=options["file"].absolute(), now=timezone.now())
        except Refused as error:
            raise CommandError(str(error)) from error
        except Damaged as error:
            raise CommandError(f"Not backed up: {error}.") from error
        except DatabaseError as error:
            raise CommandError(f"Not backed up: {str(error).splitlines()[0]}") from error
        size = options["file"].stat().st_size
        self.stdout.write(
            f"Backed up: {len(manifest.files)} files, {size / 1e6:.1f} MB, {manifest.database}. It holds the site's keys: keep it safe."
        )
