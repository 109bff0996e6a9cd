"""Tell what differs between the languages of pages, or of two files: `manage.py check_facts [PAGE… | FILE FILE]`."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations
from wagtail.models import Page

from content.factcheck.comparing import Difference, differences
from content.factcheck.facts import Facts, facts_of
from content.factcheck.queries import checked, translated_keys
from content.importing.queries import page_at
from content.reading.decoding import MOST_FILE_BYTES, Unreadable
from content.reading.document import read_document


class Command(BaseCommand):
    """Prints one line for each difference; changes nothing. Exits with 1 where something differs."""

    help = "Dates, hours, years, sums, numbers, countries and addresses that stand in one language of a text and not in another."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name pages or two files."""
        parser.add_argument(
            "texts", nargs="*", metavar="TEXT", help="address (/en/about/) or number of a page, or two files; none: all pages"
        )

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Compare and print."""
        found = 0
        for name, rows in self._checked(options["texts"]):
            for row in rows:
                there = f", which says “{row.there}”" if row.there else ""
                self.stdout.write(f"{name}: {row.sort.label}: {row.language} “{row.words}”; missing in {row.missing_in}{there}")
            found += len(rows)
        if found:
            raise CommandError(f"{found} differences.")
        self.stdout.write("Nothing differs.")

    def _checked(self, named: list[str]) -> Iterator[tuple[str, list[Difference]]]:
        if len(named) == 2 and all(Path(path).is_file() for path in named):
            one, other = (_facts(path) for path in named)
            yield "/".join(Path(path).name for path in named), differences(one, other)
            return
        keys = translated_keys().iterator() if not named else (self._page(name).translation_key for name in named)
        for key in keys:
            page = Page.objects.filter(translation_key=key, alias_of=None).select_related("locale").order_by("pk").first()
            if page is not None:
                yield f"{page.locale.language_code} “{page.title}”", checked(page)

    def _page(self, name: str) -> Page:
        page = page_at(name)
        if page is None:
            raise CommandError(f"{name}: there is no such page.")
        return page


def _facts(path: str) -> Facts:
    """Return the facts of a file, in the language that it shows."""
    try:
        with Path(path).open("rb") as file:
            document = read_document(file.read(MOST_FILE_BYTES + 1), name=Path(path).name)
    except (Unreadable, OSError) as error:
        raise CommandError(f"{path}: {error}") from error
    return facts_of(document.text, document.guessed or Path(path).name)
