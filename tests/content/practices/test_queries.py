"""What practices say as plain values, and who keeps their facts."""

from uuid import uuid4

import pytest

from content.practices.models import PracticePage
from content.practices.queries import facts_of, fullness_of, keeper_of, library_of, values_of
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db


def read(page):
    return PracticePage.objects.get(pk=page.pk)


def test_the_original_keeps_the_facts_until_only_a_translation_is_published(shelf):
    english = practice(language="en", rendering="unofficial")
    original = practice(translation_of=english)
    assert keeper_of(english.translation_key) == (original.pk, "pt")
    PracticePage.objects.filter(pk=original.pk).update(live=False)
    assert keeper_of(english.translation_key).language == "en"
    assert keeper_of(uuid4()) is None


def test_facts_are_plain_values_under_the_names_that_the_outside_uses(shelf):
    facts = facts_of(read(whole(countries="BR:offering MZ")))
    assert facts["countries"] == [{"country": "BR", "role": "offering"}, {"country": "MZ", "role": "taking-part"}]
    assert (facts["targets"], facts["instruments"]) == (["8.7"], ["C138", "C182"])
    assert facts["materials"] == [{"title": "Guide", "address": "https://example.org/guide", "document": None}]
    assert facts["pictures"] == []


def test_facts_are_asked_once_for_each_object(shelf, django_assert_num_queries):
    page = read(whole())
    facts_of(page)
    with django_assert_num_queries(0):
        facts_of(page)["themes"]


def test_one_who_changes_what_was_answered_changes_no_other_answer(shelf):
    page = read(whole())
    facts_of(page).pop("themes")
    assert "themes" in facts_of(page)


@pytest.mark.parametrize("count", [1, 3])
def test_facts_cost_the_same_however_many_there_are(shelf, count, django_assert_max_num_queries):
    page = read(whole(countries=" ".join(["BR", "MZ", "PT"][:count]), themes=" ".join(["girls-gender", "financing", "law-policy"][:count])))
    facts_of(read(whole()))
    with django_assert_max_num_queries(8):
        facts_of(page)


def test_a_whole_record_is_full_but_for_nothing(shelf):
    assert fullness_of(read(whole())).percent == 100
    bare = fullness_of(read(practice(countries="", themes="")))
    assert {"country_roles", "theme_links", "objectives"} <= {asked.key for asked in bare.missing}


def test_values_hold_every_text_and_plain_fact(shelf):
    values = values_of(read(whole("Título", sector="mining")))
    assert (values["title"], values["sector"], values["starts_year"], values["acronyms"]) == ("Título", "mining", 2019, [])


def test_the_library_of_a_language_is_found(shelf):
    assert library_of("fr") == shelf["fr"]
    assert library_of("xx") is None
