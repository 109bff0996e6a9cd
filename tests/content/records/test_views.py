"""The page of a practice as readers see it, and the address of one that is gone."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from content.audience.actions import set_level
from content.pages.actions import spread_aliases
from content.practices.actions import fill_facts, withdraw
from content.practices.models import PracticePage
from tests.factories.content import published
from tests.factories.practices import library, practice, whole

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def text_of(client, page, code="pt") -> str:
    response = client.get(f"/{code}/practices/{page.slug}/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_practice_shows_its_answers_by_number_and_names_in_the_readers_language(client, shelf):
    page = whole("Calendário", countries="BR:offering ST:requesting", themes="agriculture-rural")
    html = text_of(client, page)
    assert "<h1>Calendário</h1>" in html
    assert html.count('<dt><span class="num">') == 14
    assert "São Tomé e Príncipe" in html
    assert "Agricultura e economia rural" in html
    assert "USD 150" in html
    assert "CC BY 4.0" in html


def test_the_same_facts_have_other_names_in_another_language(client, shelf):
    page = whole("Pratique", language="fr", countries="DE ST", themes="agriculture-rural")
    html = text_of(client, page, "fr")
    assert "Allemagne" in html
    assert "Agriculture et économie rurale" in html


def test_countries_stand_by_role_then_in_the_alphabet(client, shelf):
    page = practice(countries="ZW BR AR ST:requesting AO:offering")
    record = client.get(f"/pt/practices/{page.slug}/").context_data["record"]
    assert [country.code for country in record.countries] == ["AO", "ST", "AR", "BR", "ZW"]
    assert [bool(country.note) for country in record.countries] == [True, True, False, False, False]
    assert record.country_count == 5


def test_contacts_are_shown_only_with_consent(client, shelf):
    agreed, not_asked = whole(contacts_consent=True), whole(contacts_consent=False)
    assert "office@example.org" in text_of(client, agreed)
    assert "office@example.org" not in text_of(client, not_asked)


def test_what_was_made_up_says_so(client, shelf):
    assert 'class="notice"' in text_of(client, practice(is_demonstration=True))
    assert 'class="notice"' not in text_of(client, practice())


def test_building_blocks_have_anchors_of_their_own(client, shelf):
    block = {"type": "block", "id": "5e0d1c1f-7c07-4d2c-8a43-0a3a37a2e001", "value": {"title": "Mapa", "what": "<p>De faltas</p>"}}
    page = practice(building_blocks=[block])
    assert 'id="block-5e0d1c1f-7c07-4d2c-8a43-0a3a37a2e001"' in text_of(client, page)


def test_an_empty_record_is_still_a_page(client, shelf):
    page = practice(countries="", themes="")
    assert text_of(client, page)


def test_a_language_without_a_text_shows_the_original_and_says_so(client, shelf):
    page = practice("Calendário", summary="Menos faltas")
    spread_aliases(page=PracticePage.objects.get(pk=page.pk))
    html = text_of(client, page, "fr")
    assert "Menos faltas" in html
    assert 'lang="pt"' in html


def test_how_complete_it_is_is_shown_to_its_owner_alone(client, shelf, learner, editor):
    page = practice(owner=learner)
    assert "<meter" not in text_of(client, page)
    client.force_login(editor)
    assert "<meter" not in text_of(client, page)
    client.force_login(learner)
    assert "<meter" in text_of(client, page)


@pytest.mark.parametrize("facts", ["BR", "BR MZ PT ST"])
def test_a_practice_asks_at_most_eight_questions_however_many_facts(client, shelf, learner, facts, django_assert_max_num_queries):
    page = whole(countries=facts, themes="girls-gender data-monitoring")
    client.force_login(learner)
    text_of(client, page)
    with django_assert_max_num_queries(8):
        text_of(client, page)


def test_a_renamed_theme_is_renamed_on_every_page(client, shelf):
    page = published(whole(themes="girls-gender"))
    text_of(client, page)
    theme = page.theme_links.get().theme
    theme.name_pt = "Igualdade das meninas"
    theme.save()
    assert "Igualdade das meninas" in text_of(client, page)


def test_one_that_is_taken_down_answers_with_the_reason(client, shelf, editor):
    page = practice()
    withdraw(page=page, reason="Os números estavam errados.", by=editor, now=NOW)
    response = client.get(f"/pt/practices/{page.slug}/")
    assert response.status_code == 410
    assert "Os números estavam errados." in response.content.decode()


def test_the_reason_is_kept_from_those_who_might_not_read_the_practice(client, shelf, editor, learner):
    page = practice()
    set_level(translation_key=library().translation_key, level="members", now=timezone.now())
    withdraw(page=page, reason="Os números estavam errados.", by=editor, now=NOW)
    assert "Os números" not in client.get(f"/pt/practices/{page.slug}/").content.decode()
    client.force_login(learner)
    assert "Os números" in client.get(f"/pt/practices/{page.slug}/").content.decode()


def test_a_practice_for_members_is_hidden_from_strangers(client, shelf, learner):
    page = practice("Segredo")
    set_level(translation_key=page.translation_key, level="members", now=timezone.now())
    assert "Segredo" not in client.get(f"/pt/practices/{page.slug}/").content.decode()
    client.force_login(learner)
    assert "Segredo" in text_of(client, page)


def test_an_editor_takes_a_practice_down_with_a_reason(client, shelf, admin):
    page = practice()
    client.force_login(admin)
    address = reverse("practice-withdraw", args=[page.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 200
    assert PracticePage.objects.get(pk=page.pk).live
    assert client.post(address, {"reason": "Wrong."}).status_code == 302
    page = PracticePage.objects.get(pk=page.pk)
    assert (page.live, page.withdrawn_reason) == (False, "Wrong.")
    assert client.get(address).status_code in (302, 403)


def test_whoever_may_not_unpublish_does_not_take_down(client, shelf, learner):
    page = practice()
    client.force_login(learner)
    response = client.post(reverse("practice-withdraw", args=[page.pk]), {"reason": "Mine."})
    assert response.status_code in (302, 403)
    assert PracticePage.objects.get(pk=page.pk).live


def test_contacts_that_are_hidden_are_not_said_to_be_missing(client, shelf):
    def contacts(page):
        return text_of(client, page).split('<div id="contacts">')[1].split("</dd>")[0]

    assert "Não é mostrado" in contacts(whole(contacts_consent=False))
    assert "Não é mostrado" not in contacts(practice())


def test_hostile_words_are_shown_not_run(client, shelf):
    page = practice(
        "<script>alert(1)</script>",
        summary='"><img src=x onerror=alert(1)>',
        acronyms={"<b>": "<i>x</i>"},
        materials=(("<svg onload=x>", "javascript:alert(1)"),),
    )
    html = text_of(client, page)
    for bad in ("<script>alert", "<img src=x", "<svg onload", "javascript:alert", "<i>x</i>"):
        assert bad not in html


def test_a_draft_is_nobodys_page(client, shelf, admin):
    page = practice(live=False)
    assert client.get(f"/pt/practices/{page.slug}/").status_code == 404
    client.force_login(admin)
    assert client.get(f"/pt/practices/{page.slug}/").status_code == 404


def test_what_is_shown_is_read_anew_after_the_next_publication(client, shelf):
    page = published(whole("Antes"))
    assert "Antes" in text_of(client, page)
    page.title = "Depois"
    fill_facts(page=page, facts={"countries": [{"country": "PT"}]})
    published(page)
    html = text_of(client, page)
    assert "Depois" in html
    assert "Moçambique" not in html


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_a_reason_says_something_and_fits(client, shelf, admin, reason):
    page = practice()
    client.force_login(admin)
    response = client.post(reverse("practice-withdraw", args=[page.pk]), {"reason": reason})
    assert response.context["form"].errors["reason"]
    assert PracticePage.objects.get(pk=page.pk).live


def test_an_alias_is_not_taken_down_by_itself(client, shelf, admin):
    page = practice()
    spread_aliases(page=PracticePage.objects.get(pk=page.pk))
    alias = PracticePage.objects.get(alias_of=page.pk, locale__language_code="fr")
    client.force_login(admin)
    assert client.get(reverse("practice-withdraw", args=[alias.pk])).status_code == 404
    assert client.get(reverse("practice-withdraw", args=[0])).status_code == 404
