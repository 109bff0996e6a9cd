"""`manage.py migrate`: Django's, with a copy of an SQLite database before anything in it is changed."""

from typing import Any

from django.core.management.commands import migrate
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from operations.backups.actions import copy_before_migrate


class Command(migrate.Command):
    """Migrate, after a copy."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Copy where something is already there and something is to be done."""
        executor = MigrationExecutor(connection)
        is_used = bool(executor.loader.applied_migrations)
        if is_used and executor.migration_plan(executor.loader.graph.leaf_nodes()):
            copy = copy_before_migrate(now=timezone.now())
            if copy and options["verbosity"]:
                self.stdout.write(f"The database as it was: {copy}")
        super().handle(*args, **options)
