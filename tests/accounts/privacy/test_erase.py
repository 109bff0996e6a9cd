"""Erasing a person: proven, complete, once."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from django.utils.translation import override
from wagtail import hooks
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from accounts.actions import accept_notices, erase, raise_notice
from accounts.models import Acceptance, User
from accounts.privacy.actions import forget_ended_sessions
from accounts.queries import by_address
from tests.factories.accounts import PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
ERASE, NOW = "/en/account/erase/", datetime(2026, 3, 1, tzinfo=UTC)


def _everything():
    """Return all that the database holds, as text."""
    text = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            text += [str(row) for row in cursor.fetchall()]
    return "\n".join(text)


def test_the_password_erases_and_nothing_leads_to_the_person_any_more(client, learner):
    accept_notices(person=learner, notices=[raise_notice(kind="terms", version="1", now=NOW)], now=NOW)
    learner.printed_name, learner.institution = "Inês de Sousa Mutombo", "Inspeção-Geral"
    learner.save()
    log(learner, "wagtail.edit", user=learner)
    UserProfile.get_for_user(learner)
    client.post("/en/account/password/reset/", {"email": learner.email})
    other = type(client)()
    other.force_login(learner)
    client.force_login(learner)

    answer = client.post(ERASE, {"password": PASSWORD, "is_sure": "on", "way": "erase"})

    assert answer.url == "/en/"
    held = _everything()
    for trace in ("learner@example.org", "Mutombo", "Inês", "Inspeção-Geral"):
        assert trace not in held
    learner.refresh_from_db()
    with override("en"):
        assert str(learner) == "former member"
    assert (learner.is_active, learner.country, learner.of_age_at, learner.last_login) == (False, "", None, None)
    assert not EmailAddress.objects.exists()
    assert not Acceptance.objects.exists()
    assert client.get("/en/account/").status_code == 302
    assert other.get("/en/account/").status_code == 302
    assert not [row for row in Session.objects.all() if row.get_decoded().get("_auth_user_id") == str(learner.pk)]


def test_a_mailed_code_erases_somebody_without_password(client, code_for):
    person = PersonFactory(email="code@example.org", password=None)
    client.force_login(person)
    assert "id_code" not in client.get(ERASE).content.decode()
    assert client.post(ERASE, {"way": "code"}).url == ERASE
    code = code_for(person.email)

    wrong = client.post(ERASE, {"code": f"{(int(code) + 1) % 10**6:06d}", "is_sure": "on", "way": "erase"})
    assert list(wrong.context["form"].errors) == ["code"]
    assert client.post(ERASE, {"code": code, "is_sure": "on", "way": "erase"}).url == "/en/"

    person.refresh_from_db()
    assert person.is_erased


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"password": PASSWORD}, "is_sure"),
        ({"is_sure": "on"}, "__all__"),
        ({"password": "wrong-wrong", "is_sure": "on"}, "password"),
        ({"code": "123456", "is_sure": "on"}, "__all__"),
        ({"code": "", "password": "", "is_sure": "on"}, "__all__"),
    ],
)
def test_without_proof_or_tick_nothing_happens(client, learner, data, fault):
    client.force_login(learner)
    answer = client.post(ERASE, data | {"way": "erase"})
    assert list(answer.context["form"].errors) == [fault]
    learner.refresh_from_db()
    assert not learner.is_erased


def test_looking_at_the_page_changes_nothing(client, learner):
    client.force_login(learner)
    assert client.get(ERASE + "?password=x&is_sure=on&way=erase").status_code == 200
    learner.refresh_from_db()
    assert not learner.is_erased


def test_a_code_mailed_in_another_browser_does_not_count(client, learner, code_for):
    other = type(client)()
    other.force_login(learner)
    other.post(ERASE, {"way": "code"})
    client.force_login(learner)
    assert client.post(ERASE, {"code": code_for(learner.email), "is_sure": "on", "way": "erase"}).status_code == 200
    learner.refresh_from_db()
    assert not learner.is_erased


def test_erasing_again_changes_nothing_and_calls_nobody(learner):
    erase(person=learner, now=NOW)
    called = []
    with hooks.register_temporarily("erase_person", lambda person, now: called.append(person)):
        erase(person=learner, now=timezone.now())
    learner.refresh_from_db()
    assert learner.erased_at == NOW
    assert called == []


def test_every_storey_is_asked_before_the_row_is_blank(learner):
    seen = []
    with hooks.register_temporarily("erase_person", lambda person, now: seen.append((person.email, now))):
        erase(person=learner, now=NOW)
    assert seen == [("learner@example.org", NOW)]


def test_when_a_storey_fails_nothing_is_half_erased(learner):
    def fail(person, now):
        raise RuntimeError

    with hooks.register_temporarily("erase_person", fail), pytest.raises(RuntimeError):
        erase(person=learner, now=NOW)
    learner.refresh_from_db()
    assert not learner.is_erased
    assert EmailAddress.objects.filter(user=learner).exists()


def test_the_address_is_free_again(client, learner, sign_up_data, code_for):
    erase(person=learner, now=NOW)
    client.post("/en/account/signup/", sign_up_data | {"email": "learner@example.org"})
    client.post("/en/account/confirm-email/", {"code": code_for("learner@example.org")})
    assert by_address("learner@example.org").pk != learner.pk
    assert client.get("/en/account/").status_code == 200


def test_a_former_members_old_links_and_password_open_nothing(client, learner, link_for):
    client.post("/en/account/password/reset/", {"email": learner.email})
    link = link_for(learner.email)
    erase(person=learner, now=NOW)
    assert client.get(link).context["token_fail"]
    client.post("/en/account/login/", {"login": f"former-{learner.uid.hex}@erased.invalid", "password": PASSWORD, "way": "password"})
    assert client.get("/en/account/").status_code == 302


def test_the_only_administrator_names_another_one_first(client, admin):
    client.force_login(admin)
    assert "the only administrator" in client.get(ERASE).content.decode()
    client.post(ERASE, {"password": PASSWORD, "is_sure": "on", "way": "erase"})
    admin.refresh_from_db()
    assert not admin.is_erased
    PersonFactory(is_superuser=True)
    client.post(ERASE, {"password": PASSWORD, "is_sure": "on", "way": "erase"})
    admin.refresh_from_db()
    assert admin.is_erased
    assert User.objects.administrators().count() == 1


def test_only_sessions_that_ended_are_swept(client, learner):
    client.force_login(learner)
    assert forget_ended_sessions(now=timezone.now()) == 0
    assert forget_ended_sessions(now=timezone.now() + timedelta(days=31)) == 1
    assert client.get("/en/account/").status_code == 302
