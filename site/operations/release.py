"""What this release of the code brings with it."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db.migrations.loader import MigrationLoader


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """Return (app, name) of every migration, by file name alone: loading them takes half a second, and some ask the database."""
    return frozenset((app.label, name) for app in apps.get_app_configs() for name in _names(app.label))


def _names(label: str) -> Iterator[str]:
    path, _is_explicit = MigrationLoader.migrations_module(label)
    if path and find_spec(path):
        for module in pkgutil.iter_modules(import_module(path).__path__):
            if module.name[0] not in "_~":
                yield module.name
