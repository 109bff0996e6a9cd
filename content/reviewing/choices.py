"""Words of a review: where a text stands, and whose turn it is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_REVIEWERS = 5
LONGEST = 4000  # characters of a remark, an answer or a comment


class Stage(models.TextChoices):
    """Where a text stands on its way."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    IN_REVIEW = "in_review", _("In review")
    CHANGES = "changes", _("Changes asked for")
    ACCEPTED = "accepted", _("Accepted")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Turn(models.TextChoices):
    """Who has to do something next."""

    NOBODY = "", _("Nobody has to do anything now.")
    AUTHORS = "authors", _("It is the authors’ turn.")
    REVIEWERS = "reviewers", _("It is the reviewers’ turn.")
    EDITORS = "editors", _("It is the editors’ turn: they publish it.")


TURN_AT = {
    Stage.DRAFT: Turn.AUTHORS,
    Stage.SUBMITTED: Turn.REVIEWERS,
    Stage.IN_REVIEW: Turn.REVIEWERS,
    Stage.CHANGES: Turn.AUTHORS,
    Stage.ACCEPTED: Turn.EDITORS,
    Stage.PUBLISHED: Turn.NOBODY,
    Stage.WITHDRAWN: Turn.NOBODY,
}
# Stages in which a text stays as it was sent, until it is given back.
CLOSED = (Stage.SUBMITTED, Stage.IN_REVIEW, Stage.ACCEPTED)
ON_ITS_WAY = (*CLOSED, Stage.CHANGES)


class Step(models.TextChoices):
    """What the history tells; the values are the actions in the log of pages."""

    SUBMIT = "wagtail.workflow.start", _("Sent to review")
    RESUME = "wagtail.workflow.resume", _("Sent again after changes")
    TAKE_UP = "content.review.take_up", _("Taken up by a reviewer")
    FOR_IT = "content.review.accept", _("One reviewer accepts; another has to follow")
    APPROVE = "wagtail.workflow.approve", _("Accepted")
    REJECT = "wagtail.workflow.reject", _("Changes asked for")
    CANCEL = "wagtail.workflow.cancel", _("Taken back")
    PUBLISH = "wagtail.publish", _("Published")
    UNPUBLISH = "wagtail.unpublish", _("Taken off the site")
