"""What every test shares: a database migrated once and copied, the stock cast, a clock that is passed in."""

import os
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections

# A finding belongs to the change that made it: the suite tries the same cases each time, HYPOTHESIS_PROFILE=default others.
hypothesis.settings.register_profile("same", derandomize=True)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

REPOSITORY = Path(__file__).resolve().parent.parent
LONGEST_ID = 25


def _fingerprint() -> str:
    """Return a hash over every migration that the installed apps have: another one means another template."""
    from django.apps import apps

    digest = sha256(sys.version.encode())
    for app in apps.get_app_configs():
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _migrated_copy(target: Path) -> None:
    """Copy the migrated SQLite template to `target`, making the template first where it is missing."""
    template = REPOSITORY / "var" / "test" / f"template-{_fingerprint()}.sqlite3"
    template.parent.mkdir(parents=True, exist_ok=True)
    if not template.exists():
        for stale in template.parent.glob("template-*.sqlite3"):
            stale.unlink(missing_ok=True)
        connection.settings_dict["TEST"]["NAME"] = str(target)
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [f"{template}.{os.getpid()}"])
        Path(f"{template}.{os.getpid()}").rename(template)
        connection.close()
        for path in target.parent.glob(f"{target.name}*"):
            path.unlink()
    shutil.copyfile(template, target)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """Make this process's test database; on SQLite from a template, since migrating takes longer than most suites."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    original = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            target = tmp_path_factory.mktemp("database") / f"{worker}.sqlite3"
            _migrated_copy(target)
            connection.settings_dict["TEST"]["NAME"] = str(target)
            connection.creation.create_test_db(verbosity=0, keepdb=True, serialize=True)
        else:
            connection.settings_dict["TEST"]["NAME"] = f"test_{original}_{worker}"
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=True)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        connection.creation.destroy_test_db(original, verbosity=0)


@pytest.fixture(autouse=True)
def _own_place(tmp_path_factory, monkeypatch) -> None:
    """Give each test empty caches and, where it uploads, a media folder of its own."""
    for alias in settings.CACHES:
        if "locmem" in settings.CACHES[alias]["BACKEND"]:
            caches[alias].clear()
        elif "redis" in settings.CACHES[alias]["BACKEND"]:  # shared by all processes: each test gets a corner of its own
            caches[alias].key_prefix = settings.CACHES[alias]["KEY_PREFIX"] = f"test-{uuid4().hex}"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long texts by number: one that holds the time (a signed word, a zip) would be another test in another process."""
    return argname if isinstance(val, str | bytes) and len(val) > LONGEST_ID else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a transactional test that would leave the database without what the migrations put there."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction") and not marker.kwargs.get("serialized_rollback"):
            raise pytest.UsageError(f"{item.nodeid}: django_db(transaction=True) needs serialized_rollback=True")
