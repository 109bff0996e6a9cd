"""One row is one job that was begun and is not done."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .choices import State


class JobQuerySet(models.QuerySet["Job"]):
    """Questions about jobs that are not done."""

    def running(self) -> "JobQuerySet":
        """Return the jobs that a worker holds, or held when it died."""
        return self.filter(state=State.RUNNING)

    def failed(self) -> "JobQuerySet":
        """Return the jobs that nothing will try again unless a person says so."""
        return self.filter(state=State.FAILED)

    def due(self, now: object) -> "JobQuerySet":
        """Return the jobs whose pause is over."""
        return self.filter(state=State.WAITING, next_at__lte=now)


class Job(models.Model):
    """A job from its first beginning until it is done, when the row goes.

    The row is written before the work starts, so a job that kills its worker is counted too. Jobs that were
    never begun are only in django-q2's queue (`OrmQ`); `path`, `args` and `kwargs` are kept to queue it again.
    """

    id = models.CharField(max_length=100, primary_key=True)
    path = models.CharField(_("job"), max_length=200)
    args = models.JSONField(default=list)
    kwargs = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=8, choices=State)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    reason = models.TextField(_("reason"), blank=True)
    runner = models.CharField(max_length=200, blank=True)
    begun_at = models.DateTimeField(_("begun"))
    next_at = models.DateTimeField(_("next try"), null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [models.Index(fields=["state", "next_at"], name="jobs_by_state")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_job_has_a_known_state"),
            models.CheckConstraint(condition=~Q(state=State.WAITING) | Q(next_at__isnull=False), name="a_waiting_job_has_a_next_try"),
            models.CheckConstraint(condition=~Q(state=State.FAILED) | ~Q(reason=""), name="a_failed_job_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.path} ({self.get_state_display()})"

    @property
    def last_line(self) -> str:
        """Return the last line of the reason: of a traceback, the error itself."""
        return self.reason.strip().rpartition("\n")[2]

    @property
    def is_up_to_a_person(self) -> bool:
        """Say whether somebody may put it back into the queue."""
        return self.state in (State.FAILED, State.WAITING)
