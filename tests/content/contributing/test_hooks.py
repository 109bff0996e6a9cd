"""What this room answers when others ask."""

import pytest
from django.test import RequestFactory

from content.contributing import actions
from content.contributing.queries import answers_of, held_about
from content.contributing.wagtail_hooks import account_panel, library_links, personal_data, practice_authors
from content.reviewing import actions as reviewing
from content.reviewing.refusals import Refused
from tests.factories.contributions import NOW, contribution

pytestmark = pytest.mark.django_db


def test_the_account_and_the_library_lead_to_contributing():
    request = RequestFactory().get("/")
    assert account_panel(request)["url"] == "/pt/library/contribute/"
    assert library_links(request, "theme=child-labour")[0][1] == "/pt/library/contribute/"


def test_her_own_copy_holds_her_answers_and_nobody_elses(learner, other):
    contribution(learner)
    contribution(other, title="De outra")
    [held] = personal_data(learner)["contributions"]
    assert held["answers"]["institution"] == "Inspeção-Geral do Trabalho"
    assert [one["title"] for one in held_about(other)] == ["De outra"]


def test_authors_never_review_what_they_wrote_along(row, learner, reviewer):
    held = actions.invite(contribution=row, email=reviewer.email, language="pt", by=learner, now=NOW)
    actions.join(co_author=held, person=reviewer, now=NOW)
    page = actions.send(contribution=row, by=learner, now=NOW)
    assert practice_authors([row.key]) == {row.key: {learner.pk, reviewer.pk}}
    with pytest.raises(Refused):
        reviewing.take_up(page=page, by=reviewer, now=NOW)


def test_taking_back_brings_an_editors_words_along(row, learner, editor):
    page = actions.send(contribution=row, by=learner, now=NOW)
    mended = page.get_latest_revision_as_object()
    mended.institution = "IGT"
    mended.save_revision(user=editor)
    actions.take_back(contribution=row, by=learner, now=NOW)
    actions.take_over(contribution=type(row).objects.get(pk=row.pk), now=NOW)
    assert answers_of(row)["institution"] == "IGT"
