"""What a restore must know about the place it would change."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection

from operations.backups.media import has_files
from operations.release import known_migrations


def database_file() -> Path:
    """Return the SQLite database's file (one that is never there for a database in memory)."""
    return Path(str(connection.settings_dict["NAME"]))


def is_place_empty() -> bool:
    """Say whether a restore would lose nothing: nobody has an account here and no file was uploaded."""
    if has_files(Path(settings.MEDIA_ROOT)):
        return False
    if connection.vendor == "sqlite" and not database_file().exists():
        return True
    people = get_user_model()
    try:
        return people._meta.db_table not in connection.introspection.table_names() or not people.objects.exists()
    except DatabaseError:
        return False  # something is there, though it cannot be read


def unknown_migrations(names: list[str]) -> list[str]:
    """Return those migrations ('app.name') that this release does not have."""
    known = {".".join(key) for key in known_migrations()}
    return [name for name in names if name not in known]
