"""Jobs of this storey: the sweep of due rows, and what wagtail-localize wants done later."""

from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

from . import actions


@task()
def sweep() -> None:
    """Run every sweep that the storeys have hooked."""
    actions.sweep(now=timezone.now())


@task()
def localize(path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Call a function of wagtail-localize; rows travel as model and key. Raises DoesNotExist when one of them has gone."""
    import_string(path)(*unpacked(args), **unpacked(kwargs))


def unpacked(value: Any) -> Any:
    """Return the value with its rows fetched again. Raises DoesNotExist for a row that has gone."""
    if isinstance(value, dict) and set(value) == {"model", "pk"}:
        return apps.get_model(value["model"])._default_manager.get(pk=value["pk"])
    if isinstance(value, dict):
        return {key: unpacked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [unpacked(item) for item in value]
    return value
