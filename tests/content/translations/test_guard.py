"""Nothing that a translator does shows on the site before it is published."""

from urllib.parse import quote

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from content.pages.choices import Rendering
from content.pages.models import ArticlePage
from tests.factories.content import page_below, prose, published, site_tree

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """A published Portuguese article; readers of the other languages see it through aliases."""
    homes = site_tree()
    return published(page_below(homes["pt"], title="Olá", slug="ola", body=prose("texto português")))


@pytest.fixture
def french():
    return Locale.objects.get(language_code="fr")


@pytest.fixture
def translator(admin_user, client):
    client.force_login(admin_user)
    return admin_user


def begun(page, locale):
    """Submit the page for translation, as the editor's button does."""
    translate_object(page, [locale])
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=locale)


def say(translation, **words):
    """Put a translator's words for whole fields into the strings."""
    for segment in StringSegment.objects.filter(source=translation.source):
        if segment.context.path.split(".")[0] in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                defaults={"data": words[segment.context.path.split(".")[0]]},
            )


def of(page, code):
    return ArticlePage.objects.get(translation_key=page.translation_key, locale__language_code=code)


def publish(translation, callbacks):
    with callbacks(execute=True):
        translation.save_target(publish=True)


def test_submitting_for_translation_leaves_the_alias_as_it_is(page, french, client):
    begun(page, french)
    assert of(page, "fr").alias_of_id == page.pk
    assert of(page, "fr").live
    assert "You read it in Portuguese" in client.get("/en/ola/").text


def test_submitting_through_the_editors_screen_leaves_the_alias_live(page, french, client, translator):
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    response = client.post(url, {"locales": [french.pk]})
    assert response.status_code == 302
    assert of(page, "fr").alias_of_id == page.pk
    assert of(page, "fr").live


def test_a_draft_of_an_alias_is_never_written_into_the_live_row(page, french):
    translation = begun(page, french)
    say(translation, title="Bonjour")
    translation.save_target(publish=False)
    assert of(page, "fr").title == "Olá"
    assert of(page, "fr").alias_of_id == page.pk


def test_publishing_turns_the_alias_into_a_translation_that_says_so(page, french, django_capture_on_commit_callbacks, client):
    translation = begun(page, french)
    say(translation, title="Bonjour", body="texte français")
    publish(translation, django_capture_on_commit_callbacks)
    target = of(page, "fr")
    assert (target.alias_of_id, target.live, target.title) == (None, True, "Bonjour")
    assert (target.rendering, target.original_language) == (Rendering.UNOFFICIAL, "pt")
    text = client.get("/fr/ola/").text
    assert "texte français" in text
    assert "texto português" not in text
    assert "notice" not in text


def test_a_half_done_sentence_never_reaches_readers_of_a_live_translation(page, french, django_capture_on_commit_callbacks):
    translation = begun(page, french)
    say(translation, title="Bonjour")
    publish(translation, django_capture_on_commit_callbacks)
    say(translation, title="Bonj")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=False)
    assert of(page, "fr").title == "Bonjour"
    assert of(page, "fr").live


def test_an_alias_is_not_published_with_nothing_translated(page, french):
    translation = begun(page, french)
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    assert of(page, "fr").alias_of_id == page.pk


def test_syncing_with_publish_leaves_an_alias_without_translation_alone(page, french, client, translator):
    begun(page, french)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    url = reverse("wagtail_localize:update_translations", args=[source.pk])
    assert client.post(url, {"publish_translations": "on"}).status_code == 302
    assert of(page, "fr").alias_of_id == page.pk


def test_the_translators_editor_opens_on_an_alias_that_is_being_translated(page, french, client, translator):
    edit = reverse("wagtailadmin_pages:edit", args=[of(page, "fr").pk])
    assert "js-translation-editor" not in client.get(edit).text
    begun(page, french)
    assert "js-translation-editor" in client.get(edit).text


def test_the_translators_editor_publishes(page, french, client, translator, django_capture_on_commit_callbacks):
    translation = begun(page, french)
    say(translation, title="Bonjour", body="texte")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtailadmin_pages:edit", args=[of(page, "fr").pk]), {"action": "publish"})
    assert of(page, "fr").title == "Bonjour"
    assert of(page, "fr").alias_of_id is None


def test_an_alias_is_not_turned_into_a_plain_page_of_source_text(page, client, translator):
    response = client.post(reverse("wagtailadmin_pages:convert_alias", args=[of(page, "fr").pk]))
    assert response.status_code == 302
    assert of(page, "fr").alias_of_id == page.pk


@pytest.mark.parametrize("hostile", ['<a href="javascript:alert(1)">x</a>', "<script>alert(1)</script>", '<b onclick="alert(1)">x</b>'])
def test_what_runs_something_is_refused_from_a_translator(page, french, client, translator, hostile, django_capture_on_commit_callbacks):
    translation = begun(page, french)
    say(translation, title="Bonjour")
    segment = StringSegment.objects.get(source=translation.source, context__path__startswith="body")
    url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    client.put(url, f"value={quote(hostile)}", content_type="application/x-www-form-urlencoded")
    publish(translation, django_capture_on_commit_callbacks)
    text = client.get("/fr/ola/").text
    assert "Bonjour" in text
    for running in ("javascript:alert", "<script>alert", "onclick"):
        assert running not in text


def test_a_page_without_alias_is_translated_as_a_draft(page, french):
    Page.objects.get(pk=of(page, "fr").pk).delete()
    begun(page, french)
    target = of(page, "fr")
    assert not target.live
    assert target.rendering == Rendering.UNOFFICIAL
    assert target.original_language == "pt"


def test_the_address_is_the_same_in_all_languages(page, french, django_capture_on_commit_callbacks):
    translation = begun(page, french)
    assert "slug" not in set(StringSegment.objects.filter(source=translation.source).values_list("context__path", flat=True))
    say(translation, title="Bonjour")
    publish(translation, django_capture_on_commit_callbacks)
    assert of(page, "fr").slug == page.slug


def test_where_a_text_comes_from_is_no_text_to_translate_and_is_not_copied(page, french, django_capture_on_commit_callbacks):
    translation = begun(page, french)
    paths = set(StringSegment.objects.filter(source=translation.source).values_list("context__path", flat=True))
    assert not {"original_language", "translator", "translated_version"} & paths
    say(translation, title="Bonjour")
    publish(translation, django_capture_on_commit_callbacks)
    target = of(page, "fr")
    target.rendering, target.translator = Rendering.OFFICIAL, "Awa"
    published(target)
    translation.source.update_from_db()
    publish(translation, django_capture_on_commit_callbacks)
    target = of(page, "fr")
    assert (target.rendering, target.translator) == (Rendering.OFFICIAL, "Awa")


def test_block_ids_are_kept_by_a_translation(page, french, django_capture_on_commit_callbacks):
    translation = begun(page, french)
    say(translation, title="Bonjour")
    publish(translation, django_capture_on_commit_callbacks)
    assert [block.id for block in of(page, "fr").body] == [block.id for block in page.body]


def test_the_address_of_a_first_page_is_its_own(page, french, django_capture_on_commit_callbacks):
    home = Page.objects.get(slug="site-pt").specific
    Page.objects.get(slug="site-fr")
    translation = begun(home, french)
    say(translation, title="Accueil")
    publish(translation, django_capture_on_commit_callbacks)
    assert Page.objects.get(depth=2, locale=french).slug == "site-fr"
