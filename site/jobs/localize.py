"""What wagtail-localize does later goes the way of all jobs; rows travel as model and key, never pickled."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model
from wagtail_localize.tasks import BaseJobBackend

from .actions import enqueue


class LocalizeBackend(BaseJobBackend):
    """The backend that WAGTAILLOCALIZE_JOBS names."""

    def enqueue(self, func: Callable[..., Any], args: Iterable[Any], kwargs: dict[str, Any]) -> None:
        """Queue a call of a module's function. Raises TypeError for what is neither a row nor a plain value."""
        path = f"{func.__module__}.{func.__qualname__}"
        enqueue(path="jobs.tasks.localize", args=[path, packed(list(args)), packed(kwargs)])


def packed(value: Any) -> Any:
    """Return the value with rows as model and key. Components of wagtail-localize without any form chosen become None."""
    if isinstance(value, Model):
        return {"model": value._meta.label_lower, "pk": value.pk}
    if isinstance(value, dict):
        return {key: packed(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set) or hasattr(value, "iterator"):
        return [packed(item) for item in value]
    if hasattr(value, "components") and not value.components:
        return None
    return value
