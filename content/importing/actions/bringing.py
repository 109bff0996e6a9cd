"""Bring a document in: read it as its kind, prove that no word is lost, keep it as a draft with its box of leftovers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.importing.actions.keeping import keep
from content.importing.choices import Outcome
from content.importing.kind import DocumentKind
from content.importing.models import ImportedDocument
from content.importing.provenance import settle_provenance
from content.importing.queries import known, locale_for
from content.importing.refusals import Refused
from content.importing.reporting import write_report
from content.reading.document import Document
from content.sorting.landing import Landing, Unfit, WordsLost


@dataclass(frozen=True)
class Brought:
    """What came of it. `row` and `page` are None where nothing was saved."""

    outcome: Outcome
    report: dict[str, Any]
    row: ImportedDocument | None = None
    page: Page | None = None


def bring_in(
    *,
    document: Document,
    kind: DocumentKind,
    now: datetime,
    language: str = "",
    original: ImportedDocument | None = None,
    parent: Page | None = None,
    user: Any = None,
    is_dry: bool = False,
) -> Brought:
    """Make a draft page from a document, or say what became of it before. Raises Refused with one sentence, having changed nothing.

    `language` empty: it is guessed. `original`: the document that this one translates. `parent`: the page to put the new one below.
    `user` None is the operator. All or nothing; a second run, also one at the same time, finds the first one's page and changes nothing;
    a page that somebody has edited since is never touched.
    """
    before = _before(document, kind, original)
    if before is not None:
        return before
    code = _language(document, language)
    landing = _land(document, kind)
    settle_provenance(landing, language=code, original=original)
    try:
        report = write_report(document, landing, kind=kind.name, language=code, is_told=bool(language))
    except WordsLost as error:
        raise Refused(_("Some words would have been lost, so nothing was brought in. Please report this document.")) from error
    try:
        with transaction.atomic():
            row, page = keep(
                document=document,
                landing=landing,
                report=report,
                kind=kind,
                language=code,
                original=original,
                parent=parent,
                user=user,
                now=now,
            )
            if is_dry:
                transaction.set_rollback(True)
    except IntegrityError:
        if (before := _before(document, kind, original)) is None:
            raise
        return before
    if is_dry:
        return Brought(Outcome.LOOKED, {**report, "outcome": Outcome.LOOKED.value})
    return Brought(Outcome.CREATED, row.report, row, page)


def _before(document: Document, kind: DocumentKind, original: ImportedDocument | None) -> Brought | None:
    """Return what became of the same words before, or None where they are new or their page was deleted."""
    row = known(document.sha256)
    page = row.page if row else None
    if row is None or page is None:
        return None
    if row.kind != kind.name:
        raise Refused(_("This document was brought in before as another kind: “%(title)s”.") % {"title": page.title}, field="kind")
    key = original.joins or original.translation_key if original else None
    if key is not None and key not in (row.translation_key, row.joins):
        raise Refused(
            _("This document was brought in before, as a page of its own: “%(title)s”. Delete that draft first.") % {"title": page.title},
            field="original",
        )
    is_ours = page.latest_revision_id == row.revision_id
    outcome = Outcome.UNCHANGED if is_ours else Outcome.KEPT
    return Brought(outcome, {**row.report, "outcome": outcome.value}, row, page)


def _language(document: Document, language: str) -> str:
    code = language or document.guessed
    if not code:
        raise Refused(_("The language of the text is not clear. Please say it."), field="language")
    locale = locale_for(code)
    if locale is None:
        raise Refused(_("This site holds no texts in that language."), field="language")
    return locale.language_code


def _land(document: Document, kind: DocumentKind) -> Landing:
    try:
        landing = kind.read(document.pieces)
    except Unfit as error:
        raise Refused(str(error), field="kind") from error
    landing.sweep()
    return landing
