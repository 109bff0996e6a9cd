"""Prove a certificate from its code: `manage.py verify_certificate TEXT|FILE.pdf [--keys FILE]`.

With `--keys` (a set of keys, JWKS, or the page that proves papers without a network) no database is asked: it works when the site is gone.
"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from certificates.credentials.numbers import shown
from certificates.credentials.queries import credential_of
from certificates.proofs.claims import Claim, Unfit
from certificates.proofs.compact import qr_text
from certificates.proofs.judging import judge
from certificates.proofs.keys import BadKeys, Published, from_file
from certificates.proofs.papers import is_pdf, proofs_in
from certificates.proofs.reading import Unreadable, decoded
from certificates.verification.queries import our_sites, published_keys

FIELDS = ("number", "name", "course", "edition", "awarded_on", "kid", "signature")


class Command(BaseCommand):
    """Says whether every word of a paper was signed with a published key; another answer than yes ends with an error of one line."""

    help = "Prove a certificate by the text of its code, by its PDF, or by its words and signature."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name what is to be proven, and the keys."""
        parser.add_argument("what", nargs="?", default="", metavar="TEXT|FILE", help="text of the code, or a PDF")
        parser.add_argument("--keys", metavar="FILE", help="published keys: JWKS or our page; left out: those of this site")
        for field in FIELDS:
            parser.add_argument(f"--{field.replace('_', '-')}", default="", metavar=field[0].upper(), help="instead of the code")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Print the words that were proven, or raise CommandError."""
        published = _keys(options["keys"])
        text = _text(options["what"]) if options["what"] else _written(options)
        judged = judge(text, published if options["what"] else Published(published.keys))
        if not judged.is_genuine or judged.proof is None:
            raise CommandError(f"not proven ({judged.verdict}): {judged.reason}")
        self._say(judged.proof.claim)
        if not options["keys"]:
            self._say_standing(judged.proof.claim.number)

    def _say(self, claim: Claim) -> None:
        self.stdout.write("genuine: signed with a published key")
        words = {"number": shown(claim.number), "name": claim.name, "course": claim.course, "edition": claim.edition}
        for label, word in (words | {"awarded on": claim.awarded_on, "key": claim.kid}).items():
            self.stdout.write(f"{label}: {word}")

    def _say_standing(self, number: str) -> None:
        credential = credential_of(number)
        self.stdout.write(f"now: {credential.standing(timezone.now()) if credential else 'not in the records of this site'}")


def _keys(path: str | None) -> Published:
    """Return the keys to check with; those of this site know its addresses."""
    if not path:
        return published_keys(our_sites())
    try:
        return from_file(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, BadKeys) as error:
        raise CommandError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _text(what: str) -> str:
    """Return the text of the code: as it was given, or as it stands in a PDF."""
    if "#" in what:
        return what
    try:
        data = Path(what).read_bytes()
    except OSError as error:
        raise CommandError(f"{what}: {error.strerror or error}") from error
    found = proofs_in(data) if is_pdf(data) else [data.decode("utf-8", "replace")]
    if len(found) != 1:
        raise CommandError(f"{what}: {'several different codes' if found else 'no code of ours'} in this file")
    return found[0]


def _written(options: dict[str, Any]) -> str:
    """Return the text of the code that these words and this signature would make."""
    missing = [field for field in FIELDS if not options[field] and field != "edition"]
    if missing:
        raise CommandError("give the text of a code, a PDF, or all of: " + ", ".join(f"--{field.replace('_', '-')}" for field in missing))
    try:
        claim = Claim.of(**{field: options[field] for field in FIELDS if field != "signature"})
        return qr_text(claim, decoded(options["signature"]), our_sites()[0])
    except (Unfit, Unreadable) as error:
        raise CommandError(str(error)) from error
