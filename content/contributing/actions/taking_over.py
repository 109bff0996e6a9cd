"""What editors changed on the page comes back into the answers."""

from datetime import datetime

from django.db import transaction

from content.contributing.models import Contribution, PartAnswers
from content.contributing.queries import page_of
from content.questionnaire.form import PART_OF
from content.questionnaire.writing import TEXTS, texts_of, typed_texts


@transaction.atomic
def take_over(*, contribution: Contribution, now: datetime) -> list[str]:
    """Put the texts that an editor changed since it was sent into the answers, and return their keys. Safe to call twice."""
    if contribution.sent_revision is None:
        return []
    page = page_of(contribution)
    if page is None or page.latest_revision_id in (None, contribution.sent_revision):
        return []
    texts = texts_of(page.get_latest_revision_as_object())
    changed = [key for key in TEXTS if texts[key] != contribution.sent.get(key, "")]
    words = typed_texts({key: texts[key] for key in changed})
    for name in {PART_OF[key] for key in changed}:
        kept, _new = PartAnswers.objects.get_or_create(contribution=contribution, name=name, defaults={"saved_at": now})
        kept.answers |= {key: words[key] for key in changed if PART_OF[key] == name}
        kept.saved_at = now
        kept.save(update_fields=["answers", "saved_at"])
    contribution.sent, contribution.sent_revision = texts, page.latest_revision_id
    contribution.title = words.get("title", contribution.title)
    contribution.save(update_fields=["sent", "sent_revision", "title"])
    return changed
