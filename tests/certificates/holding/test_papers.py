"""Papers: to the holder and to whoever has her link, to nobody else."""

from urllib.parse import unquote

import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from certificates.credentials.numbers import new_number, shown
from certificates.holding.actions import share, stop_sharing
from certificates.holding.rules import can_hold, held_by
from tests.certificates.holding.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.papers import PDF, paper_of

pytestmark = pytest.mark.django_db


def paper_url(credential):
    return reverse("certificate-paper", args=[credential.number])


def body(answer):
    return b"".join(answer.streaming_content)


def test_the_holder_gets_her_pdf_under_her_name(as_ines, credential):
    answer = as_ines.get(paper_url(credential))
    assert body(answer) == PDF
    assert answer["Content-Type"] == "application/pdf"
    said = unquote(answer["Content-Disposition"])
    assert said.startswith("attachment")
    assert f"Inês Mutombo - {shown(credential.number)}.pdf" in said
    assert "private" in answer["Cache-Control"]
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh", "محمد بن عبد الله", "李小龙", "Madonna", "n" * 120, '"; evil=1 \\ ../x'])
def test_every_name_is_a_good_file_name(as_ines, credential, name):
    credential.snapshot["name"] = name
    credential.save()
    answer = as_ines.get(paper_url(credential))
    assert answer.status_code == 200
    said = unquote(answer["Content-Disposition"])
    assert shown(credential.number) in said
    assert not set(said.partition("filename")[2].partition("''")[2] or said.partition('="')[2].rstrip('"')) & set('"/\\:*?<>|')


def test_it_is_had_in_the_languages_asked_for(as_ines, credential):
    paper_of(credential, b"%PDF fr", languages="fr", made_at=NOW)
    assert body(as_ines.get(paper_url(credential) + "?languages=pt,en")) == PDF
    assert body(as_ines.get(paper_url(credential))) == b"%PDF fr"
    assert as_ines.get(paper_url(credential) + "?languages=xx").status_code == 404


def test_anothers_pdf_is_not_there(client, credential, cast):
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        answer = client.get(paper_url(credential))
        if role == "stranger":
            assert "/account/login/" in answer["Location"]
        else:
            assert answer.status_code == 404, role


def test_every_screen_of_a_certificate_is_its_holders_alone(client, credential, cast):
    names = ("certificate", "certificate-paper", "certificate-correct", "certificate-share", "certificate-languages")
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        for name in names:
            for answer in (client.get(reverse(name, args=[credential.number])), client.post(reverse(name, args=[credential.number]))):
                if role == "stranger":
                    assert answer.status_code in (302, 403, 405), (role, name)
                else:
                    assert answer.status_code in (404, 405), (role, name)
                assert "Inês Mutombo" not in (answer.text if not answer.streaming else "") or role == "learner", (role, name)


def test_the_rule_and_its_twin_agree(credential, cast, ines):
    for person in (*cast.values(), ines):
        assert can_hold(person, credential) == held_by(person).filter(pk=credential.pk).exists()


@pytest.mark.parametrize("number", ["x", new_number(), "0" * 26, "../../etc", "%00"])
def test_a_number_that_is_none_is_not_there(as_ines, credential, number):
    assert as_ines.get(f"/en/certificates/{number}/").status_code == 404
    assert as_ines.get(f"/en/certificates/{number}/certificate.pdf").status_code == 404


def test_a_number_is_read_however_it_is_written(as_ines, credential):
    assert as_ines.get(reverse("certificate", args=[shown(credential.number).lower()])).status_code == 200


@pytest.mark.parametrize("state", ["revoked", "superseded"])
def test_what_was_taken_back_is_not_handed_out(as_ines, credential, state):
    type(credential).objects.update(state=state, state_at=NOW, reason_class="error")
    assert as_ines.get(paper_url(credential)).status_code == 404
    assert as_ines.get(reverse("certificate", args=[credential.number])).status_code == 200


def test_a_file_that_is_gone_is_a_404(as_ines, credential):
    default_storage.delete(credential.papers.get().file)
    assert as_ines.get(paper_url(credential)).status_code == 404


def shared_url(credential):
    credential.refresh_from_db()
    return reverse("certificate-shared", args=[credential.share_token])


def test_a_link_shows_it_to_whoever_has_it_and_only_as_long_as_it_is_on(as_ines, credential):
    where = reverse("certificate-share", args=[credential.number])
    assert as_ines.get(where).status_code == 405
    assert as_ines.post(where)["Location"].endswith("#share")
    link, anybody = shared_url(credential), Client()
    page = anybody.get(link)
    for words in ("Inês Mutombo", "Inspection of child labour", shown(credential.number), 'content="noindex"'):
        assert words in page.text
    assert "ines@example.org" not in page.text
    assert body(anybody.get(f"{link}certificate.pdf")) == PDF
    assert link in as_ines.get(reverse("certificate", args=[credential.number])).text
    as_ines.post(where, {"stop": "1"})
    assert anybody.get(link).status_code == 404
    assert anybody.get(f"{link}certificate.pdf").status_code == 404


def test_a_link_taken_back_stays_dead_when_another_is_made(credential):
    share(credential=credential, now=NOW)
    old = shared_url(credential)
    share(credential=credential, now=NOW)
    assert shared_url(credential) == old
    stop_sharing(credential=credential, now=NOW)
    stop_sharing(credential=credential, now=NOW)
    share(credential=credential, now=NOW)
    assert shared_url(credential) != old
    assert Client().get(old).status_code == 404


@pytest.mark.parametrize("state", ["revoked", "superseded"])
def test_a_link_shows_nothing_of_what_was_taken_back(as_ines, credential, state):
    share(credential=credential, now=NOW)
    link = shared_url(credential)
    type(credential).objects.update(state=state, state_at=NOW, reason_class="error")
    assert Client().get(link).status_code == 404
    assert as_ines.post(reverse("certificate-share", args=[credential.number])).status_code == 403


def test_nobody_makes_a_link_for_what_does_not_count(credential):
    type(credential).objects.update(state="revoked", state_at=NOW, reason_class="error")
    assert not share(credential=credential, now=NOW).is_shared


@pytest.mark.parametrize("token", ["x", "None", "a" * 200])
def test_a_guessed_link_is_not_there(client, credential, token):
    assert client.get(f"/en/certificates/shared/{token}/").status_code == 404


def test_the_page_of_one_leads_to_everything(as_ines, credential):
    page = as_ines.get(reverse("certificate", args=[credential.number])).text
    for name in ("certificate-correct", "verify-number", "badge-png", "badge-svg", "badge-json", "badge-jwt"):
        assert reverse(name, args=[credential.number]) in page, name
    assert "linkedin.com" in page
    assert "27 hours" in page


def test_an_erased_holder_is_out(client, credential):
    person = PersonFactory()
    client.force_login(person)
    type(credential).objects.update(person=None)
    assert client.get(paper_url(credential)).status_code == 404
