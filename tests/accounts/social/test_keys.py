"""The keys of other houses come from the environment."""

import pytest
from django.test import RequestFactory

from accounts.entrance.houses import house_named, offered
from accounts.entrance.social_adapter import SocialAdapter
from config.settings.parts.people import _house

pytestmark = pytest.mark.django_db


def test_a_house_has_settings_once_both_keys_are_there(monkeypatch):
    for name in ("CLIENT_ID", "CLIENT_SECRET"):
        monkeypatch.delenv(f"GOOGLE_{name}", raising=False)
    assert _house("GOOGLE") is None
    monkeypatch.setenv("GOOGLE_CLIENT_ID", "id")
    assert _house("GOOGLE") is None
    monkeypatch.setenv("GOOGLE_CLIENT_SECRET", "hush")
    assert _house("GOOGLE", SCOPE=["email"]) == {
        "APPS": [{"client_id": "id", "secret": "hush"}],
        "OAUTH_PKCE_ENABLED": True,
        "SCOPE": ["email"],
    }


def test_only_houses_with_keys_are_offered_and_none_is_asked_of_the_database(settings, django_assert_num_queries):
    settings.SOCIALACCOUNT_PROVIDERS = {"facebook": {"APPS": [{"client_id": "id", "secret": "hush"}]}}
    request = RequestFactory().get("/")
    with django_assert_num_queries(0):
        assert [one.id for one in offered(request)] == ["facebook"]
        assert house_named(request, "facebook").name == "Facebook"
        assert house_named(request, "google") is None
        assert house_named(request, "x/../y") is None


def test_keys_are_found_by_house_and_by_id(settings):
    settings.SOCIALACCOUNT_PROVIDERS = {
        "google": {"APPS": [{"client_id": "g", "secret": "hush"}]},
        "twitter_oauth2": {"APPS": [{"client_id": "x", "secret": "hush"}]},
    }
    adapter = SocialAdapter()
    assert {app.provider for app in adapter.list_apps(None)} == {"google", "twitter_oauth2"}
    assert [app.client_id for app in adapter.list_apps(None, provider="google")] == ["g"]
    assert adapter.list_apps(None, provider="google", client_id="x") == []
    assert [app.secret for app in adapter.list_apps(None, client_id="x")] == ["hush"]


def test_a_name_from_another_house_is_cleaned_like_any_other(client, go, house):
    for told, kept in (("Awa\u202e\nDiop", "Awa Diop"), ("x" * 400, "x" * 150), (["odd"], "[&#x27;odd&#x27;]")):
        house.person["name"] = told
        assert f'value="{kept}"' in go(follow=True).text


def test_without_a_name_the_form_asks(client, go, house):
    del house.person["name"]
    assert 'name="name"' in go(follow=True).text


def test_parts_of_a_name_make_one(client, go, house):
    del house.person["name"]
    house.person |= {"given_name": "Awa", "family_name": "Diop"}
    assert 'value="Awa Diop"' in go(follow=True).text
