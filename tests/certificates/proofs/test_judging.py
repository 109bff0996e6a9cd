import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from certificates.proofs.judging import Verdict, judge
from certificates.proofs.keys import published
from tests.certificates.proofs.papers import KID, NAMES, SITE, code, jwk, ours

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./:#"


@pytest.mark.parametrize("name", NAMES)
def test_a_genuine_code_is_a_yes(name):
    judged = judge(code(name=name), ours())
    assert judged.is_genuine
    assert judged.proof.claim.name == name


def test_every_place_of_the_text_counts():
    text = code()
    for place, letter in enumerate(text):
        for other in (LETTERS[(LETTERS.index(letter) + 1) % len(LETTERS)], "A" if letter != "A" else "B", letter.swapcase()):
            if other != letter:
                assert not judge(text[:place] + other + text[place + 1 :], ours()).is_genuine, f"{letter} → {other} at {place}"


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_change_of_any_kind_is_a_yes(data):
    text = code()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 5)))
    changed = text[:start] + data.draw(st.text(LETTERS, max_size=5)) + text[end:]
    assert judge(changed, ours()).is_genuine == (changed == text)


@pytest.mark.parametrize("field", ["name", "course", "edition"])
def test_other_words_under_a_genuine_signature_are_a_no(field):
    whole, other = code(), code(**{field: "Something else"})
    mixed = ".".join([*other.split(".")[:-1], whole.split(".")[-1]])
    assert judge(mixed, ours()).verdict == Verdict.CHANGED


def test_an_unknown_key_is_named_whoever_signed():
    judged = judge(code(Ed25519PrivateKey.generate(), kid="made-up"), ours())
    assert judged.verdict == Verdict.UNKNOWN_KEY
    assert judged.proof.claim.kid == "made-up"
    assert "made-up" in judged.reason


def test_a_known_name_with_a_strangers_key_is_a_no():
    assert judge(code(Ed25519PrivateKey.generate(), kid=KID), ours()).verdict == Verdict.CHANGED


def test_genuine_words_that_lead_elsewhere_are_no_yes():
    judged = judge(code(site="https://academy.example.evil"), ours())
    assert judged.verdict == Verdict.OTHER_SITE
    assert "https://academy.example.evil" in judged.reason


def test_without_published_addresses_any_will_do_and_a_former_one_stays_good():
    assert judge(code(site="http://127.0.0.1:8000"), published([jwk()])).is_genuine
    assert judge(code(site="https://old.example"), published([jwk()], [SITE, "https://old.example"])).is_genuine


def test_what_is_no_code_is_unreadable_with_a_reason():
    judged = judge("my certificate", ours())
    assert (judged.verdict, judged.proof) == (Verdict.UNREADABLE, None)
    assert judged.reason
