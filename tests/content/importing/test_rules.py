"""Who may bring documents in and see their reports: the rule and its queryset agree for the whole cast."""

from content.importing.models import ImportedDocument
from content.importing.rules import can_bring_in, can_bring_in_somewhere, can_see, visible_to
from tests.factories.documents import INITIATIVE_EN, SESSION_EN


def test_editors_and_administrators_add_pages(cast, homes):
    assert {role for role, person in cast.items() if can_bring_in_somewhere(person)} == {"editor", "admin"}
    assert {role for role, person in cast.items() if can_bring_in(person, homes["en"])} == {"editor", "admin"}


def test_the_rule_and_the_queryset_agree(cast, bring):
    bring(SESSION_EN)
    bring(INITIATIVE_EN, "initiative").page.delete()
    for person in cast.values():
        assert set(visible_to(person)) == {row for row in ImportedDocument.objects.all() if can_see(person, row)}
    assert visible_to(cast["editor"]).count() == 1
    assert not visible_to(cast["learner"]).exists()
