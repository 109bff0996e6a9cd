"""The mails of accounts: one row each, in the person's language, with nothing that a stranger typed."""

from pathlib import Path

import pytest
from django.conf import settings

from accounts.entrance.adapter import write_account_mail
from mail.models import Message
from tests.factories.accounts import PersonFactory

FOLDER = Path(__file__).resolve().parents[3] / "site" / "templates" / "mail"
KINDS = sorted(path.stem.removeprefix("account_") for path in FOLDER.glob("account_*.txt") if path.stem != "account_base")
CONTEXT = {"code": "123456", "password_url": "https://example.org/p/", "from_email": "a@example.org", "to_email": "b@example.org"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_can_be_written_in_every_language(kind, language):
    person = PersonFactory(name="<b>Mallory</b> visit evil.example", language=language)
    write_account_mail(kind=kind, to=person.email, person=person, context=CONTEXT)
    mail = Message.objects.get()
    assert (mail.language, mail.kind, mail.is_essential, mail.person) == (language, "account", True, person)
    assert mail.subject
    assert "\n" not in mail.subject
    assert f'<html lang="{language}">' in mail.html
    assert "evil" not in mail.text + mail.html
    assert "{{" not in mail.text + mail.html


@pytest.mark.django_db
def test_links_in_mails_do_not_follow_the_host_that_a_request_claims(client, learner, newest_mail):
    client.post("/en/account/password/reset/", {"email": learner.email}, headers={"Host": "evil.example"})
    assert "evil.example" not in newest_mail(learner.email).text
    assert settings.SITE_URL in newest_mail(learner.email).text


@pytest.mark.django_db
def test_a_strangers_mail_is_in_the_language_that_was_read(client, newest_mail):
    client.post("/fr/account/login/", {"login": "nobody@example.org", "way": "code"})
    assert newest_mail("nobody@example.org").language == "fr"
    assert newest_mail("nobody@example.org").person is None
