"""Two editors at one page: a save over a version that its writer has not seen is kept beside it and never published."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from content.reviewing import actions
from tests.content.reviewing.conftest import NOW, fresh
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(db):
    return PersonFactory(name="Outra Editora", groups=["editor"])


@pytest.fixture
def live(homes, editor):
    page = published(page_below(homes["pt"], title="Módulo", slug="modulo", live=False, owner=editor))
    return fresh(page)


def form(page, seen, **fields):
    """Return what the editor sends of a form that was loaded with the version `seen`."""
    values = {"title": page.title, "slug": page.slug, "lead": "", "seo_title": "", "search_description": "", "translator": ""}
    values |= {"translated_version": "", "rendering": "original", "original_language": "", "body": streamfield([])}
    values |= {"notice": "", "notice_version": "", "access_level": "open"}
    counts = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0, "comments-MAX_NUM_FORMS": 1000}
    loaded = {"loaded_revision_id": seen.pk, "loaded_revision_created_at": seen.created_at.isoformat()}
    return nested_form_data(values | {name: value for name, value in fields.items() if "-" not in name}) | counts | loaded


def post(client, page, person, seen, title, button=""):
    client.force_login(person)
    data = form(page, seen, title=title) | ({button: "1"} if button else {})
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302, response.context and response.context["form"].errors
    return response, " ".join(str(message) for message in get_messages(response.wsgi_request))


def titles(page):
    return [revision.content["title"] for revision in page.revisions.order_by("pk")]


def test_a_save_over_an_unseen_version_keeps_both_and_says_so(client, live, editor, other):
    seen = live.latest_revision
    post(client, live, editor, seen, "Da primeira")
    _response, said = post(client, live, other, seen, "Da segunda")
    assert titles(live)[-2:] == ["Da primeira", "Da segunda"]
    assert "Luciana Prado" in said
    assert "compare" in said.lower()
    assert fresh(live).title == "Módulo"


def test_publishing_over_an_unseen_version_saves_a_draft_and_leads_to_the_two_side_by_side(client, live, editor, other):
    seen = live.latest_revision
    post(client, live, editor, seen, "Da primeira")
    first = fresh(live).latest_revision
    response, said = post(client, live, other, seen, "Da segunda", "action-publish")
    assert response.url == reverse("wagtailadmin_pages:revisions_compare", args=[live.pk, first.pk, "latest"])
    assert "not published" in said
    assert titles(live)[-2:] == ["Da primeira", "Da segunda"]
    assert fresh(live).title == "Módulo"
    assert client.get(response.url).status_code == 200
    post(client, live, other, fresh(live).latest_revision, "Das duas", "action-publish")
    assert fresh(live).title == "Das duas"


def test_who_has_seen_the_newest_version_saves_and_publishes_without_a_word(client, live, editor, other):
    post(client, live, editor, live.latest_revision, "Da primeira")
    _response, said = post(client, live, other, fresh(live).latest_revision, "Da segunda", "action-publish")
    assert "while you were writing" not in said
    assert fresh(live).title == "Da segunda"


def test_a_version_over_which_its_own_autosave_wrote_counts_as_unseen(client, live, editor, other):
    seen = live.latest_revision
    loaded = form(live, seen, title="Da segunda")
    live.title = "Da primeira"
    live.save_revision(user=editor, overwrite_revision=None)
    newest = fresh(live).latest_revision
    client.force_login(other)
    client.post(reverse("wagtailadmin_pages:edit", args=[live.pk]), loaded | {"overwrite_revision_id": newest.pk, "action-publish": "1"})
    assert fresh(live).title == "Da segunda"  # her own autosave is the newest: she has seen it


def test_a_form_that_tells_no_version_is_taken_as_it_is(client, live, editor, other):
    seen = live.latest_revision
    post(client, live, editor, seen, "Da primeira")
    client.force_login(other)
    data = {name: value for name, value in form(live, seen, title="Da segunda").items() if not name.startswith("loaded_")}
    client.post(reverse("wagtailadmin_pages:edit", args=[live.pk]), data)
    assert titles(live)[-2:] == ["Da primeira", "Da segunda"]


def test_a_page_goes_through_the_review_by_the_buttons_of_the_editor(client, live, editor, reviewer):
    response, _said = post(client, live, editor, live.latest_revision, "Novo", "action-submit")
    assert response.status_code == 302
    page = fresh(live)
    assert page.workflow_in_progress
    client.force_login(editor)
    assert not page.current_workflow_task.get_actions(page, editor)
    names = [name for name, _label, _modal in page.current_workflow_task.get_actions(page, reviewer)]
    assert names == ["reject", "approve", "approve"]
    data = form(page, page.latest_revision, title="Novo") | {"action-workflow-action": "1", "workflow-action-name": "approve"}
    client.force_login(reviewer)
    assert client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data).status_code == 302
    assert fresh(live).title == "Novo"


def test_the_head_of_the_editor_says_whose_turn_it_is_and_what_was_remarked(client, live, editor, reviewer):
    actions.submit(page=live, by=editor, now=NOW)
    actions.remark(page=live, by=reviewer, field="lead", text="<b>Mais</b> curto", now=NOW)
    client.force_login(reviewer)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[live.pk])).content.decode()
    assert "It is the reviewers’ turn" in html or "revis" in html.lower()
    assert "&lt;b&gt;Mais&lt;/b&gt; curto" in html


def test_in_bulk_nothing_is_published_past_the_review_of_a_practice(client, sent, learner, admin):
    actions.submit(page=sent, by=learner, now=NOW)
    client.force_login(admin)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={sent.pk}"
    client.post(address, {"include_descendants": ""})
    assert not fresh(sent).live
