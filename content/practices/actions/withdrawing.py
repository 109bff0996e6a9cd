"""A practice is taken down, in all its languages, with a reason that its address goes on giving."""

from datetime import datetime

from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction

from accounts.models import User
from content.practices.models import PracticePage


@transaction.atomic
def withdraw(*, page: PracticePage, reason: str, by: User | None, now: datetime) -> int:
    """Unpublish the practice in every language and keep the reason. Returns how many texts were taken down; safe to call twice.

    Its versions and what cites them stay. The reason is shown to everybody.
    """
    living = PracticePage.objects.filter(translation_key=page.translation_key, live=True, alias_of=None).order_by("pk")
    PracticePage.objects.filter(translation_key=page.translation_key).update(withdrawn_reason=reason.strip()[:300])
    texts = list(living)
    for text in texts:
        UnpublishPageAction(text, user=by).execute(skip_permission_checks=True)  # the caller asks the rule: a contributor is no editor
    return len(texts)
