"""A contribution goes to review, comes back, and is withdrawn."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from content.contributing.actions.locking import locked
from content.contributing.actions.taking_over import take_over
from content.contributing.models import Contribution
from content.contributing.queries import answers_of, page_of, uploads_of
from content.contributing.refusals import Refused
from content.practices import actions as practices
from content.practices.models import LibraryPage, PracticePage
from content.questionnaire.checks import musts
from content.questionnaire.form import Answers
from content.questionnaire.writing import page_facts, page_values, texts_of
from content.reviewing import actions as reviewing
from content.reviewing.refusals import Refused as ReviewRefused


@transaction.atomic
def send(*, contribution: Contribution, by: User, now: datetime) -> PracticePage:
    """Write the answers into the page's draft and send it to review, also again after changes. Raises Refused where something that must
    be answered is not, where the language has no library, or where review refuses.
    """
    row = locked(contribution=contribution)
    take_over(contribution=row, now=now)
    answers = answers_of(row)
    if missing := musts(answers):
        told = {"count": len(missing)}
        raise Refused(ngettext("%(count)s thing must be mended first.", "%(count)s things must be mended first.", len(missing)) % told)
    page = _written(row, answers, by, now)
    row.sent, row.sent_revision = texts_of(page.get_latest_revision_as_object()), page.latest_revision_id
    row.sent_at = row.changed_at = now
    row.save(update_fields=["sent", "sent_revision", "sent_at", "changed_at"])
    _reviewed(reviewing.submit, page=page, by=by, now=now)
    return page


@transaction.atomic
def take_back(*, contribution: Contribution, by: User, now: datetime) -> None:
    """Take it out of review: a draft again. Safe to call twice. Raises Refused."""
    page = page_of(locked(contribution=contribution))
    if page is not None:
        _reviewed(reviewing.take_back, page=page, by=by, now=now)


@transaction.atomic
def withdraw(*, contribution: Contribution, reason: str, by: User, now: datetime) -> None:
    """Take a published practice off the site, with the reason that readers see. Safe to call twice."""
    page = page_of(locked(contribution=contribution))
    if page is not None and page.live:
        practices.withdraw(page=page, reason=reason, by=by, now=now)


def _library(language: str) -> LibraryPage:
    """Return the page below which practices of a language stand. Raises Refused."""
    found = LibraryPage.objects.filter(locale__language_code=language, alias_of=None).order_by("-live", "pk").first()
    if found is None:
        raise Refused(_("The library has no place for this language yet. Please tell an editor; your answers are kept."))
    return found


def _written(row: Contribution, answers: Answers, by: User, now: datetime) -> PracticePage:
    """Write the draft. Raises Refused where a country, theme or other word was taken off its list meanwhile."""
    facts = _facts(row, answers)
    try:
        return practices.write_practice(
            parent=_library(row.language),
            language=row.language,
            values=_values(row, answers),
            facts=facts,
            owner=row.owner or by,
            now=now,
            key=row.key,
        )
    except KeyError as no:
        raise Refused(_("%(code)s is not on our lists any more. Please choose again.") % {"code": no.args[0]}) from no


def _values(row: Contribution, answers: Answers) -> dict[str, Any]:
    return {**page_values(answers), "pictures_consent": row.uploads.filter(picture__isnull=False).exists()}


def _facts(row: Contribution, answers: Answers) -> dict[str, Any]:
    facts, uploads = page_facts(answers), uploads_of(row)
    papers = [{"title": upload.title, "address": "", "document": upload.paper_id} for upload in uploads if upload.paper_id]
    pictures = [{"picture": upload.picture_id, "alt": upload.title} for upload in uploads if upload.picture_id]
    return {**facts, "materials": [*facts["materials"], *papers], "pictures": pictures}


def _reviewed(step: Any, **given: Any) -> None:
    try:
        step(**given)
    except ReviewRefused as no:
        raise Refused(no.sentence) from no
