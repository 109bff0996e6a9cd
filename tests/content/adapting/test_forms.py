"""What members and editors write into the forms."""

import pytest
from django.forms import ValidationError
from django.utils import timezone

from content.adapting.choices import FIRST_YEAR, LONGEST, TOLD
from content.adapting.forms import AdaptationForm, DecisionForm, key_at
from content.audience.actions import set_level
from tests.content.adapting.conftest import shown, told
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db
YEAR = 2026


def form(page, user, **data):
    return AdaptationForm({"country": "GW", "year": "2025", "kept": "x", **data}, practice=page, user=user, language="pt", year=YEAR)


@pytest.mark.parametrize(
    "where",
    [
        "https://academy.example.org/pt/practices/calendario/",
        "http://testserver/pt/practices/calendario",
        "/fr/practices/calendario/?q=1#cite",
        "pt/practices/calendario/",
        "calendario",
        "https://x/pt-br/practices/calendario/",
    ],
)
def test_a_practice_is_found_by_its_address_however_it_was_copied(calendar, where):
    assert key_at(where, None) == calendar.translation_key


@pytest.mark.parametrize(
    "where",
    ["https://x/", "///", "http://[bad", "\0", "calendario\0x", "https://x/pt/practices/", "%", "x" * 500, "/pt/practices/calendario/../"],
)
def test_other_addresses_are_refused(calendar, where):
    with pytest.raises(ValidationError):
        key_at(where, None)


def test_of_two_practices_with_one_name_the_language_of_the_address_tells(calendar):
    french = whole("Calendrier", slug="calendario", language="fr")
    assert key_at("/fr/practices/calendario/", None) == french.translation_key
    assert key_at("/pt/practices/calendario/", None) == calendar.translation_key
    with pytest.raises(ValidationError):
        key_at("/es/practices/calendario/", None)


def test_renderings_of_one_practice_are_one(calendar):
    for language in ("fr", "en", "es"):
        practice("Outro", language=language, translation_of=calendar)
    assert key_at("/es/practices/calendario/", None) == calendar.translation_key


def test_a_practice_that_one_may_not_read_is_not_confirmed(calendar, member):
    set_level(translation_key=calendar.translation_key, level="members", now=timezone.now())
    with pytest.raises(ValidationError):
        key_at("/pt/practices/calendario/", None)
    assert key_at("/pt/practices/calendario/", member) == calendar.translation_key
    assert key_at("", None) is None


@pytest.mark.parametrize(("year", "is_good"), [(FIRST_YEAR, True), (YEAR, True), (YEAR + 1, False), (FIRST_YEAR - 1, False), (-5, False)])
def test_a_year_has_begun_and_is_likely(calendar, ana, year, is_good):
    assert form(calendar, ana, year=str(year)).is_valid() is is_good


@pytest.mark.parametrize("name", TOLD)
def test_one_answer_is_enough_but_it_says_something(calendar, ana, name):
    empty = {**dict.fromkeys(TOLD, ""), name: "Algo."}
    assert form(calendar, ana, **empty).is_valid()
    assert "changed" in form(calendar, ana, **{**empty, name: " \n "}).errors
    assert name in form(calendar, ana, **{**empty, name: "x" * (LONGEST + 1)}).errors


def test_parts_and_earlier_adaptations_are_asked_for_only_where_there_are_some(calendar, ana, keeper):
    assert {"block_id", "parent"}.isdisjoint(form(calendar, ana).fields)
    told(calendar, ana, "TL")
    assert "parent" not in form(calendar, ana).fields
    row = shown(calendar, ana, keeper, "MZ", place="Tete")
    choices = form(calendar, ana).fields["parent"].choices
    assert [value for value, _name in choices] == ["", str(row.uid)]
    assert choices[1][1] == "Moçambique, Tete, 2025"


def test_the_parent_is_one_of_this_practice_that_is_shown(calendar, ana, keeper):
    row, other = shown(calendar, ana, keeper, "MZ"), shown(whole("Outra"), ana, keeper, "TL")
    assert form(calendar, ana, parent=str(row.uid)).is_valid()
    for wrong in (str(other.uid), "x", "\0"):
        assert "parent" in form(calendar, ana, parent=wrong).errors


def test_what_the_form_gives_is_what_is_kept(calendar, ana):
    held = form(calendar, ana, place=" Bafatá ", own="", contact="a@example.org")
    assert held.is_valid()
    assert held.values["country"].iso2 == "GW"
    assert (held.values["year"], held.values["place"], held.values["became_key"]) == (2025, "Bafatá", None)
    assert "own" not in held.values


def test_a_reason_is_asked_for_only_where_it_is_not_shown(keeper):
    assert DecisionForm({}, user=keeper).is_valid()
    assert DecisionForm({"reason": " "}, user=keeper, is_refused=True).errors.keys() == {"reason"}
    assert DecisionForm({"own": "/pt/practices/no-such/"}, user=keeper).errors.keys() == {"own"}
