"""Does mail go out."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mail import actions, queries, transport
from mail.choices import State
from mail.models import Message


class Command(BaseCommand):
    """Try the mail server; send a test mail when asked."""

    help = "Try the mail server (connect, sign in); with --to send a test mail at once. Exits non-zero when it refuses."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say what may be asked."""
        parser.add_argument("--to", help="an address that gets a test mail")
        parser.add_argument("--language", default=settings.LANGUAGE_CODE, choices=[code for code, _ in settings.LANGUAGES])

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what the server answers, and how many mails wait or failed."""
        self.stdout.write(f"From {settings.DEFAULT_FROM_EMAIL}; {queries.waiting_count()} waiting, {queries.failed_count()} failed.")
        if transport.is_set():
            self._knock()
        else:
            self.stdout.write("No EMAIL_URL: mails are kept here, not sent.")
        if options["to"]:
            self._send(options["to"], options["language"])

    def _knock(self) -> None:
        connection = transport.opened()
        try:
            connection.open()
            connection.close()
        except Exception as error:
            raise CommandError(f"The mail server refuses: {transport.judged(error).reason}") from error
        self.stdout.write("The mail server answers.")

    def _send(self, to: str, language: str) -> None:
        now = timezone.now()
        try:
            message = actions.write_from_template(
                to=to, kind="check", template="mail/check", context={}, language=language, now=now, is_essential=True
            )
        except ValidationError as error:
            raise CommandError(f"Not an address: {to}") from error
        actions.deliver(id=message.pk, now=now)
        message = Message.objects.get(pk=message.pk)
        if message.state not in (State.SENT, State.KEPT):
            raise CommandError(f"Not sent ({message.state}): {message.reason or 'a worker has it'}")
        self.stdout.write(f"Test mail to {to}: {message.state}.")
