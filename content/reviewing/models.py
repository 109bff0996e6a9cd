"""Rows of a review beside Wagtail's: the two tasks, who takes part in a round, what was remarked."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from content.reviewing.asking import authors_of, authors_of_rounds, objection
from content.reviewing.choices import LONGEST, MOST_REVIEWERS, Step


def held(page_id: int) -> Page:
    """Return the page, held until the transaction ends: every step of a review takes this one lock first."""
    return Page.objects.select_for_update(no_key=True).get(pk=page_id)


class FairTask(AbstractGroupApprovalTask):
    """A task of some groups in which nobody decides about her own text."""

    class Meta:
        abstract = True

    def is_for(self, user: Any) -> bool:
        """Return whether this person is one of those who do this task at all."""
        return bool(user.is_authenticated and user.is_active and (user.is_superuser or self._user_in_groups(user)))

    def can_decide(self, page: Page, user: Any, state: TaskState | None = None) -> bool:
        """Return whether this person may decide about this text: never her own, whoever she is."""
        state = state or page.current_workflow_task_state
        return self.is_for(user) and user.pk not in authors_of(page, state)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, Any, bool]]:
        """Offer what this person may do, in the editor: the second half of a tuple says that a comment is asked for."""
        state = obj.current_workflow_task_state
        if state is None or not self.can_decide(obj, user, state):
            return []
        asked = [("reject", _("Ask for changes"), True)]
        return asked if objection(obj, state, user) else [*asked, ("approve", self.approval, False), ("approve", self.approval_told, True)]

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> models.QuerySet[TaskState]:
        """Return the rounds that wait for this person."""
        if not self.is_for(user):
            return TaskState.objects.none()
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        rounds = waiting.select_related("workflow_state", "revision").defer("revision__content")
        own = [pk for pk, authors in authors_of_rounds(rounds).items() if user.pk in authors]
        return waiting.exclude(pk__in=own)

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Do what was decided. Raises PermissionDenied where a rule stands against it. Of two at the same time one waits for the other."""
        held(int(task_state.workflow_state.object_id))
        state = TaskState.objects.select_related("workflow_state", "revision").get(pk=task_state.pk)
        page = state.workflow_state.content_object
        if state.status != TaskState.STATUS_IN_PROGRESS:
            raise PermissionDenied(say("Somebody has decided this meanwhile."))
        if not self.can_decide(page, user, state):
            raise PermissionDenied(say("Nobody decides about her own text."))
        if action_name == "approve" and (why := objection(page, state, user)):
            raise PermissionDenied(why)
        if action_name != "approve" or self.counted(state, user, str(kwargs.get("comment", ""))):
            super().on_action(state, user, action_name, **kwargs)

    def counted(self, state: TaskState, user: Any, comment: str) -> bool:
        """Return whether this approval is the last that the task needs."""
        return True


class ReviewTask(FairTask):
    """Reviewers look at a text: as many different ones as `approvals` says have to accept it."""

    approvals = models.PositiveSmallIntegerField(
        _("reviewers who have to accept"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_REVIEWERS)]
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "approvals"]
    approval, approval_told = _("Accept"), _("Accept with a comment")

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approvals__gte=1, approvals__lte=MOST_REVIEWERS), name="one_to_five_reviewers_accept_a_text"
            )
        ]

    def counted(self, state: TaskState, user: Any, comment: str) -> bool:
        """Write down that this reviewer accepts; return whether enough do."""
        now = timezone.now()
        Part.objects.update_or_create(
            round=state,
            person=user,
            defaults={"accepted_at": now, "comment": comment},
            create_defaults={"accepted_at": now, "comment": comment, "taken_at": now},
        )
        if state.parts.exclude(accepted_at=None).count() >= self.approvals:
            return True
        log(state.workflow_state.content_object, Step.FOR_IT, user=user, revision=state.revision, data={"comment": comment})
        return False

    @classmethod
    def get_description(cls) -> str:
        """Say in the admin what this task does."""
        return say("Members of the chosen groups review the text; nobody reviews her own.")


class PublicationTask(FairTask):
    """What reviewers accepted is published by editors."""

    approval, approval_told = _("Publish"), _("Publish with a comment")

    class Meta:
        verbose_name = _("publication of what was accepted")
        verbose_name_plural = _("publications of what was accepted")

    @classmethod
    def get_description(cls) -> str:
        """Say in the admin what this task does."""
        return say("Members of the chosen groups publish what reviewers accepted; nobody publishes her own.")


class Part(models.Model):
    """A person takes part in a round as reviewer: since when, and when she accepted."""

    round = models.ForeignKey(TaskState, models.CASCADE, related_name="parts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="review_parts")
    taken_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    comment = models.TextField(max_length=LONGEST, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="a_person_takes_part_in_a_round_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.taken_at:%Y-%m-%d}"


class Remark(models.Model):
    """What a reviewer said of one field (`field`: its key; empty: of the whole), and what the authors answered. `round`: the round in
    which it was said; empty where it was said outside one.
    """

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    translation_key = models.UUIDField(db_index=True)
    locale = models.ForeignKey("wagtailcore.Locale", models.CASCADE, related_name="+")
    round = models.ForeignKey(TaskState, models.SET_NULL, null=True, blank=True, related_name="remarks")
    field = models.CharField(max_length=60, blank=True)
    text = models.TextField(max_length=LONGEST)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="review_remarks")
    made_at = models.DateTimeField()
    answer = models.TextField(max_length=LONGEST, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="review_answers")
    answered_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="a_remark_says_something"),
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at=None) | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
                name="an_answer_to_a_remark_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
