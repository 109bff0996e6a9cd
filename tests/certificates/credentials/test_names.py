"""A name can be proven by who knows it, and read out of the hash by nobody."""

import pytest

from certificates.credentials.names import folded, is_name, name_hash, new_salt
from certificates.credentials.queries import credential_of as found
from certificates.credentials.queries import proves
from tests.factories.certificates import AWARDED, award_of, credential_of

SALT = "c2FsdA=="


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("São Tomé e Príncipe Conceição d'Ávila", "sao tome e principe  CONCEICAO d’avila "),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("محمد بن عبد الله", "محمد  بن عبد الله"),
        ("李小龙", "李小龙"),
        ("ＡＮＡ", "Ana"),
        ("Straße", "STRASSE"),
        ("Zoë", "Zoe\u0308"),
        ("आरती", "आरती"),
    ],
)
def test_a_name_is_known_however_it_is_typed(printed, typed):
    assert folded(printed) == folded(typed)
    assert is_name(typed, kept=name_hash(printed, SALT), salt=SALT)


@pytest.mark.parametrize("typed", ["", "Ana", "Inês Mutomba", "Mutombo Inês", "Inês", "Inês Mutombo Jr"])
def test_another_name_proves_nothing(typed):
    assert not is_name(typed, kept=name_hash("Inês Mutombo", SALT), salt=SALT)


def test_the_same_name_hides_behind_another_hash_each_time():
    assert new_salt() != new_salt()
    assert name_hash("Inês", new_salt()) != name_hash("Inês", new_salt())
    assert "Inês" not in name_hash("Inês", SALT)


def test_nothing_is_proven_where_nothing_is_kept():
    assert not is_name("", kept="", salt="")


def test_a_very_long_name_costs_no_more_than_a_long_one():
    assert folded("a" * 1_000_000) == "a" * 400


def test_a_credential_is_proven_by_its_name_before_and_after_it_is_withdrawn(learner, edition, issuer):
    credential = credential_of(award_of(learner, edition), issuer)
    assert proves(credential, "ines mutombo")
    assert not proves(credential, "")
    credential.salt = new_salt()
    credential.name_hash = name_hash("Inês Mutombo", credential.salt)
    credential.snapshot |= {"name": ""}
    credential.person, credential.state, credential.state_at = None, "withdrawn", AWARDED
    credential.save()
    assert proves(credential, "INÊS MUTOMBO")
    assert not proves(credential, "")
    assert not proves(credential, "Rui Salgado")


def test_a_credential_is_found_by_its_number_as_people_type_it(learner, edition, issuer):
    credential = credential_of(award_of(learner, edition), issuer)
    assert found(credential.number.lower()) == credential
    assert found("0" * 26) is None
    assert found("nothing") is None
