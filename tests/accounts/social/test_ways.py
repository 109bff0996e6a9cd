"""Going out to another house and coming back: what is asked for, forged, down, or nonsense."""

import pytest

from accounts.models import User

pytestmark = pytest.mark.django_db
SIGN_UP = "/fr/account/social/signup/"


def test_without_keys_there_is_no_button_and_no_way(client, db):
    for page in ("login", "signup"):
        text = client.get(f"/en/account/{page}/").text
        assert "/account/social/" not in text
    assert client.post("/en/account/social/google/").status_code == 404
    assert client.get("/account/social/google/callback/?code=x&state=y", follow=True).status_code == 404


def test_with_keys_each_page_of_the_door_has_its_buttons_as_forms(client, house):
    for page in ("login", "signup"):
        answer = client.get(f"/en/account/{page}/?next=/en/forums/")
        for name in ("google", "facebook", "twitter_oauth2"):
            assert f'<form method="post" action="/en/account/social/{name}/">' in answer.text
        assert answer.text.count('value="/en/forums/"') == 4
        assert "<script" not in answer.text.partition("<main")[2].partition("</main")[0]
        assert house.base in answer["Content-Security-Policy"].partition("form-action")[2].partition(";")[0]
    assert house.base not in client.get("/en/account/password/reset/")["Content-Security-Policy"]
    assert client.get("/en/account/login/").text.count("Continue with X") == 1


def test_only_a_post_with_its_token_begins(client, house):
    assert client.get("/en/account/social/google/").status_code == 405
    assert type(client)(enforce_csrf_checks=True).post("/en/account/social/google/").status_code == 403
    assert client.post("/en/account/social/nobody/").status_code == 404
    assert not house.asked


def test_the_way_out_bears_state_and_proof_key_and_asks_for_no_more_than_told(client, go, house):
    go()
    assert go.asked["code_challenge_method"] == "S256"
    assert go.asked["redirect_uri"] == "http://testserver/account/social/google/callback/"
    assert set(go.asked["scope"].split()) == {"profile", "email"}
    assert "code_verifier=" in house.asked[0][1]


@pytest.mark.parametrize("state", ["forged", "", "x" * 5000])
def test_a_forged_state_meets_a_kind_page(client, go, house, state):
    client.post("/fr/account/social/google/")
    answer = client.get("/account/social/google/callback/", {"code": "abc", "state": state})
    assert answer.status_code == 403
    assert "/fr/account/login/" in answer.text
    assert not house.asked


def test_a_state_counts_once_and_in_its_own_browser(client, go, house):
    go()
    asked = len(house.asked)
    for browser in (client, type(client)()):
        assert browser.get("/account/social/google/callback/", {"code": "abc", "state": go.asked["state"]}).status_code == 403
    assert len(house.asked) == asked


def test_a_state_given_for_one_house_is_none_for_another(client, go, house):
    client.post("/fr/account/social/google/")
    state = next(iter(client.session["socialaccount_states"]))
    assert client.get("/account/social/facebook/callback/", {"code": "abc", "state": state}).status_code == 403


@pytest.mark.parametrize("name", ["google", "facebook", "twitter_oauth2"])
def test_a_house_that_is_down_meets_a_kind_page(client, go, house, name, caplog):
    house.stop()
    answer = go(name)
    assert answer.status_code == 503
    assert "/fr/account/login/" in answer.text
    assert "did not work" in caplog.text
    assert "abc" not in caplog.text


@pytest.mark.parametrize("name", ["google", "facebook", "twitter_oauth2"])
@pytest.mark.parametrize(
    ("status", "words"), [(500, b"oh"), (200, b"not json"), (200, []), (200, {"access_token": "t", "data": 3}), (200, {})]
)
def test_a_house_that_answers_nonsense_meets_a_kind_page(client, go, house, name, status, words):
    house.status, house.answer = status, words
    answer = go(name)
    assert answer.status_code in (403, 503)
    assert not User.objects.exists()


def test_whoever_does_not_let_the_house_tell_is_told_that_nothing_changed(client, go, house):
    client.post("/fr/account/social/google/")
    state = next(iter(client.session["socialaccount_states"]))
    answer = client.get("/account/social/google/callback/", {"error": "access_denied", "state": state})
    assert answer.status_code == 403
    assert "Google" in answer.text


def test_a_token_for_somebody_else_or_of_another_house_is_refused(client, go, house):
    for claims in ({"aud": "another"}, {"iss": "https://evil.example"}, {"exp": 1}):
        house.person = house.person | claims
        assert go().status_code == 403
    assert "socialaccount_sociallogin" not in client.session


def test_the_form_without_a_house_before_it_leads_to_the_door(client, house):
    assert client.get(SIGN_UP)["Location"] == "/fr/account/login/"
    assert client.post(SIGN_UP, {}).status_code == 302
