import io
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.management import CommandError, call_command
from django.test import Client

from certificates.credentials.choices import Reason, State
from tests.certificates.proofs.papers import KID, NAMES, NUMBER, SITE, claim, code, jwk
from tests.certificates.proofs.test_papers import paper
from tests.certificates.verification.papers import code_of, file_of, issued
from tests.factories.certificates import AWARDED


@pytest.fixture
def keys(tmp_path):
    (tmp_path / "keys.json").write_text(json.dumps({"keys": [jwk()]}))
    return str(tmp_path / "keys.json")


def run(*what, **options):
    out = io.StringIO()
    call_command("verify_certificate", *what, stdout=out, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_a_code_is_proven_with_a_file_of_keys_and_no_database(keys, name):
    said = run(code(name=name), keys=keys)
    assert said.splitlines()[0] == "genuine: signed with a published key"
    assert f"name: {name}" in said
    assert "number: 7QK3M-9XW2R-TB5HJ-8ZC4F-VNDPG6" in said
    assert "now:" not in said


def test_a_pdf_is_proven_by_the_code_inside_it(keys, tmp_path):
    (tmp_path / "paper.pdf").write_bytes(paper(code()))
    assert f"key: {KID}" in run(str(tmp_path / "paper.pdf"), keys=keys)


def test_a_text_file_holds_a_code_too(keys, tmp_path):
    (tmp_path / "code.txt").write_text(code() + "\n")
    assert "genuine" in run(str(tmp_path / "code.txt"), keys=keys)


def test_words_and_signature_are_proven_without_a_code(keys):
    signature = code().rpartition(".")[2]
    made = claim()
    words = {name: getattr(made, name) for name in ("number", "name", "course", "edition", "awarded_on", "kid")}
    assert "genuine" in run(keys=keys, signature=signature, **words)
    with pytest.raises(CommandError, match=r"not proven \(changed\)"):
        run(keys=keys, signature=signature, **(words | {"name": "Somebody Else"}))


@pytest.mark.parametrize(
    ("what", "reason"),
    [
        (code()[:-3] + "AAA", r"\((changed|unreadable)\)"),
        (code(Ed25519PrivateKey.generate(), kid="made-up"), r"unknown key\): No key named made-up"),
        ("#", "unreadable"),
        ("nothing.pdf", "nothing.pdf"),
        ("", "--number, --name"),
    ],
)
def test_every_other_answer_is_an_error_of_one_line(keys, what, reason):
    with pytest.raises(CommandError, match=reason) as raised:
        run(what, keys=keys)
    assert "\n" not in str(raised.value)


def test_files_that_do_not_help_are_named(keys, tmp_path):
    (tmp_path / "two.pdf").write_bytes(paper(code(), code(name="Ana")))
    (tmp_path / "none.pdf").write_bytes(paper())
    for name, reason in (("two.pdf", "several"), ("none.pdf", "no code")):
        with pytest.raises(CommandError, match=reason):
            run(str(tmp_path / name), keys=keys)


@pytest.mark.parametrize("content", [None, "no keys", "\xff"])
def test_keys_that_cannot_be_read_are_named(tmp_path, content):
    if content is not None:
        (tmp_path / "keys.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(CommandError, match=r"keys\.json"):
        run(code(), keys=str(tmp_path / "keys.json"))


def test_words_that_cannot_be_words_of_a_paper_are_named(keys):
    words = {"number": NUMBER, "name": "Ana", "course": "A", "awarded_on": "yesterday", "kid": KID, "signature": "AA"}
    with pytest.raises(CommandError, match="awarded_on"):
        run(keys=keys, **words)
    with pytest.raises(CommandError, match="letter"):
        run(keys=keys, **(words | {"awarded_on": "2026-03-30", "signature": "AB"}))


@pytest.mark.django_db
def test_with_the_sites_own_keys_it_says_where_the_certificate_stands(learner, edition, issuer, tmp_path):
    credential = issued(learner, edition, issuer)
    assert "now: valid" in run(code_of(credential))
    (tmp_path / "paper.pdf").write_bytes(file_of(credential))
    credential.state, credential.state_at, credential.reason_class = State.REVOKED, AWARDED, Reason.ERROR
    credential.save()
    assert "now: revoked" in run(str(tmp_path / "paper.pdf"))
    type(credential).objects.filter(pk=credential.pk).update(number="0" * 26)
    assert "now: not in the records" in run(str(tmp_path / "paper.pdf"))


@pytest.mark.django_db
def test_the_page_that_was_downloaded_holds_keys_enough(learner, edition, issuer, tmp_path):
    credential = issued(learner, edition, issuer)
    (tmp_path / "page.html").write_bytes(Client().get("/verify/offline/").content)
    assert "genuine" in run(code_of(credential), keys=str(tmp_path / "page.html"))
    with pytest.raises(CommandError, match="unknown key"):
        run(code(site=SITE), keys=str(tmp_path / "page.html"))
