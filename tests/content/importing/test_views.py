"""The editors' screens: paste or upload, look, bring in, see where every word went."""

import html
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import GroupPagePermission

from content.importing.models import ImportedDocument
from content.pages.models import InitiativePage, SessionPage
from tests.factories.content import section_below
from tests.factories.documents import INITIATIVE_EN, SESSION_EN, SESSION_FR

SCREEN = "/admin/importing/"
QUERIES = 13


@pytest.fixture
def desk(client, editor, homes):
    """Return a browser in which an editor is signed in and reads English."""
    editor.language = "en"
    editor.save()
    client.force_login(editor)
    return client


def upload(text: str | bytes, name: str = "note.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def send(desk, **given):
    return desk.post(SCREEN, {"kind": "session", "text": "", "language": "", "original": "", "parent": "", **given})


def errors(response) -> dict[str, list[str]]:
    return response.context["form"].errors


def test_a_pasted_text_leads_to_its_report(desk, editor):
    response = send(desk, text=SESSION_EN)
    row = ImportedDocument.objects.get()
    assert response.url == reverse("importing-report", args=[row.uid])
    assert (row.brought_in_by, SessionPage.objects.get().owner) == (editor, editor)
    page = desk.get(response.url)
    assert "3rd World Forum on Work at Sea" in page.content.decode()


def test_an_uploaded_file_is_brought_in_once(desk):
    send(desk, file=upload(SESSION_EN))
    response = send(desk, file=upload(SESSION_EN), follow=True)
    assert response.status_code == 302
    assert SessionPage.objects.count() == 1


def test_looking_shows_the_report_keeps_the_text_and_saves_nothing(desk):
    response = send(desk, file=upload(SESSION_EN), look="1")
    soup = BeautifulSoup(response.content, "html.parser")
    assert "How ports share what they know about young dockers" in soup.find(id="look").parent.get_text()
    assert "3rd World Forum" in soup.find("textarea").get_text()
    assert not ImportedDocument.objects.exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "file"),
        ({"text": SESSION_EN, "file": upload(SESSION_EN)}, "text"),
        ({"file": upload(b"")}, "file"),
        ({"file": upload(b"%PDF-1.7\x00", "note.txt")}, "file"),
        ({"file": upload(b"\x89PNG\x00", "picture.html")}, "file"),
        ({"file": upload(b"a " * 1_100_000)}, "file"),
        ({"text": "   \n\u00a0"}, "file"),
        ({"text": INITIATIVE_EN}, "kind"),
        ({"text": "Praia"}, "language"),
        ({"text": SESSION_EN, "kind": "poem"}, "kind"),
        ({"text": SESSION_EN, "original": "999"}, "original"),
        ({"text": SESSION_EN, "parent": "1"}, "parent"),
        ({"text": "a\x00b"}, "text"),
    ],
)
def test_a_fault_is_told_beside_its_field_and_nothing_is_saved(desk, given, field):
    response = send(desk, **given)
    assert response.status_code == 200
    assert errors(response)[field][0] in html.unescape(response.content.decode())
    assert not ImportedDocument.objects.exists()


def test_what_was_given_is_kept_after_a_fault(desk):
    soup = BeautifulSoup(send(desk, file=upload(INITIATIVE_EN), language="en").content, "html.parser")
    assert "Harbour Alliance" in soup.find("textarea").get_text()
    assert soup.select_one("select[name=language] option[selected]")["value"] == "en"


def test_a_translation_is_chosen_from_the_documents_of_before(desk):
    send(desk, text=SESSION_EN)
    first = ImportedDocument.objects.get()
    send(desk, text=SESSION_FR, original=str(first.pk))
    assert len(set(SessionPage.objects.values_list("translation_key", flat=True))) == 1


def test_the_screen_works_without_javascript(desk):
    soup = BeautifulSoup(desk.get(SCREEN).content, "html.parser")
    form = soup.find("form", action=SCREEN)
    assert form["enctype"] == "multipart/form-data"
    assert {field["name"] for field in form.select("input[name], textarea, select")} >= {
        "kind",
        "file",
        "text",
        "language",
        "original",
        "parent",
    }
    for field in form.select("textarea, select, input[type=file]"):
        assert form.find("label", attrs={"for": field["id"]})
    assert not form.select("[onclick], [onchange], script")


def test_only_those_who_add_pages_reach_the_screen(client, cast, homes):
    answers = {}
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        answers[role] = client.get(SCREEN).status_code
    assert {role for role, status in answers.items() if status == 200} == {"editor", "admin"}


def test_an_editor_of_one_section_brings_in_only_there(client, homes, learner):
    section = section_below(homes["en"], title="Forum 3")
    group = Group.objects.create(name="section")
    GroupPagePermission.objects.create(group=group, page=section, permission_type="add")
    group.permissions.add(*Group.objects.get(name="editor").permissions.filter(codename="access_admin"))
    learner.groups.add(group)
    client.force_login(learner)
    assert "parent" in errors(send(client, text=SESSION_EN))
    assert send(client, text=SESSION_EN, parent=str(section.pk)).status_code == 302
    assert SessionPage.objects.get().get_parent().pk == section.pk


def test_the_report_is_for_those_who_edit_the_page(client, bring, cast):
    address = reverse("importing-report", args=[bring(SESSION_EN).row.uid])
    seen = set()
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        if client.get(address).status_code == 200:
            seen.add(role)
    assert seen == {"editor", "reviewer", "translator", "admin"}


def test_a_report_that_is_not_there_is_not_found(desk):
    assert desk.get(reverse("importing-report", args=[uuid4()]), follow=True).status_code == 404


def test_leftovers_are_ticked_on_the_report(desk, bring):
    row = bring(INITIATIVE_EN, "initiative").row
    address = reverse("importing-report", args=[row.uid])
    position = row.leftovers.filter(went="left").first().position
    desk.post(address, {"leftovers-of": str(row.uid), "leftovers-done": [str(position), "x"]})
    assert row.leftovers.get(position=position).done_at
    assert "checked" in str(BeautifulSoup(desk.get(address).content, "html.parser").find(id=f"leftover-{position}"))


def test_the_box_stands_in_the_pages_editor_and_its_ticks_are_saved_with_the_page(desk, bring):
    row = bring(INITIATIVE_EN, "initiative").row
    page = InitiativePage.objects.get()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    soup = BeautifulSoup(desk.get(address).content, "html.parser")
    box = soup.find("input", attrs={"name": "leftovers-of"}).parent
    assert "Find our publications HERE:" in box.get_text()
    form = {
        field["name"]: field.get("value", "") for field in soup.select("#page-edit-form input[name]") if field.get("type") != "checkbox"
    }
    form |= {field["name"]: field.get_text() for field in soup.select("#page-edit-form textarea[name]")}
    form |= {f"{name}-count": "0" for name in ("about", "workings", "phases", "achievements", "focus_lead", "focus", "needs", "partners")}
    form |= {"title": page.title, "slug": page.slug, "rendering": "original", "original_language": ""}
    form |= {"leftovers-of": str(row.uid), "leftovers-done": str(row.leftovers.filter(went="left").first().position)}
    assert desk.post(address, form).status_code == 302
    assert row.leftovers.exclude(done_at=None).count() == 1
    assert bring(INITIATIVE_EN, "initiative").outcome == "kept"


def test_a_page_that_came_from_no_document_has_no_box(desk, homes):
    section = section_below(homes["en"])
    assert b"leftovers-of" not in desk.get(reverse("wagtailadmin_pages:edit", args=[section.pk])).content


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_for_one_and_for_three(desk, bring, rows, django_assert_num_queries):
    for number in range(rows):
        bring(SESSION_EN + f"\n\nWord {number}.")
    desk.get(SCREEN)
    with django_assert_num_queries(QUERIES):
        desk.get(SCREEN)
