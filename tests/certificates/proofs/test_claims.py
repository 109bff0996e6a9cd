import json

import pytest

from certificates.proofs.claims import Claim, Unfit
from tests.certificates.proofs.papers import NAMES, NUMBER, claim


def test_the_message_is_an_array_without_spaces_in_the_order_of_the_contract():
    assert claim(name="Ana Sá", course="A, B", edition="1.ª").message() == (
        f'["SSTC1","{NUMBER}","Ana Sá","A, B","1.ª","2026-03-30","sstc-2026"]'.encode()
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_name_comes_back_from_message_and_payload(name):
    made = claim(name=name)
    assert json.loads(made.message())[2] == name
    assert json.loads(made.payload()) == [name, made.course, made.edition, made.awarded_on]


def test_composed_and_decomposed_letters_are_the_same_claim_for_who_signs():
    assert claim(name="Jose\u0301", course="Ac\u0327a\u0303o") == claim(name="José", course="Ação")


def test_who_reads_takes_no_decomposed_letters():
    with pytest.raises(Unfit, match="name"):
        Claim(number=NUMBER, name="Jose\u0301", course="", edition="", awarded_on="2026-03-30", kid="k")


@pytest.mark.parametrize(
    "words",
    [
        {"number": NUMBER.lower()},
        {"number": NUMBER[:-1]},
        {"number": NUMBER[:-1] + "U"},
        {"awarded_on": "30-03-2026"},
        {"awarded_on": "2026-03-30\n"},
        {"kid": "with.dot"},
        {"kid": ""},
    ],
)
def test_what_would_not_fit_into_the_code_is_refused_by_name(words):
    with pytest.raises(Unfit, match=next(iter(words))):
        claim(**words)


def test_no_two_claims_share_a_message_though_commas_and_quotes_move():
    messages = {claim(name=name, course=course).message() for name, course in [("a", "b,c"), ("a,b", "c"), ('a","b', "c"), ("a", 'b","c')]}
    assert len(messages) == 4
