"""django-tasks handed to django-q2: the job is a row written in the caller's own transaction, so the fact and its job commit together."""

import logging
import os
import socket
import traceback
from functools import cache
from importlib import import_module
from typing import Any

from django.utils import timezone
from django_q.exceptions import TimeoutException
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.exceptions import InvalidTaskError
from django_tasks.utils import get_random_id

from . import actions
from .choices import FinalError
from .plain import plain

logger = logging.getLogger(__name__)


@cache
def _host() -> str:
    return socket.gethostname()


def runner_of(group: int) -> str:
    """Return the name of a process group on this machine, as a job's row bears it."""
    return f"{_host()}:{group}"


def run(id: str, path: str, args: list[Any], kwargs: dict[str, Any]) -> None:
    """Do the job at a dotted path, counted; executed by a worker of django-q2.

    Never raises: what fails is noted on the job's row and tried again by the sweep, so django-q2 lets go of its own row.
    """
    if not actions.begin(id=id, path=path, args=args, kwargs=kwargs, runner=runner_of(os.getpgrp()), now=timezone.now()):
        return
    module, name = path.rsplit(".", 1)
    try:
        getattr(import_module(module), name).call(*args, **kwargs)
    except (Exception, TimeoutException) as error:
        is_final = isinstance(error, FinalError)
        logger.warning("Job did not go through: %s", path, exc_info=not is_final)
        reason = str(error) if is_final else traceback.format_exc()
        actions.fail(id=id, reason=reason, is_final=is_final, now=timezone.now())
    else:
        actions.finish(id=id)


def run_scheduled(path: str, at: str) -> None:
    """Do a scheduled job; one row for each time that it was due."""
    run(f"{path[-60:]} {at}", path, [], {})


def _checked(task: Task[Any, Any]) -> None:
    if task.takes_context:
        raise InvalidTaskError("Jobs of this site take plain values only, no context.")


class Q2Backend(BaseTaskBackend):
    """Puts jobs on django-q2's ORM broker. Enqueue inside the transaction, never in `on_commit`."""

    supports_async_task = True

    def enqueue(self, task: Task[Any, Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> TaskResult[Any]:
        """Write the job's row. Raises TypeError for what is not a plain value: workers of another release must read it."""
        self.validate_task(task)
        _checked(task)
        result: TaskResult[Any] = TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=plain(args),
            kwargs=plain(kwargs),
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
        actions.put_in_queue(id=result.id, path=task.module_path, args=result.args, kwargs=result.kwargs)
        return result


class AtOnceBackend(ImmediateBackend):
    """For tests: does the job inside the call, as strict about values as the queue, and lets its error out."""

    def enqueue(self, task: Task[Any, Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> TaskResult[Any]:
        """Do the job now. Raises TypeError for what is not a plain value, and RuntimeError with what the job raised."""
        _checked(task)
        result = super().enqueue(task, plain(args), plain(kwargs))
        if result.status == TaskResultStatus.FAILED:
            raise RuntimeError(result.errors[0].traceback)
        return result
