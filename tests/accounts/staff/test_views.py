"""Staff's screens about people: find, invite, mend, remind, close and open accounts."""

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from accounts.actions import erase
from accounts.models import User
from accounts.staff.rules import can_activate, can_deactivate, can_look_after, can_remind
from mail.models import Message
from tests.factories.accounts import JOINED, PASSWORD, PersonFactory

pytestmark = pytest.mark.django_db
PEOPLE = "/admin/users/"


def _verb(person, verb):
    return reverse("person-verb", args=[person.uid, verb])


def test_people_are_found_by_name_address_and_institution(client, admin, learner, editor):
    PersonFactory(name="Ana Silva", institution="Labour Institute")
    client.force_login(admin)
    everybody = client.get(PEOPLE).content.decode()
    assert "learner@example.org" in everybody
    assert "Luciana Prado" in everybody
    for words in ("Institute", "ana sil"):
        found = client.get(PEOPLE, {"q": words}).content.decode()
        assert "Ana Silva" in found
        assert "learner@example.org" not in found


@pytest.mark.parametrize(
    "query",
    [{"q": "\x00"}, {"q": "%' --"}, {"ordering": "password"}, {"ordering": "-name"}, {"is_active": "true"}, {"group": "x"}, {"p": "9"}],
)
def test_odd_questions_break_nothing(client, admin, query):
    client.force_login(admin)
    assert client.get(PEOPLE, query).status_code in (200, 404)


def test_former_members_are_not_listed(client, admin, learner):
    erase(person=learner, now=JOINED)
    client.force_login(admin)
    assert "erased.invalid" not in client.get(PEOPLE).content.decode()


def test_former_members_stay_blank(client, admin, learner):
    erase(person=learner, now=JOINED)
    client.force_login(admin)
    assert client.post(f"{PEOPLE}edit/{learner.pk}/", {"name": "Back", "language": "pt"}, follow=True).status_code == 404
    bulk = f"/admin/bulk/accounts/user/set_active_state/?id={learner.pk}"
    assert client.post(bulk, {"mark_as_active": "on"}).status_code < 500
    learner.refresh_from_db()
    assert (learner.name, learner.is_active) == ("", False)


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_asks_as_much_for_three_as_for_one(client, admin, people, django_assert_num_queries):
    for _person in range(people):
        PersonFactory(groups=["editor"])
    client.force_login(admin)
    client.get(PEOPLE)
    with django_assert_num_queries(12):
        client.get(PEOPLE)


@pytest.mark.parametrize("who", ["learner", "editor", "reviewer", "translator", "partner", "moderator", "facilitator"])
def test_nobody_else_sees_people(client, cast, who):
    client.force_login(cast[who])
    assert client.get(PEOPLE).status_code in (302, 403)
    assert client.post(_verb(cast["learner"], "deactivate"), follow=True).status_code in (200, 403, 404)
    cast["learner"].refresh_from_db()
    assert cast["learner"].is_active


def test_an_invited_person_chooses_her_password_through_the_mailed_link(client, admin, link_for):
    client.force_login(admin)
    form = {"email": "Invited@Example.org", "name": "Ana Silva", "language": "en", "country": "MZ", "groups": []}
    assert client.post(PEOPLE + "new/", form).status_code == 302
    person = User.objects.get(email="invited@example.org")
    assert not person.has_usable_password()
    client.logout()
    page = client.get(link_for("invited@example.org")).url
    client.post(page, {"password1": "another-good-one"})
    assert client.get("/en/account/").context["user"] == person
    assert EmailAddress.objects.get(user=person).verified


def test_an_address_that_is_taken_is_refused_to_staff(client, admin, learner):
    client.force_login(admin)
    answer = client.post(PEOPLE + "new/", {"email": "LEARNER@example.org", "name": "A", "language": "en"})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == ["email"]


def test_a_person_is_mended_but_neither_her_address_nor_her_password(client, admin, learner):
    client.force_login(admin)
    form = {"name": "Inês M.\u202e", "language": "pt", "country": "AO", "email": "evil@example.org", "password1": "x", "password2": "x"}
    client.post(f"{PEOPLE}edit/{learner.pk}/", form)
    learner.refresh_from_db()
    assert (learner.name, learner.country, learner.email) == ("Inês M.", "AO", "learner@example.org")
    assert learner.check_password(PASSWORD)


def test_administrators_do_not_change_their_own_rights(client, admin):
    client.force_login(admin)
    client.post(f"{PEOPLE}edit/{admin.pk}/", {"name": "Rui", "language": "pt"})
    admin.refresh_from_db()
    assert admin.is_superuser


def test_nobody_is_deleted(client, admin, learner):
    client.force_login(admin)
    client.post(f"{PEOPLE}delete/{learner.pk}/")
    client.post(f"/admin/bulk/accounts/user/delete/?id={learner.pk}", {"id": learner.pk})
    assert User.objects.filter(pk=learner.pk).exists()


def test_an_account_is_closed_and_opened_again_after_a_question(client, admin, learner):
    client.force_login(admin)
    page = client.get(_verb(learner, "deactivate"))
    assert "learner@example.org" in page.content.decode()
    learner.refresh_from_db()
    assert learner.is_active
    client.post(_verb(learner, "deactivate"))
    learner.refresh_from_db()
    assert not learner.is_active
    assert _verb(learner, "activate") in client.get(PEOPLE).content.decode()
    client.post(_verb(learner, "activate"))
    learner.refresh_from_db()
    assert learner.is_active


def test_somebody_unconfirmed_is_reminded_in_her_language(client, admin, newest_mail):
    late = PersonFactory(email="late@example.org", is_confirmed=False, language="fr")
    client.force_login(admin)
    client.post(_verb(late, "remind"))
    assert "/fr/account/login/" in newest_mail(late.email).text


@pytest.mark.parametrize("path", ["/admin/people/nonsense/deactivate/", "/admin/people/00000000000000000000000000000000/deactivate/"])
def test_there_is_no_such_person_or_verb(client, admin, path):
    client.force_login(admin)
    assert client.get(path, follow=True).status_code == 404
    assert client.post(_verb(admin, "crown"), follow=True).status_code == 404


def test_what_staff_may_do(cast, admin, learner):
    late = PersonFactory(is_confirmed=False)
    closed = PersonFactory(is_active=False)
    assert can_look_after(admin, learner)
    assert can_deactivate(admin, learner)
    assert not can_deactivate(admin, admin)
    assert not can_deactivate(admin, closed)
    assert can_activate(admin, closed)
    assert not can_activate(admin, learner)
    assert can_remind(admin, late)
    assert not can_remind(admin, learner)
    erase(person=learner, now=JOINED)
    learner.refresh_from_db()
    assert not any(rule(admin, learner) for rule in (can_look_after, can_deactivate, can_activate, can_remind))
    for who in ("stranger", "editor", "partner", "moderator"):
        assert not any(rule(cast[who], late) for rule in (can_look_after, can_deactivate, can_activate, can_remind))
    assert not Message.objects.exists()


def test_the_settings_of_staff_leave_out_what_the_account_page_holds(client, editor):
    client.force_login(editor)
    page = client.get("/admin/account/")
    assert page.status_code == 200
    assert {panel.name for panels in page.context["panels_by_tab"].values() for panel in panels}.isdisjoint(
        {"name_email", "avatar", "password"}
    )
    assert client.post(
        "/admin/account/",
        {"locale-preferred_language": "fr", "theme-theme": "system", "theme-contrast": "system", "theme-density": "default"},
    ).status_code in (200, 302)
