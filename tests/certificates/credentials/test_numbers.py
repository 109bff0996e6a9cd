"""Numbers that nobody guesses and everybody can copy."""

from hypothesis import given
from hypothesis import strategies as st

from certificates.credentials.numbers import ALPHABET, LENGTH, new_number, read, shown

NUMBER = "0123456789ABCDEFGHJKMNPQRS"


def test_a_number_has_130_bits_of_chance():
    assert len(ALPHABET) ** LENGTH == 2**130
    assert len({new_number() for _time in range(200)}) == 200
    assert all(set(new_number()) <= set(ALPHABET) and len(new_number()) == LENGTH for _time in range(50))


def test_every_sign_comes_up():
    assert set("".join(new_number() for _time in range(300))) == set(ALPHABET)


def test_no_sign_is_mistaken_for_another():
    assert not set(ALPHABET) & set("ILOU")


def test_a_number_is_shown_in_groups():
    assert shown(NUMBER) == "01234-56789-ABCDE-FGHJK-MNPQRS"


def test_what_people_type_is_forgiven():
    for typed in (
        shown(NUMBER),
        shown(NUMBER).lower(),
        "  " + " ".join(NUMBER) + "\n",
        shown(NUMBER).replace("-", " – "),
        NUMBER.replace("0", "O").replace("1", "l"),
        NUMBER.replace("0", "o").replace("1", "I"),
        shown(NUMBER).replace("-", "\u2011"),
    ):
        assert read(typed) == NUMBER, typed


def test_what_is_no_number_is_none():
    for typed in ("", "0", NUMBER[:-1], NUMBER + "0", NUMBER[:-1] + "U", NUMBER[:-1] + "é", "٠" * 26, "0" * 5000, NUMBER[:-1] + "\x00"):
        assert read(typed) is None, typed


def test_letters_that_become_others_as_capitals_are_no_number():
    for typed in (NUMBER[:-2] + "ß", NUMBER[:-1] + "ı", NUMBER[:-1] + "ſ"):
        assert read(typed) is None, typed


@given(st.text(ALPHABET, min_size=LENGTH, max_size=LENGTH))
def test_every_number_survives_being_shown_and_typed(number):
    assert read(shown(number).lower()) == number


@given(st.text(max_size=120))
def test_any_text_is_a_whole_number_or_none(text):
    found = read(text)
    assert found is None or (len(found) == LENGTH and set(found) <= set(ALPHABET))
