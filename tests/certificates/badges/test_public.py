"""What everybody reads about issuers, keys, achievements and revoked places."""

import json
from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from PIL import Image

from certificates.badges import making, queries
from certificates.badges.integrity import is_genuine
from certificates.badges.status import PLACES
from certificates.credentials.choices import Reason, State
from content.media.models import Picture
from tests.certificates.badges.test_status import bits
from tests.factories.accounts import PersonFactory
from tests.factories.certificates import AWARDED, award_of, credential_of, key_pair, template_of

pytestmark = pytest.mark.django_db
NAME = "Sabina Zandamela"


@pytest.fixture(autouse=True)
def fresh(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def credential(issuer, edition):
    return credential_of(award_of(PersonFactory(name=NAME), edition), issuer, said={"percent": 87})


@pytest.fixture
def picture(db):
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "PNG")
    return Picture.objects.create(title="Loom", file=ContentFile(file.getvalue(), name="loom.png"))


def is_missing(client, name, *arguments):
    """Whether nothing is found there, nor where the site sends people who forgot the language."""
    return client.get(reverse(name, args=arguments), follow=True).status_code == 404


def taken_back(credential, state=State.REVOKED, at=AWARDED):
    credential.state, credential.state_at = state, at
    credential.reason_class = Reason.ERROR if state == State.REVOKED else ""
    credential.save()


def every_address(issuer, credential):
    course = credential.award.edition.course_key
    yield "badge-did", []
    yield "badge-keys", []
    yield "badge-key", [issuer.keys.first().kid]
    yield "badge-issuer", [issuer.uid]
    yield "badge-achievement", [course, "completion"]
    yield "badge-picture", [course, "completion"]
    yield "badge-status", [issuer.uid, 0]


def test_strangers_read_all_of_it_from_any_page_and_may_keep_it(client, issuer, credential):
    for name, arguments in every_address(issuer, credential):
        answer = client.get(reverse(name, args=arguments))
        assert answer.status_code == 200, name
        assert answer["Access-Control-Allow-Origin"] == "*", name
        assert answer["Cache-Control"].startswith("public, max-age="), name
        assert answer["X-Content-Type-Options"] == "nosniff", name
        assert "Cookie" not in answer.get("Vary", ""), name
        assert not answer.cookies, name
        again = client.get(reverse(name, args=arguments), headers={"If-None-Match": answer["ETag"]})
        assert again.status_code == 304, name
        assert client.post(reverse(name, args=arguments)).status_code == 405, name


def test_nothing_of_it_tells_of_a_person(client, issuer, credential):
    for name, arguments in every_address(issuer, credential):
        content = client.get(reverse(name, args=arguments)).content
        for word in (NAME, credential.number, str(credential.uid), credential.person.email):
            assert word.encode() not in content, name


def test_it_reads_the_same_however_many_certificates_there_are(client, issuer, edition, credential, django_assert_max_num_queries):
    for _one in range(3):
        credential_of(award_of(PersonFactory(), edition), issuer)
    for name, arguments in every_address(issuer, credential):
        with django_assert_max_num_queries(6):
            client.get(reverse(name, args=arguments))


def test_the_name_of_the_site_leads_to_all_its_keys_retired_ones_too(client, issuer, other_issuer):
    issuer.keys.filter(algorithm="ed25519").update(retired_at=AWARDED + timedelta(days=1))
    document = client.get("/.well-known/did.json").json()
    assert document["id"] == "did:web:academy.example.org"
    kids = {key.kid for one in (issuer, other_issuer) for key in one.keys.all()}
    assert {method["id"] for method in document["verificationMethod"]} == {f"{document['id']}#{kid}" for kid in kids}
    assert document["alsoKnownAs"] == [f"https://academy.example.org/credentials/issuers/{one.uid}" for one in (issuer, other_issuer)]


def test_a_port_is_part_of_the_sites_name(client, settings, issuer):
    settings.SITE_URL = "http://127.0.0.1:8000"
    assert client.get("/.well-known/did.json").json()["id"] == "did:web:127.0.0.1%3A8000"


def test_the_key_set_holds_public_parts_only(client, issuer):
    issuer.keys.update(public_jwk={"kty": "OKP", "crv": "Ed25519", "x": "x", "kid": "k", "d": "secret"})
    assert "secret" not in client.get(reverse("badge-keys")).text


def test_a_key_lies_at_the_address_that_tokens_name(client, issuer):
    for key in issuer.keys.all():
        assert client.get(reverse("badge-key", args=[key.kid])).json() == key.public_jwk
    assert is_missing(client, "badge-key", "unknown")


def test_an_issuer_says_who_it_is(client, issuer):
    issuer.email = "academy@example.org"
    issuer.save()
    profile = client.get(reverse("badge-issuer", args=[issuer.uid])).json()
    assert profile["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    del profile["@context"]
    assert profile == {
        "id": "did:web:academy.example.org",
        "type": ["Profile"],
        "name": "SSTC Academy",
        "url": "https://academy.example",
        "email": "academy@example.org",
    }
    assert is_missing(client, "badge-issuer", uuid4())


def test_an_issuer_shows_its_logo(client, issuer, picture):
    issuer.logo = picture
    issuer.save()
    image = client.get(reverse("badge-issuer", args=[issuer.uid])).json()["image"]
    assert image["id"].startswith("https://academy.example.org/")
    assert image["id"].endswith(".png")
    assert (image["type"], image["caption"]) == ("Image", "SSTC Academy")


def test_an_achievement_is_told_once_somebody_has_it(client, issuer, credential):
    course = credential.award.edition.course_key
    told = client.get(reverse("badge-achievement", args=[course, "completion"])).json()
    assert told["name"] == "Inspeção do trabalho infantil"
    assert "resultDescription" not in told
    assert told.items() >= making.badge(credential)["credentialSubject"]["achievement"].items()
    for key, kind in ((uuid4(), "completion"), (course, "contribution")):
        assert is_missing(client, "badge-achievement", key, kind)
        assert is_missing(client, "badge-picture", key, kind)
    assert client.get(f"/credentials/achievements/{course}/anything", follow=True).status_code == 404


def test_an_achievement_with_grades_says_so(client, issuer, credential):
    credential.template = template_of(issuer, shows_percent=True)
    credential.save()
    told = client.get(reverse("badge-achievement", args=[credential.award.edition.course_key, "completion"])).json()
    assert told["resultDescription"][0]["resultType"] == "Percent"


def marked(client, issuer, part=0):
    answer = client.get(reverse("badge-status", args=[issuer.uid, part]))
    assert answer.status_code == 200
    assert is_genuine(json.loads(answer.content), key_pair("ed25519").public_key())
    return bits(answer.json()["credentialSubject"]["encodedList"])


def test_a_revocation_shows_at_once(client, issuer, edition):
    first, second, third = (credential_of(award_of(PersonFactory(), edition), issuer) for _one in range(3))
    assert marked(client, issuer) == []
    taken_back(second)
    assert marked(client, issuer) == [second.status_index]
    taken_back(first, State.SUPERSEDED, AWARDED)
    assert marked(client, issuer) == [first.status_index, second.status_index]
    assert third.status_index not in marked(client, issuer)


def test_a_withdrawn_name_was_awarded_all_the_same(client, issuer, credential):
    credential.snapshot["name"] = ""
    credential.person, credential.name_hash, credential.salt = None, "hash", "salt"
    taken_back(credential, State.WITHDRAWN)
    assert marked(client, issuer) == []


def test_each_issuer_has_lists_of_its_own(client, issuer, other_issuer, edition):
    taken_back(credential_of(award_of(PersonFactory(), edition), other_issuer))
    assert marked(client, issuer) == []
    assert queries.revoked_in(other_issuer, 0).places == (0,)


def test_a_second_list_begins_where_the_first_is_full(client, issuer, edition):
    issuer.statuses = PLACES + 3
    issuer.save()
    taken_back(credential_of(award_of(PersonFactory(), edition), issuer))
    assert marked(client, issuer, 0) == []
    assert marked(client, issuer, 1) == [3]
    assert is_missing(client, "badge-status", issuer.uid, 2)
    assert is_missing(client, "badge-status", uuid4(), 0)


def test_a_list_is_signed_once_for_each_change(client, issuer, credential, monkeypatch):
    signed = []
    real = making.signed_list
    monkeypatch.setattr("certificates.badges.views.public.signed_list", lambda *given: signed.append(1) or real(*given))
    for _turn in range(3):
        marked(client, issuer)
    taken_back(credential)
    for _turn in range(3):
        marked(client, issuer)
    assert len(signed) == 2


def test_without_a_key_a_sentence_says_so(client, settings, issuer, other_issuer):
    settings.CERTIFICATE_KEYS = {}
    answer = client.get(reverse("badge-status", args=[issuer.uid, 0]))
    assert answer.status_code == 503
    assert "missing" in answer.text
    other_issuer.keys.all().delete()
    assert is_missing(client, "badge-status", other_issuer.uid, 0)
