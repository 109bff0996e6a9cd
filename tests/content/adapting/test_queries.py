"""The family of a practice, seen from each of its members."""

import pytest
from django.utils import timezone

from content.adapting.models import Adaptation
from content.adapting.queries import family_of, origins_of, waiting_for
from content.audience.actions import set_level
from tests.content.adapting.conftest import NOW, shown, told
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db


def drawn(node):
    """Return a tree as nested names: country of an adaptation or title of a practice, a star where one is."""
    name = node.adaptation.country.iso2 if node.adaptation else node.title
    return (f"{name}*" if node.is_here else name, [drawn(child) for child in node.children])


def family(page, user=None, language="pt"):
    root = family_of(page.translation_key, user=user, language=language)
    return drawn(root) if root else None


@pytest.fixture
def three(calendar, ana, keeper):
    """A practice, adapted in two countries; one of them became a record that was adapted again, the other was adapted further."""
    child = whole("Caju", countries="GW")
    shown(calendar, ana, keeper, "GW", year=2024, became_key=child.translation_key)
    coffee = shown(calendar, ana, keeper, "TL", year=2025)
    shown(calendar, ana, keeper, "MZ", year=2026, parent=coffee)
    shown(child, ana, keeper, "SN", year=2026)
    return calendar, child


def test_a_practice_without_adaptations_has_no_family(calendar, ana):
    told(calendar, ana)
    assert family(calendar) is None


def test_the_family_is_the_same_from_both_ends(three):
    calendar, child = three
    assert family(calendar) == ("Calendário*", [("GW", [("SN", [])]), ("TL", [("MZ", [])])])
    assert family(child) == ("Calendário", [("GW*", [("SN", [])]), ("TL", [("MZ", [])])])
    assert origins_of(child.translation_key) == [calendar.translation_key]


def test_titles_are_in_the_readers_language_where_they_are(three):
    calendar, child = three
    practice("Calendrier", language="fr", translation_of=calendar)
    root = family_of(child.translation_key, user=None, language="fr")
    assert (root.title, root.code) == ("Calendrier", "fr")
    assert root.children[0].title == "Caju"


def test_an_origin_that_one_may_not_read_is_not_named(three, member):
    calendar, child = three
    set_level(translation_key=calendar.translation_key, level="members", now=timezone.now())
    assert family(child) == ("Caju*", [("SN", [])])
    assert family(child, member)[0] == "Calendário"
    assert family(calendar) is None


def test_a_record_that_one_may_not_read_leaves_its_adaptation_without_a_link(three):
    calendar, child = three
    set_level(translation_key=child.translation_key, level="members", now=timezone.now())
    root = family_of(calendar.translation_key, user=None, language="pt")
    assert (root.children[0].title, root.children[0].children) == ("", [])


def test_a_circle_in_the_rows_is_walked_once(calendar, ana, keeper):
    child = whole("Filha")
    shown(calendar, ana, keeper, "GW", became_key=child.translation_key)
    row = shown(child, ana, keeper, "TL")
    Adaptation.objects.filter(pk=row.pk).update(became_key=calendar.translation_key)
    assert family(calendar) is not None
    assert len(origins_of(calendar.translation_key)) == 1


def test_an_adaptation_whose_parent_is_hidden_hangs_on_the_practice(three):
    calendar, _child = three
    Adaptation.objects.filter(country__iso2="TL").update(state="refused")
    assert family(calendar) == ("Calendário*", [("GW", [("SN", [])]), ("MZ", [])])


@pytest.mark.parametrize("many", [1, 3])
def test_a_family_asks_the_same_few_questions(calendar, ana, keeper, many, django_assert_max_num_queries):
    for number in range(many):
        shown(calendar, ana, keeper, "GW", year=2000 + number)
    with django_assert_max_num_queries(4):
        root = family_of(calendar.translation_key, user=None, language="pt")
    assert len(root.children) == many


def test_editors_see_what_waits_the_oldest_first_but_not_their_own(calendar, ana, keeper):
    first, second = told(calendar, ana), told(calendar, ana, "TL")
    told(calendar, keeper, "BR")
    assert list(waiting_for(keeper)) == [first, second]
    assert list(waiting_for(ana)) == []
    assert first.sent_at == NOW
