"""A mail is written."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import TemplateDoesNotExist
from django_q.models import OrmQ

from mail.actions import suppress, suppress_address, write_from_template
from mail.addresses import hidden
from mail.choices import State
from mail.models import Message
from tests.factories.mail import written

pytestmark = pytest.mark.django_db


def test_a_mail_and_its_job_commit_together(queue):
    mail = written()
    assert (mail.state, OrmQ.objects.count(), OrmQ.objects.get().name()) == (State.WAITING, 1, "mail.tasks.deliver")


def test_a_mail_of_work_that_is_rolled_back_never_was(queue):
    with transaction.atomic():
        written()
        transaction.set_rollback(True)
    assert (Message.objects.count(), OrmQ.objects.count()) == (0, 0)


def test_without_a_mail_server_a_mail_is_kept():
    assert written().state == State.KEPT


@pytest.mark.parametrize(
    "to",
    [
        "",
        "ana",
        "ana@",
        "ana@example.org\nBcc: all@example.org",
        "ana@example.org, rui@example.org",
        "Ana <ana@example.org>",
        "a" * 300 + "@x.org",
    ],
)
def test_what_is_not_one_address_is_refused(to):
    with pytest.raises(ValidationError):
        written(to=to)
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "hostile", ["One\nBcc: all@example.org", "One\r\nBcc: all@example.org", "One\x0b\x0cBcc: x", "One\u2028Bcc: x", "One\x85Bcc: x"]
)
def test_a_subject_becomes_one_line(hostile):
    subject = written(subject=hostile).subject
    assert subject.startswith("One Bcc:")
    assert subject.splitlines() == [subject]


def test_a_long_subject_is_cut():
    assert len(written(subject="ç" * 1000).subject) == 250


def test_the_database_itself_refuses_a_subject_of_two_lines():
    mail = written()
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=mail.pk).update(subject="One\nBcc: x")


@pytest.mark.parametrize(
    "headers",
    [
        {"Bcc": "all@example.org"},
        {"from": "boss@example.org"},
        {"List-Unsubscribe": "<http://evil.example>"},
        {"X-Thread": "one\nBcc: all@example.org"},
        {"X-Thread\nBcc": "x"},
        {"": "x"},
        {"X Y": "z"},
    ],
)
def test_headers_that_forge_something_are_refused(headers):
    with pytest.raises(ValidationError):
        written(headers=headers)


def test_a_header_of_our_own_is_kept():
    assert written(headers={"In-Reply-To": "<1@example.org>"}).headers == {"In-Reply-To": "<1@example.org>"}


def test_a_stopped_kind_is_noted_and_not_sent(queue, now):
    suppress(address_hash=hidden("Ana@Example.org "), kind="news", now=now)
    assert [written().state, written(kind="digest").state] == [State.SUPPRESSED, State.WAITING]
    assert OrmQ.objects.count() == 1


def test_an_address_that_does_not_exist_gets_no_mail_of_any_kind(queue, now):
    suppress_address(address="ana@example.org", now=now)
    assert [written(kind=kind).state for kind in ("news", "digest")] == [State.SUPPRESSED] * 2


def test_an_essential_mail_goes_all_the_same(queue, now):
    suppress_address(address="ana@example.org", now=now)
    assert written(is_essential=True).state == State.WAITING


def _from_template(now, name="mail/check", language="pt", is_essential=False, **context):
    return write_from_template(
        to="ana@example.org", kind="news", template=name, context=context, language=language, now=now, is_essential=is_essential
    )


def test_a_template_gives_subject_text_and_page(now):
    mail = _from_template(now, site_url="https://academy.example.org/?a=1&b=2")
    assert "\n" not in mail.subject
    assert "https://academy.example.org/?a=1&b=2" in mail.text  # nothing is escaped in plain text
    assert "https://academy.example.org/?a=1&amp;b=2" in mail.html
    assert f"<title>{mail.subject}</title>" in mail.html


@pytest.mark.parametrize("language", ["pt", "pt-br", "en", "es", "fr"])
def test_a_mail_says_its_language_and_links_to_pages_in_it(now, language):
    mail = _from_template(now, language=language)
    assert f'<html lang="{language}">' in mail.html
    assert f"/{language}/mail/stop/" in mail.text


def test_an_essential_mail_has_no_stop_link(now):
    mail = _from_template(now, is_essential=True)
    assert "/mail/stop/" not in mail.text + mail.html


def test_a_template_without_a_subject_line_is_a_mistake_of_ours(now, settings, tmp_path):
    (tmp_path / "bare.txt").write_text("Hello,\nno subject here.")
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    with pytest.raises(ValueError, match="must begin with a line"):
        _from_template(now, name="bare")


def test_a_template_that_is_missing_is_a_mistake_of_ours(now):
    with pytest.raises(TemplateDoesNotExist):
        _from_template(now, name="mail/none")
