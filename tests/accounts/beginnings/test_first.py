"""The first administrator and the first notices."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.beginnings import steps
from accounts.beginnings.first import invite_first_admin, raise_first_notices
from accounts.models import Notice, User
from accounts.queries import current_notices
from mail.models import Message
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_the_first_administrator_gets_a_link_and_is_in(client, link_for):
    person = invite_first_admin(email=" Boss@Example.org ", language="en", now=NOW)
    assert (person.email, person.is_superuser, person.has_usable_password()) == ("boss@example.org", True, False)

    page = client.get(link_for("boss@example.org")).url
    client.post(page, {"password1": "another-good-one"})

    assert client.get("/admin/").status_code == 200


def test_where_there_is_one_nobody_else_is_invited(admin):
    assert invite_first_admin(email="boss@example.org", language="en", now=NOW) is None
    assert not User.objects.filter(email="boss@example.org").exists()
    assert not Message.objects.exists()


def test_inviting_twice_writes_one_mail():
    for _time in range(2):
        invite_first_admin(email="boss@example.org", language="en", now=NOW)
    assert Message.objects.count() == 1


def test_somebody_who_has_an_account_becomes_administrator():
    person = PersonFactory(email="boss@example.org", is_active=False)
    assert invite_first_admin(email=person.email, language="en", now=NOW) == person
    person.refresh_from_db()
    assert person.is_superuser
    assert person.is_active


@pytest.mark.parametrize("email", ["", "boss", "boss@", "a\x00@example.org", "a@example.org\nb@example.org"])
def test_what_is_no_address_is_refused(email):
    with pytest.raises(ValueError, match="not an e-mail address"):
        invite_first_admin(email=email, language="en", now=NOW)
    assert not User.objects.exists()


def test_the_step_says_what_is_missing_and_then_what_was_done(monkeypatch):
    monkeypatch.delenv("ADMIN_EMAIL", raising=False)
    assert "--admin-email" in steps.admin_step(NOW)
    monkeypatch.setenv("ADMIN_EMAIL", "boss@example.org")
    assert "boss@example.org" in steps.admin_step(NOW)
    assert steps.admin_step(NOW) is None


def test_first_notices_are_raised_once_and_never_over_a_later_one():
    assert len(raise_first_notices(now=NOW)) == 2
    assert raise_first_notices(now=NOW) == []
    assert steps.notices_step(NOW) is None
    Notice.objects.filter(kind="terms").update(version="7")
    raise_first_notices(now=NOW)
    assert [notice.version for notice in current_notices(NOW)] == ["7", "1"]


def test_the_whole_setup_invites_her_too(newest_mail):
    call_command("setup", admin_email="boss@example.org", stdout=StringIO())
    assert "reset/key" in newest_mail("boss@example.org").text
    call_command("setup", admin_email="boss@example.org", stdout=StringIO())
    assert Message.objects.filter(to="boss@example.org").count() == 1


def test_the_whole_setup_refuses_what_is_no_address():
    with pytest.raises(CommandError):
        call_command("setup", admin_email="boss", stdout=StringIO())


def test_after_setup_the_notices_can_be_read_from_the_sign_up_page(client):
    call_command("setup", admin_email="boss@example.org", stdout=StringIO())
    for language in ("pt", "pt-br", "en", "es", "fr"):
        links = client.get(f"/{language}/account/signup/").context["notices"]
        assert [link["kind"] for link in links] == ["terms", "privacy"]
        assert all(client.get(link["url"]).status_code == 200 for link in links)
        assert all(link["url"].startswith(f"/{language}/") for link in links)


def test_setup_raises_one_version_of_each_notice():
    call_command("setup", admin_email="boss@example.org", stdout=StringIO())
    assert sorted(Notice.objects.values_list("kind", flat=True)) == ["privacy", "terms"]
