"""Who judges good practices, and what is judged by the checklist."""

from typing import Any

from wagtail.models import Page

from content.judging.choices import Verdict
from content.judging.models import Judgement
from content.practices.models import PracticePage
from content.reviewing.rules import can_review, is_reviewer


def can_enter(user: Any) -> bool:
    """Return whether this person sees the list of what is under review: reviewers and administrators."""
    return is_reviewer(user)


def can_judge(user: Any, page: Page) -> bool:
    """Return whether this person fills in the checklist for this text now: a reviewer, never of her own text."""
    return is_judged(page) and can_review(user, page)


def can_lift(user: Any, judgement: Judgement) -> bool:
    """Return whether this person may say that a stop stands no longer: who set it, or an administrator."""
    if judgement.verdict != Verdict.STOP or judgement.lifted_at:
        return False
    return bool(user.is_active and (user.is_superuser or judgement.reviewer_id == user.pk))


def is_judged(page: Page) -> bool:
    """Return whether a text is judged by the checklist: practices in the language in which they were written. A translation is reviewed
    like any page: what it tells has been judged.
    """
    practice = page.specific
    return isinstance(practice, PracticePage) and not practice.is_translation
