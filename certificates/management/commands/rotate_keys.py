"""Change the keys that certificates are signed with: `manage.py rotate_keys [--issuer UID] [--adopt | --print]`."""

import json
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, no_translations
from django.utils import timezone

from certificates.issuers.actions import adopt, new_keys, rotate
from certificates.issuers.choices import Algorithm
from certificates.issuers.jwk import NotAKey
from certificates.issuers.keyring import KeyFileBroken
from certificates.issuers.models import Issuer
from certificates.issuers.queries import default_issuer


class Command(BaseCommand):
    """Makes new keys, signs with them from now on, and keeps the old public halves published."""

    help = "Sign certificates with new keys from now on. Certificates signed with the old ones stay good."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the issuer, the kind of key, and where the keys come from."""
        parser.add_argument("--issuer", type=UUID, metavar="UID", help="left out: the default issuer")
        parser.add_argument("--algorithm", choices=Algorithm.values, help="left out: one key of each kind")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        source = parser.add_mutually_exclusive_group()
        source.add_argument("--adopt", action="store_true", help="take keys of CERTIFICATE_KEYS or the key file that no issuer has yet")
        source.add_argument("--print", action="store_true", dest="is_printed", help="write new keys to the screen, for CERTIFICATE_KEYS")

    @no_translations
    def handle(self, *args: Any, **options: Any) -> None:
        """Change the keys; refusals are one line."""
        algorithms = [options["algorithm"]] if options["algorithm"] else list(Algorithm.values)
        if options["is_printed"]:
            self.stdout.write(json.dumps({**settings.CERTIFICATE_KEYS, **new_keys(algorithms=algorithms)}))
            return
        issuer = self._issuer(options["issuer"])
        if options["dry_run"]:
            old = ", ".join(issuer.keys.in_use().filter(algorithm__in=algorithms).values_list("kid", flat=True)) or "none"
            self.stdout.write(f"{issuer.name}: would retire {old}")
            return
        if settings.CERTIFICATE_KEYS and not options["adopt"]:
            raise CommandError("The keys stand in CERTIFICATE_KEYS: put there what --print writes, start again, then run with --adopt.")
        try:
            made = adopt(issuer=issuer, now=timezone.now()) if options["adopt"] else self._rotated(issuer, algorithms)
        except (KeyFileBroken, NotAKey, OSError, ValueError) as error:
            raise CommandError(f"Nothing changed: {error}") from error
        if not made:
            raise CommandError("Nothing changed: there is no key that no issuer has yet.")
        self.stdout.write(f"{issuer.name} signs with {', '.join(f'{key.kid} ({key.algorithm})' for key in made)} from now on.")

    def _rotated(self, issuer: Issuer, algorithms: list[str]) -> list[Any]:
        made = rotate(issuer=issuer, now=timezone.now(), algorithms=algorithms)
        self.stdout.write(f"The private keys are in {settings.CERTIFICATE_KEYS_FILE}: keep a copy of it in a safe place.")
        return made

    def _issuer(self, uid: UUID | None) -> Issuer:
        """Return the issuer that was named, or the default one."""
        issuer = Issuer.objects.filter(uid=uid).first() if uid else default_issuer()
        if issuer is None:
            raise CommandError("There is no such issuer." if uid else "There is no issuer yet: run setup first.")
        return issuer
