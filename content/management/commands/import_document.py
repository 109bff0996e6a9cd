"""Bring documents in from files: `manage.py import_document FILE… --as session`."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone
from wagtail.models import Page

from content.importing.actions import Brought, bring_in
from content.importing.kind import DocumentKind
from content.importing.models import ImportedDocument
from content.importing.queries import known, page_at
from content.importing.refusals import Refused
from content.importing.registry import kinds
from content.reading.decoding import MOST_BYTES, Unreadable
from content.reading.document import Document, read_document


class Command(BaseCommand):
    """Reads each file as a kind of document and keeps it as a draft page; every file for itself, all or nothing."""

    help = "Bring documents in as draft pages. Doing it again changes nothing; a page edited since is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the files, the kind, and what the text does not say itself."""
        parser.add_argument("files", nargs="+", metavar="FILE", help="text (.txt) or web page (.html), up to 2 MB")
        parser.add_argument("--as", dest="kind", required=True, choices=sorted(kinds()), help="the kind of document")
        parser.add_argument(
            "--language", default="", choices=[code for code, _name in settings.LANGUAGES], help="left out: guessed from the text"
        )
        parser.add_argument("--translation-of", metavar="FILE", help="the document, brought in before, that this one translates")
        parser.add_argument("--parent", metavar="PAGE", help="address (/en/sessions/) or number of the page to put it below")
        parser.add_argument("--dry-run", action="store_true", help="read and report, save nothing")
        parser.add_argument("--report", metavar="FILE.json", help="write where every piece went to this file")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Bring each file in and say in one line what came of it; exit with 1 when one was refused."""
        kind = kinds()[options["kind"]]
        parent = self._parent(options["parent"])
        original = self._original(options["translation_of"])
        reports, refused = [], 0
        for number, path in enumerate(options["files"], start=1):
            self._say_progress(number, len(options["files"]), path)
            try:
                brought = self._bring(path, kind, original, parent, options)
            except (Refused, Unreadable, OSError) as error:
                refused += 1
                reports.append({"file": path, "outcome": "refused", "reason": self._reason(error)})
                self.stderr.write(f"{path}: {self._reason(error)}")
            else:
                reports.append({"file": path, **brought.report})
                self.stdout.write(f"{path}: {self._sentence(brought)}")
        self._write(options["report"], reports)
        if refused:
            raise CommandError(f"{refused} of {len(options['files'])} not brought in.")

    def _bring(
        self, path: str, kind: DocumentKind, original: ImportedDocument | None, parent: Page | None, options: dict[str, Any]
    ) -> Brought:
        return bring_in(
            document=_read(path),
            kind=kind,
            language=options["language"],
            original=original,
            parent=parent,
            is_dry=options["dry_run"],
            now=timezone.now(),
        )

    def _original(self, path: str | None) -> ImportedDocument | None:
        if path is None:
            return None
        try:
            row = known(_read(path).sha256)
        except (Unreadable, OSError) as error:
            raise CommandError(f"{path}: {self._reason(error)}") from error
        if row is None:
            raise CommandError(f"{path}: not brought in yet; bring the original in first.")
        return row

    def _parent(self, named: str | None) -> Page | None:
        if named is None:
            return None
        page = page_at(named)
        if page is None:
            raise CommandError(f"{named}: there is no such page.")
        return page

    def _say_progress(self, number: int, total: int, path: str) -> None:
        if total > 1 and self.stdout.isatty():
            self.stdout.write(f"{number}/{total} {path} …")

    def _write(self, path: str | None, reports: list[dict[str, Any]]) -> None:
        if path is None:
            return
        try:
            Path(path).write_text(json.dumps({"documents": reports}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{path}: {self._reason(error)}") from error

    @staticmethod
    def _reason(error: Exception) -> str:
        return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)

    @staticmethod
    def _sentence(brought: Brought) -> str:
        words, document = brought.report["words"], brought.report["document"]
        title = (brought.report["page"] or {}).get("title", "")
        counted = f"{words['in']} words in, {words['page']} on the page, {words['read']} understood, {words['left']} left over"
        return f"{brought.outcome.value}: {document['kind']} “{title}” ({document['language']}): {counted}"


def _read(path: str) -> Document:
    """Read a file, never more of it than may be brought in."""
    with Path(path).open("rb") as file:
        return read_document(file.read(MOST_BYTES + 1), name=Path(path).name)
