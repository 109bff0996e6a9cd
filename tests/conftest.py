"""What every test shares: a database migrated once and copied, the stock cast, a clock that is passed in."""

import gc
import os
from collections.abc import Iterator
from uuid import uuid4

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.utils import translation
from pytest_django.plugin import blocking_manager_key

from tests.databases import copied_database, copied_file
from tests.sharing import Sharing

# A finding belongs to the change that made it: the suite tries the same cases each time, HYPOTHESIS_PROFILE=default others.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

LONGEST_ID = 25


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """Make this process's test database, a copy of one that was migrated once."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    original = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            target = tmp_path_factory.mktemp("database") / f"{worker}.sqlite3"
            copied_file(target)
        else:
            target = f"test_{original}_{worker}"
            copied_database(os.environ["DATABASE_URL"], target)
        connection.settings_dict["TEST"]["NAME"] = str(target)
        connection.creation.create_test_db(verbosity=0, keepdb=True, serialize=True)
    # What was loaded until here stays: looking through it again and again takes a tenth of the suite.
    gc.collect()
    gc.freeze()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        connection.creation.destroy_test_db(original, verbosity=0)


@pytest.fixture(autouse=True)
def _own_place(tmp_path_factory, monkeypatch) -> None:
    """Give each test empty caches, and the language of the site whatever the last request of another left active."""
    translation.activate(settings.LANGUAGE_CODE)
    for alias in settings.CACHES:
        if "locmem" in settings.CACHES[alias]["BACKEND"]:
            caches[alias].clear()
        elif "redis" in settings.CACHES[alias]["BACKEND"]:  # shared by all processes: each test gets a corner of its own
            caches[alias].key_prefix = settings.CACHES[alias]["KEY_PREFIX"] = f"test-{uuid4().hex}"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Sharing:
    """Give out the tests so that what is dear to begin is begun once."""
    return Sharing(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Put back what the migrations put into the database after a test that emptied it: any other may come next."""
    yield
    contents = getattr(connection, "_test_serialized_contents", None)
    if contents and nextitem and _is_transactional(item) and not _is_transactional(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(contents)


def _is_transactional(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long texts by number: one that holds the time (a signed word, a zip) would be another test in another process."""
    return argname if isinstance(val, str | bytes) and len(val) > LONGEST_ID else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse a transactional test that would leave the database without what the migrations put there."""
    for item in items:
        if _is_transactional(item) and not item.get_closest_marker("django_db").kwargs.get("serialized_rollback"):
            raise pytest.UsageError(f"{item.nodeid}: django_db(transaction=True) needs serialized_rollback=True")
