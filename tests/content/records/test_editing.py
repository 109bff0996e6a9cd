"""The editors' form of a practice."""

import pytest
from django.urls import reverse

from content.practices.models import PracticePage
from content.practices.queries import facts_of
from content.records.wagtail_hooks import show_state, steps, withdraw_button
from tests.factories.content import site_tree
from tests.factories.practices import practice, whole

pytestmark = pytest.mark.django_db


def form_of(page, client):
    """Return the bound form that the editor's screen shows."""
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    return response.context["form"], response.content.decode()


def posted(form) -> dict[str, str]:
    """Return what a browser would send for this form, untouched."""
    data = {"building_blocks-count": "0"}
    parts = [form, *(part for formset in form.formsets.values() for part in (formset.management_form, *formset.forms))]
    for part in parts:
        for name, field in part.fields.items():
            value = part[name].value()
            if name in ("DELETE", "building_blocks"):
                continue
            if hasattr(field.widget, "converter"):  # rich text travels as the editor's own JSON
                value = field.widget.format_value(value or "")
            if value is not None and value is not False:
                data[part.add_prefix(name)] = value
    return data


@pytest.fixture
def office(client, admin):
    """Return a client in whom an administrator is signed in."""
    client.force_login(admin)
    return client


def test_the_keeper_of_the_facts_is_asked_for_them(office, shelf):
    form, _html = form_of(whole(), office)
    assert {"country_roles", "theme_links", "amounts", "contacts", "acronyms"} <= set(form.formsets)
    assert not form.fields["modality"].disabled


def test_a_translation_is_not_asked_for_facts_and_says_where_they_are_kept(office, shelf):
    original = whole()
    english = practice(language="en", translation_of=original, rendering="unofficial")
    form, html = form_of(english, office)
    assert set(form.formsets) & {"country_roles", "theme_links", "amounts", "contacts"} == set()
    assert "acronyms" in form.formsets
    assert form.fields["modality"].disabled
    assert reverse("wagtailadmin_pages:edit", args=[original.pk]) in html


def bound(page, **changes):
    """Return the form of a page with what a browser would send, and some of it changed."""
    handler = PracticePage.get_edit_handler()
    page = PracticePage.objects.get(pk=page.pk)
    kind = handler.get_form_class()
    empty = kind(instance=page)
    return kind({**posted(empty), **changes}, instance=PracticePage.objects.get(pk=page.pk))


def test_a_country_that_stands_twice_with_one_role_is_refused(shelf):
    page = practice(countries="BR MZ")
    brazil = page.country_roles.first().country_id
    form = bound(page, **{"country_roles-1-country": brazil})
    assert not form.is_valid()
    assert form.formsets["country_roles"].non_form_errors()


def test_two_countries_that_change_places_are_saved(shelf):
    page = practice(countries="BR MZ")
    first, second = (link.country_id for link in page.country_roles.all())
    form = bound(page, **{"country_roles-0-country": second, "country_roles-1-country": first})
    assert form.is_valid(), form.errors
    form.save().save()
    assert [row["country"] for row in facts_of(PracticePage.objects.get(pk=page.pk))["countries"]] == ["MZ", "BR"]


def test_the_head_of_the_editor_warns_where_the_text_says_another_number_of_countries(rf, shelf, admin):
    request = rf.get("/")
    request.user = admin
    page = PracticePage.objects.get(pk=practice(countries="BR MZ", objectives="<p>A platform of 31 countries</p>").pk)
    assert "31 countries" in show_state(request, page)
    agreed = PracticePage.objects.get(pk=practice(countries="BR MZ", objectives="<p>Entre dois países</p>").pk)
    assert "dois" not in show_state(request, agreed)


def test_other_pages_have_no_such_head(rf, shelf, admin):
    request = rf.get("/")
    request.user = admin
    assert show_state(request, shelf["pt"]) is None
    assert show_state(request, PracticePage()) is None


def test_setup_makes_the_library(db):
    site_tree()
    [(_order, _name, step)] = steps()
    assert step(None) == "4 pages made"
    assert step(None) is None


def test_facts_sent_for_a_translation_by_force_change_nothing(shelf):
    original = whole(countries="BR", modality="south-south")
    english = practice(language="en", translation_of=original, rendering="unofficial", countries="BR", modality="south-south")
    forced = {"modality": "triangular", "country_roles-TOTAL_FORMS": "1", "country_roles-0-country": "1", "title": "Calendar"}
    form = bound(english, **forced)
    assert form.is_valid(), form.errors
    form.save().save()
    page = PracticePage.objects.get(pk=english.pk)
    assert (page.title, page.modality) == ("Calendar", "south-south")
    assert facts_of(page)["countries"] == [{"country": "BR", "role": "taking-part"}]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_year": "2020", "ends_year": "2019"}, "__all__"),
        ({"starts_year": "1066"}, "starts_year"),
        ({"modality": "alone"}, "modality"),
        ({"licence": ""}, "licence"),
        ({"title": ""}, "title"),
    ],
)
def test_what_cannot_be_is_said_in_the_form(shelf, changes, field):
    form = bound(practice(), **changes)
    assert not form.is_valid()
    assert field in form.errors


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//evil.example", "ftp://example.org/x"])
def test_a_material_leads_only_where_it_is_safe(shelf, address):
    form = bound(practice(materials=(("Guide", "https://example.org/"),)), **{"materials-0-address": address})
    assert not form.is_valid()
    assert "address" in form.formsets["materials"].errors[0]


def test_a_contact_that_says_nothing_is_refused(shelf):
    form = bound(practice(contacts=({"name": "Office"},)), **{"contacts-0-name": ""})
    assert not form.is_valid()


def test_an_acronym_may_change_its_letters_and_its_place(shelf):
    page = practice(acronyms={"OIT": "Organização", "RI": "Iniciativa"})
    form = bound(page, **{"acronyms-0-short": "RI", "acronyms-1-short": "OIT"})
    assert form.is_valid(), form.errors
    form.save().save()
    rows = PracticePage.objects.get(pk=page.pk).acronyms.all()
    assert {row.short: row.meaning for row in rows} == {"RI": "Organização", "OIT": "Iniciativa"}
    assert {row.locale.language_code for row in rows} == {"pt"}


def test_who_may_take_down_finds_the_way_in_the_editor_and_others_do_not(rf, shelf, cast):
    page = PracticePage.objects.get(pk=practice().pk)
    shown = set()
    for role, user in cast.items():
        request = rf.get("/")
        request.user = user
        if reverse("practice-withdraw", args=[page.pk]) in show_state(request, page):
            shown.add(role)
        assert bool(list(withdraw_button(page, user))) == (role in shown)
    assert "admin" in shown
    assert not shown & {"stranger", "learner", "partner", "translator"}


def test_the_head_of_the_editor_asks_little_however_many_facts(rf, shelf, admin, django_assert_max_num_queries):
    request = rf.get("/")
    request.user = admin
    show_state(request, PracticePage.objects.get(pk=whole().pk))
    for countries in ("BR", "BR MZ PT"):
        page = PracticePage.objects.get(pk=whole(countries=countries).pk)
        with django_assert_max_num_queries(12):
            show_state(request, page)
