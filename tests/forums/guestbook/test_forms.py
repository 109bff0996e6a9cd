"""What guests type."""

import pytest
from django import forms

from forums.guestbook.forms import CorrectForm, ForgetForm, GuestFields, LinkForm, NameForm, one_line

GIVEN = {"name": "Awa Diop", "email": "Awa@Example.org", "is_accepted": "on", "is_of_age": "on"}


def test_an_address_is_kept_in_small_letters():
    form = GuestFields(GIVEN)
    assert form.is_valid()
    assert form.cleaned_data["email"] == "awa@example.org"


@pytest.mark.parametrize("name", ["", " ", "…", "\u200b\u200b", "\u202e", "x" * 81])
def test_a_name_that_nobody_can_read_is_refused(name):
    assert "name" in NameForm({"name": name}).errors


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Awa   Diop ", "Awa Diop"),
        ("Awa\u202eDiop", "AwaDiop"),
        ("Awa\nDiop", "Awa Diop"),
        ("N'Golo Kanté", "N'Golo Kanté"),
        ("李 娜", "李 娜"),
    ],
)
def test_a_name_is_one_line_of_what_can_be_seen(typed, kept):
    assert one_line(typed) == kept


def test_a_name_of_signs_only_is_none():
    with pytest.raises(forms.ValidationError):
        one_line("-- --")


@pytest.mark.parametrize("email", ["", "x", "a@b", "a@b.org,c@d.org", "a@b.org\r\nBcc: c@d.org", "x" * 250 + "@b.org"])
def test_what_is_no_single_address_is_refused(email):
    assert "email" in GuestFields(GIVEN | {"email": email}).errors
    assert "email" in LinkForm({"email": email}).errors


@pytest.mark.parametrize("tick", ["is_accepted", "is_of_age"])
def test_terms_and_age_are_ticked(tick):
    assert tick in GuestFields({key: value for key, value in GIVEN.items() if key != tick}).errors


def test_a_corrected_text_has_our_line_ends():
    form = CorrectForm({"text": " un\r\ndeux \n"})
    assert form.is_valid()
    assert form.cleaned_data["text"] == "un\ndeux"


def test_being_forgotten_is_sure_and_says_what_of_the_texts():
    assert ForgetForm({"texts": "keep", "is_sure": "on"}).is_valid()
    assert set(ForgetForm({"texts": "all"}).errors) == {"texts", "is_sure"}
