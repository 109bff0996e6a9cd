import re
from datetime import UTC, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from certificates.credentials.choices import Reason, State
from certificates.credentials.models import Paper
from certificates.credentials.numbers import new_number, shown
from certificates.papers.queries import valid_until_moment
from tests.certificates.proofs.papers import NAMES
from tests.certificates.proofs.test_papers import paper
from tests.certificates.verification.papers import code_of, file_of, issued, withdrawn
from tests.factories.certificates import AWARDED, credential_of
from tests.factories.learning import edition_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def credential(learner, edition, issuer):
    return issued(learner, edition, issuer)


def page_of(credential, client=None, language="en"):
    return (client or Client()).get(f"/{language}/verify/{credential.number}/")


def text_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def bring(data, name="certificate.pdf", address="127.0.0.1"):
    return Client(REMOTE_ADDR=address).post("/en/verify/", {"paper": SimpleUploadedFile(name, data, "application/pdf")})


def change(credential, state, **fields):
    for name, value in ({"state": state, "state_at": AWARDED + timedelta(days=30)} | fields).items():
        setattr(credential, name, value)
    credential.save()


def test_a_valid_certificate_says_what_the_paper_says(credential):
    answer = page_of(credential)
    text = text_of(answer)
    assert answer.status_code == 200
    said = ("This certificate is valid", "Inês Mutombo", "Inspeção do trabalho infantil", "Inspection of child labour", "2027", "27 hours")
    for words in (*said, "April 2, 2027", "SSTC Academy", shown(credential.number)):
        assert words in text
    assert 'data-is="valid"' in answer.content.decode()
    assert '<dd lang="pt">Inspeção' in answer.content.decode()


def test_nothing_is_said_that_the_paper_does_not_say(credential, learner):
    words = credential.snapshot | {"percent": 61, "country": "MZ"}
    type(credential).objects.filter(pk=credential.pk).update(snapshot=words, reason="a note of the staff", share_token="secret-token")
    html = page_of(credential).content.decode()
    shown_words = re.sub(r"<[^>]+>", " ", re.search(r'<dl class="facts">.*?</dl>', html, re.DOTALL)[0])
    assert not re.search(r"61|MZ|Mozambique", shown_words)
    for secret in (learner.email, "a note of the staff", "secret-token", str(credential.uid), str(learner.uid)):
        assert secret not in html


@pytest.mark.parametrize("name", NAMES)
def test_every_name_stands_on_the_page_as_it_is(learner, edition, issuer, name):
    made = issued(learner, edition, issuer, said={"name": name})
    page = page_of(made).content.decode()
    assert name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#x27;") in page


def test_a_replaced_certificate_leads_to_the_newer_one_and_does_not_repeat_the_old_name(credential, issuer):
    change(credential, State.SUPERSEDED)
    newer = credential_of(credential.award, issuer, said={"name": "Inês Mutombo Cruz"}, supersedes=credential)
    answer = page_of(credential)
    assert "Replaced by a newer certificate" in text_of(answer)
    assert f"/en/verify/{newer.number}/" in answer.content.decode()
    assert "Mutombo" not in answer.content.decode()
    assert "Inês Mutombo Cruz" in text_of(page_of(newer))


def test_a_revoked_certificate_says_when_and_the_class_of_the_reason(credential):
    change(credential, State.REVOKED, reason_class=Reason.ERROR, reason="She was mixed up with her cousin.")
    text = text_of(page_of(credential))
    assert "Revoked on May 2, 2027 by the issuer. Reason: Issued by mistake." in text
    assert "cousin" not in text


def test_an_expired_certificate_says_until_when(credential):
    credential.valid_until = timezone.now() - timedelta(days=2)
    credential.issued_at = credential.valid_until - timedelta(days=700)
    credential.save()
    assert "This certificate has expired" in text_of(page_of(credential))
    assert 'data-is="expired"' in page_of(credential).content.decode()


def test_the_last_day_is_the_one_on_the_paper_wherever_it_ends(learner, course, issuer):
    edition = edition_of(course, zone="America/Sao_Paulo")
    made = issued(learner, edition, issuer, said={"valid_until": "2029-02-28"})
    made.valid_until = valid_until_moment(made.words, edition)
    made.save()
    assert made.valid_until.astimezone(UTC).day == 1
    text = text_of(page_of(made))
    assert "Feb. 28, 2029" in text
    assert "March 1, 2029" not in text
    made.issued_at, made.valid_until = AWARDED, timezone.now() - timedelta(days=1)
    made.save()
    assert "It was valid until Feb. 28, 2029." in text_of(page_of(made))


def test_of_an_erased_account_number_course_and_date_remain(credential):
    withdrawn(credential)
    answer = page_of(credential)
    text = text_of(answer)
    for words in ("Awarded; the name was withdrawn", "Inspeção do trabalho infantil", "April 2, 2027", shown(credential.number)):
        assert words in text
    for gone in ("Mutombo", "27 hours", "Moz"):
        assert gone not in text
    assert credential.name_hash not in answer.content.decode()
    assert credential.salt not in answer.content.decode()


@pytest.mark.parametrize("typed", ["Inês Mutombo", "ines mutombo", "  INÊS   MUTOMBO "])
def test_the_holder_proves_an_erased_certificate_by_typing_the_name(credential, typed):
    withdrawn(credential)
    answer = Client().post(f"/en/verify/{credential.number}/", {"name": typed})
    assert answer.status_code == 200
    assert "this certificate was awarded to" in text_of(answer)


def test_another_name_proves_nothing(credential):
    withdrawn(credential)
    answer = Client().post(f"/en/verify/{credential.number}/", {"name": "Rui Salgado"})
    assert answer.status_code == 422
    assert "This is not the name" in text_of(answer)
    assert 'value="Rui Salgado"' in answer.content.decode()


def test_a_certificate_that_has_its_name_is_asked_for_none(credential):
    assert Client().post(f"/en/verify/{credential.number}/", {"name": "Rui"}).url == f"/en/verify/{credential.number}/"


def test_a_revoked_certificate_of_an_erased_account_stays_revoked_and_can_be_proven(credential):
    change(withdrawn(credential), State.REVOKED, reason_class=Reason.OTHER)
    answer = Client().post(f"/en/verify/{credential.number}/", {"name": "Inês Mutombo"})
    assert "This certificate was revoked" in text_of(answer)
    assert "this certificate was awarded to" in text_of(answer)


@pytest.mark.parametrize("path", [new_number(), "hello", "offline", "0" * 26, "O" * 30, "%00" * 26, "é" * 26])
def test_a_number_that_nobody_has_is_not_found_and_stays_in_the_form(path, issuer):
    answer = Client().get(f"/en/verify/{path}/")
    assert answer.status_code == 404
    assert "No certificate has this number" in text_of(answer)


def test_a_number_is_forgiven_its_case_its_dashes_and_its_look_alikes(credential):
    typed = shown(credential.number).lower().replace("0", "o").replace("1", "l")
    answer = Client().get(f"/en/verify/{typed}/")
    assert answer.url == f"/en/verify/{credential.number}/"
    assert Client().post("/en/verify/", {"number": typed}).url == f"/en/verify/{credential.number}/"


@pytest.mark.parametrize(("number", "sentence"), [("", "Type the number"), ("hello", "26 letters and digits"), ("a" * 7000, "characters")])
def test_what_is_no_number_gets_a_sentence_and_stays_in_its_field(issuer, number, sentence):
    answer = Client().post("/en/verify/", {"number": number})
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_a_whole_code_is_answered_as_proven(credential):
    answer = Client().post("/en/verify/", {"number": code_of(credential)})
    assert answer.status_code == 200
    assert "the academy signed these words" in text_of(answer)
    assert "This certificate is valid" in text_of(answer)


def test_a_code_with_another_name_is_refused(credential):
    text = code_of(credential)
    credential.snapshot = credential.snapshot | {"name": "Rui Salgado"}
    mixed = ".".join([*code_of(credential).split(".")[:-1], text.split(".")[-1]])
    answer = Client().post("/en/verify/", {"number": mixed})
    assert "Not genuine" in text_of(answer)
    assert "This certificate is valid" not in text_of(answer)


def test_the_paper_itself_is_known_as_the_file_that_was_issued(credential):
    answer = bring(file_of(credential))
    assert "exactly the one that was issued" in text_of(answer)
    assert "Inês Mutombo" in text_of(answer)


def test_of_a_file_that_may_have_been_printed_before_hashes_were_kept_nothing_is_said(credential):
    data = file_of(credential)
    for gone in (Paper.objects.update, lambda **_fields: Paper.objects.all().delete()):
        gone(sha256="0" * 64, made_at=AWARDED + timedelta(days=9))
        answer = text_of(bring(data))
        assert "the academy signed these words" in answer
        assert "as it was issued" not in answer


def test_a_file_with_a_genuine_code_and_other_bytes_is_said_to_be_another_file(credential):
    answer = bring(file_of(credential) + b"\n%more")
    assert "the file is not as it was issued" in text_of(answer)
    assert "exactly the one" not in text_of(answer)


def test_a_file_with_a_number_and_no_code_is_said_to_prove_nothing(credential):
    answer = bring(paper(f"https://academy.example/verify/{credential.number}/"))
    assert "holds a number, but no proof" in text_of(answer)
    assert "the academy signed these words" not in text_of(answer)


def test_the_paper_of_an_erased_account_is_proven_by_its_code(credential):
    data = file_of(credential)
    withdrawn(credential)
    credential.papers.all().delete()
    assert "this certificate was awarded to “Inês Mutombo”" in text_of(bring(data))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not a PDF"),
        (b"GIF89a", "not a PDF"),
        (b"%PDF-1.7", "holds no code"),
        (b"%PDF-1.7" + b"x" * 1024 * 1024, "too big"),
    ],
)
def test_a_file_that_is_no_paper_gets_a_sentence(issuer, data, sentence):
    answer = bring(data, name="../../etc/passwd.pdf")
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_a_code_that_we_signed_and_do_not_know_is_said_so(credential):
    text = code_of(credential)
    type(credential).objects.filter(pk=credential.pk).update(number="0" * 26)
    answer = Client().post("/en/verify/", {"number": text})
    assert answer.status_code == 404
    assert "its records do not have it" in text_of(answer)
