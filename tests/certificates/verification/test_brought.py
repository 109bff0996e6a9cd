import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates.verification.brought import Brought, in_file, in_text
from certificates.verification.choices import Refusal
from tests.certificates.proofs.papers import KID, NAMES, NUMBER, SITE, code, ours
from tests.certificates.proofs.test_papers import paper

PROVEN = Brought(NUMBER, is_proven=True, name=NAMES[0])


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        NUMBER.lower(),
        "7QK3M-9XW2R-TB5HJ-8ZC4F-VNDPG6",
        " 7qk3m 9xw2r tb5hj 8zc4f vndpg6 ",
        f"{SITE}/verify/{NUMBER}/",
        f"{SITE}/pt/verify/{NUMBER}",
        "7QK3M9XW2RTB5HJ8ZC4FVNDPG6\n",
    ],
)
def test_a_number_is_read_in_the_ways_that_people_copy_it(text):
    assert in_text(text, ours()) == Brought(NUMBER)


def test_a_whole_code_is_proven_whatever_address_it_has():
    assert in_text(code(), ours()) == PROVEN


@pytest.mark.parametrize("text", ["hello", NUMBER[:-1], NUMBER + "A", "https://example.org/verify/", "x" * 6000, "١٢٣", "#1."])
def test_what_is_nothing_is_nothing(text):
    assert in_text(text, ours()) is None


def test_half_a_code_is_not_taken_for_its_number():
    for cut in (1, 50, 200):
        assert in_text(code()[:-cut], ours()).refusal in {Refusal.UNREADABLE, Refusal.CHANGED}


def test_a_changed_code_is_refused():
    assert in_text(code()[:-90] + "A" + code()[-89:], ours()).refusal in {Refusal.CHANGED, Refusal.UNREADABLE}


def test_a_code_of_another_key_is_refused_with_the_name_of_the_key():
    stranger = Ed25519PrivateKey.generate()
    assert in_text(code(stranger, kid="made-up"), ours()) == Brought(refusal=Refusal.UNKNOWN_KEY, kid="made-up")
    assert in_text(code(stranger), ours()) == Brought(refusal=Refusal.CHANGED, kid=KID)


def test_a_paper_is_proven_by_the_code_inside_it():
    assert in_file(paper(code()), ours()) == PROVEN
    assert in_file(paper(keywords=code()), ours()) == PROVEN


def test_a_paper_with_a_number_and_no_code_gives_the_number_unproven():
    assert in_file(paper(f"{SITE}/verify/{NUMBER}/"), ours()) == Brought(NUMBER)


def test_a_file_with_two_codes_proves_none_of_them():
    assert in_file(paper(code(), code(name="Somebody Else")), ours()) == Brought(refusal=Refusal.MANY)
    assert in_file(paper(code(), code(number="0" * 26)), ours()) == Brought(refusal=Refusal.MANY)


def test_any_other_file_is_nothing():
    assert in_file(paper(), ours()) is None
