"""The schedules that the site needs, made again without harm."""

from datetime import datetime

from django_q.models import Schedule

SWEEP = {
    "func": "jobs.backend.run_scheduled",
    "args": "'jobs.tasks.sweep',",
    "kwargs": "{'q_options': {'task_name': 'jobs.tasks.sweep'}}",
    "intended_date_kwarg": "at",
    "schedule_type": Schedule.MINUTES,
    "minutes": 1,
    "repeats": -1,
}


def set_schedules(now: datetime) -> str | None:
    """Make or mend the schedule of the sweep, every minute. Returns what changed, or None."""
    row = Schedule.objects.filter(name="sweep").order_by("id").first()
    if row and all(getattr(row, name) == value for name, value in SWEEP.items()):
        return None
    Schedule.objects.update_or_create(name="sweep", defaults=SWEEP, create_defaults={**SWEEP, "next_run": now})
    return "sweep every minute"
