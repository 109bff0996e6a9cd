"""Background work: django-tasks in front, django-q2 behind, on the database in every set-up (docs/decisions/0003).

`queue_limit` = workers and `bulk` 1: a job waiting inside a cluster ages towards `retry` and would run twice.
`retry` > timeout x (1 + (queue_limit + 1) / workers). `save_limit` -1: only failures are kept; others cost nine times the time.
"""

from .environment import env

_workers = env.int("WORKERS", default=1)
_timeout = env.int("JOB_TIMEOUT", default=60)
Q_CLUSTER = {
    "name": "academy",
    "orm": "default",
    "workers": _workers,
    "queue_limit": _workers,
    "bulk": 1,
    "timeout": _timeout,
    "retry": env.int("JOB_RETRY", default=_timeout * 4),
    "max_attempts": 5,
    "poll": 0.2,
    "save_limit": -1,
    "catch_up": False,
    "recycle": 500,
    "label": "Jobs",
}
TASKS = {"default": {"BACKEND": "jobs.backend.Q2Backend"}}
# Seconds without any work, with jobs waiting, after which the watchdog calls its group hung; seconds that jobs in hand have to end.
WORK_PATIENCE = env.float("WORK_PATIENCE", default=15.0)
WORK_GRACE = env.float("WORK_GRACE", default=20.0)
WAGTAILLOCALIZE_JOBS = {"BACKEND": "jobs.localize.LocalizeBackend", "OPTIONS": {}}
