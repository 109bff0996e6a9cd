"""Badges handed out."""

import json
from base64 import urlsafe_b64decode
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from django.urls import reverse
from PIL import Image

from certificates.badges.integrity import is_genuine
from certificates.badges.making import badge
from certificates.badges.views import files
from certificates.credentials.choices import Reason, State
from certificates.credentials.numbers import new_number, shown
from tests.certificates.badges.certificate import NAMES
from tests.factories.certificates import AWARDED, award_of, credential_of, key_pair, template_of

pytestmark = pytest.mark.django_db
FORMS = ("json", "jwt", "png", "svg")


@pytest.fixture
def held(issuer, edition, learner):
    return credential_of(award_of(learner, edition), issuer, said={"name": NAMES["vietnamese"]})


def address(credential, form="json"):
    return reverse(f"badge-{form}", args=[credential.number])


def share(credential, is_shared=True):
    credential.is_shared, credential.share_token = is_shared, "token" if is_shared else None
    credential.save()


@pytest.mark.parametrize(
    ("form", "kind"),
    [("json", "application/json"), ("jwt", "text/plain; charset=utf-8"), ("png", "image/png"), ("svg", "image/svg+xml")],
)
def test_the_holder_is_handed_her_badge_as_a_file_that_runs_nothing(client, learner, held, form, kind):
    client.force_login(learner)
    answer = client.get(address(held, form))
    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert answer["Content-Disposition"] == f'attachment; filename="badge-{held.number}.{form}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert "private" in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer


def test_each_form_holds_the_same_genuine_badge(client, learner, held):
    client.force_login(learner)
    as_json = client.get(address(held)).json()
    picture = Image.open(BytesIO(client.get(address(held, "png")).content))
    drawing = fromstring(client.get(address(held, "svg")).content)
    payload = client.get(address(held, "jwt")).text.split(".")[1]
    claims = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    assert is_genuine(as_json, key_pair("ed25519").public_key())
    assert json.loads(picture.text["openbadgecredential"]) == as_json
    assert json.loads(drawing[0].text) == as_json
    assert claims["credentialSubject"] == as_json["credentialSubject"]
    assert as_json["credentialSubject"]["name"] == NAMES["vietnamese"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_badge_comes_each_time_and_is_not_sent_twice(client, learner, held, form):
    client.force_login(learner)
    first, second = (client.get(address(held, form)) for _turn in range(2))
    assert first.content == second.content
    assert client.get(address(held, form), headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("form", FORMS)
def test_a_private_badge_is_hidden_from_everybody_else(client, cast, held, form):
    for role, user in cast.items():
        client.logout()
        if user.is_authenticated:
            client.force_login(user)
        assert client.get(address(held, form)).status_code == (200 if role == "learner" else 404), role


@pytest.mark.parametrize("form", FORMS)
def test_a_shared_badge_is_for_everybody_until_she_stops_sharing(client, held, form):
    share(held)
    answer = client.get(address(held, form))
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, "*")
    share(held, is_shared=False)
    assert client.get(address(held, form)).status_code == 404


@pytest.mark.parametrize("state", [State.REVOKED, State.SUPERSEDED])
def test_what_no_longer_holds_is_refused_to_its_holder_in_words_and_hidden_from_others(client, learner, held, state):
    share(held)
    held.state, held.state_at = state, AWARDED
    held.reason_class = Reason.ERROR if state == State.REVOKED else ""
    held.save()
    assert client.get(address(held)).status_code == 404
    client.force_login(learner)
    answer = client.get(address(held))
    assert answer.status_code == 403
    assert "This certificate no longer holds." in answer.text


def test_a_number_is_read_however_it_is_written_and_an_unknown_one_is_not_found(client, learner, held):
    client.force_login(learner)
    assert client.get(f"/credentials/{shown(held.number).lower()}/badge.json").status_code == 200
    for number in (new_number(), "x", "1" * 200):
        assert client.get(f"/credentials/{number}/badge.json").status_code == 404


def test_only_reading_is_answered(client, learner, held):
    client.force_login(learner)
    assert client.head(address(held)).status_code == 200
    assert client.post(address(held)).status_code == 405


def test_a_grade_is_in_the_badge_only_where_the_paper_shows_it(issuer, edition, learner):
    one = credential_of(award_of(learner, edition), issuer, said={"percent": 87})
    assert "result" not in badge(one)["credentialSubject"]
    one.template = template_of(issuer, shows_percent=True)
    assert badge(one)["credentialSubject"]["result"][0]["value"] == "87"


def test_without_a_private_key_a_sentence_says_so(client, settings, learner, held):
    settings.CERTIFICATE_KEYS = {}
    client.force_login(learner)
    for form in FORMS:
        answer = client.get(address(held, form))
        assert answer.status_code == 503
        assert answer.text.startswith("Badges cannot be signed at present.")


def test_a_network_that_asks_without_end_is_slowed_down(client, monkeypatch, learner, held):
    monkeypatch.setattr(files, "MOST", 2)
    client.force_login(learner)
    assert [client.get(address(held)).status_code for _turn in range(3)] == [200, 200, 429]
    assert client.get(address(held))["Retry-After"] == "3600"


def test_a_moved_site_names_itself_anew(client, settings, learner, held):
    client.force_login(learner)
    settings.SITE_URL = "https://moved.example.org"
    made = client.get(address(held)).json()
    assert made["issuer"]["id"] == "did:web:moved.example.org"
    assert made["proof"][0]["verificationMethod"].startswith("did:web:moved.example.org#")
    assert is_genuine(made, key_pair("ed25519").public_key())
