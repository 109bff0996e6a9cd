"""My account: the overview and the preferences."""

import pytest
from wagtail import hooks

from accounts.preferences.actions import save_preferences
from tests.factories.accounts import JOINED, PersonFactory

pytestmark = pytest.mark.django_db
PREFERENCES = "/en/account/preferences/"
DATA = {
    "name": "Ana Silva",
    "printed_name": "Ana Maria Silva",
    "country": "CV",
    "time_zone": "Atlantic/Cape_Verde",
    "language": "fr",
    "institution": "Ministry",
}


def test_preferences_are_kept_and_the_site_goes_on_in_the_new_language(client, learner):
    client.force_login(learner)
    answer = client.post(PREFERENCES, DATA)
    assert answer.url == "/fr/account/"
    assert answer.cookies["language"].value == "fr"
    learner.refresh_from_db()
    assert {field: getattr(learner, field) for field in DATA} == DATA


def test_without_another_language_one_stays_in_the_one_being_read(client, learner):
    client.force_login(learner)
    assert client.post(PREFERENCES, DATA | {"language": learner.language}).url == "/en/account/"


def test_an_empty_printed_name_becomes_the_name(client, learner):
    client.force_login(learner)
    client.post(PREFERENCES, DATA | {"printed_name": " "})
    learner.refresh_from_db()
    assert learner.printed_name == "Ana Silva"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 151),
        ("country", "ZZ"),
        ("country", ""),
        ("time_zone", "Moon/Base"),
        ("time_zone", ""),
        ("language", "de"),
        ("institution", "x" * 201),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field_and_what_was_typed_stays(client, learner, field, value):
    client.force_login(learner)
    answer = client.post(PREFERENCES, DATA | {field: value})
    assert list(answer.context["form"].errors) == [field]
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert 'value="Ana Maria Silva"' in answer.content.decode()
    learner.refresh_from_db()
    assert learner.name == "Inês Mutombo"


def test_nothing_else_can_be_changed_there(client, learner):
    client.force_login(learner)
    client.post(PREFERENCES, DATA | {"email": "evil@example.org", "is_superuser": "1", "is_staff": "1"})
    save_preferences(person=learner, values={"is_superuser": True, "email": "evil@example.org"}, now=JOINED)
    learner.refresh_from_db()
    assert (learner.email, learner.is_superuser, learner.is_staff) == ("learner@example.org", False, False)


def test_the_overview_shows_the_person_and_where_everything_is(client, learner):
    client.force_login(learner)
    page = client.get("/en/account/").content.decode()
    for path in ("preferences/", "email/", "password/change/", "data/", "notices/", "erase/"):
        assert f'href="/en/account/{path}"' in page
    assert 'action="/en/account/logout/"' in page
    assert "Mozambique" in page
    assert "/admin/" not in page


def test_staff_find_the_editors_screens(client, editor):
    client.force_login(editor)
    assert 'href="/admin/"' in client.get("/en/account/").content.decode()


def test_other_storeys_add_panels(client, learner):
    client.force_login(learner)
    with hooks.register_temporarily("account_panel", lambda request: {"title": "My courses", "url": "/en/mine/", "text": "Two <open>"}):
        page = client.get("/en/account/").content.decode()
    assert 'href="/en/mine/"' in page
    assert "Two &lt;open&gt;" in page
    with hooks.register_temporarily("account_panel", lambda request: None):
        assert client.get("/en/account/").status_code == 200


def test_the_pages_are_kept_by_no_cache(client, learner):
    client.force_login(learner)
    for path in ("", "preferences/", "notices/", "data/", "erase/"):
        assert "no-store" in client.get(f"/en/account/{path}")["Cache-Control"]


def test_somebody_without_country_or_name_sees_her_account(client):
    client.force_login(PersonFactory(name="", country="", password=None, email="bare@example.org"))
    page = client.get("/pt/account/").content.decode()
    assert "/pt/account/password/set/" in page
