"""What whoever told of an adaptation is written."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import override

from content.adapting.models import Adaptation
from content.adapting.queries import titles_of
from content.pages.addresses import content_code, full
from mail.actions import write_from_template

KIND = "practice-adaptation"


def tell_decision(row: Adaptation, *, now: datetime) -> None:
    """Write what was decided, in her language; nobody is written to who has gone."""
    person = row.by
    if person is None or not person.is_active:
        return
    language = person.language or row.language
    with override(language):
        title = titles_of([row.practice_key], language=content_code(language)).get(row.practice_key)
        context = {
            "title": title.title if title else "",
            "country": row.country.name,
            "year": row.year,
            "is_shown": row.is_accepted,
            "reason": row.reason,
            "url": full(reverse("adaptation", args=[row.uid])),
        }
    write_from_template(
        to=person.email, kind=KIND, template="mail/content_adaptation", context=context, language=language, person=person, now=now
    )
