"""`manage.py load_demo`: the whole demo, loaded once for this file; each test then works in a transaction of its own."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from accounts.models import User
from content.media.models import Paper
from content.pages.models import BasePage, HomePage, InitiativePage, SessionPage
from content.seeding.shaping import identity
from content.standing.trees import plant
from courses.assessment.models import Attempt, QuizItem
from courses.catalogue.models import CoursePage, LinkPage, ModulePage, ReadingPage, VideoPage
from courses.completion.queries import standing
from courses.editions.models import Edition
from courses.enrolment.models import Enrolment
from forums.boards.models import Forum
from mail.models import Message

LANGUAGES = ("pt", "en", "es", "fr")
CPLP = "inspecao-cplp"
GUIDE = "academia-sstc/guia-facilitacao"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the demo on an empty site, jobs waiting for a worker as they do there; take all of it back at the end; give what was said."""
    said = StringIO()
    waiting = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")), transaction.atomic():
        plant()
        with override_settings(TASKS=waiting):
            call_command("load_demo", stdout=said)
        yield said.getvalue()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _inside(demo, db):
    """Keep what a test changes out of the demo of the others."""


def page(key, language="pt"):
    return Page.objects.get(translation_key=identity(key), locale__language_code=language).specific


def state():
    """Return everything that a second run could disturb, counted or as it is."""
    pages = list(
        Page.objects.order_by("pk").values("pk", "path", "title", "slug", "live", "alias_of", "latest_revision", "last_published_at")
    )
    return pages, Paper.objects.count(), Translation.objects.count(), TranslationSource.objects.count(), PageLogEntry.objects.count()


def test_it_says_what_it_does(demo):
    assert "Identificar o trabalho infantil: planear e realizar a visita (pt)" in demo
    assert [line for line in demo.splitlines() if line.endswith(" …")] == [
        "People …",
        "Initiative and session …",
        "Courses …",
        "Editions …",
        "Certificates …",
        "Discussions …",
    ]
    assert demo.splitlines()[-1].startswith("The demo is there")


def test_the_course_has_its_six_modules_in_order():
    course = page(CPLP)
    modules = ModulePage.objects.child_of(course).live()
    assert [module.slug for module in modules] == [
        "m1-conceitos",
        "m2-mandato",
        "m3-identificar",
        "m4-proteger",
        "m5-setores",
        "m6-sul-sul",
    ]
    assert (course.hours, course.weeks, sum(module.hours for module in modules)) == (27, 6, 27)


def test_every_module_is_complete():
    for module in ModulePage.objects.child_of(page(CPLP)):
        for field in "aims", "outcomes", "intro", "activities", "forum_text":
            assert len(getattr(module, field)), (module, field)
        assert module.standards
        units = Counter(type(unit.specific) for unit in module.get_children().live())
        assert units[ReadingPage] + units[VideoPage] + units[LinkPage] >= 3


def test_the_third_module_is_the_one_of_the_drawing():
    module = page(f"{CPLP}/m3-identificar")
    assert [block.value["title"] for block in module.videos] == [
        "Planear a partir do risco",
        "Sinais de alerta no local",
        "Entrevista centrada na criança",
    ]
    assert [type(unit.specific).__name__ for unit in module.get_children()] == [
        "ReadingPage",
        "VideoPage",
        "ReadingPage",
        "ReadingPage",
        "VideoPage",
        "ReadingPage",
        "DiscussionPage",
        "QuizPage",
    ]


@pytest.mark.parametrize(
    ("key", "languages"),
    [
        (CPLP, set(LANGUAGES)),
        (f"{CPLP}/m1-conceitos", set(LANGUAGES)),
        (f"{CPLP}/m1-conceitos/tres-perguntas", set(LANGUAGES)),
        (f"{CPLP}/m2-mandato", {"pt"}),
        (f"{CPLP}/m2-mandato/linha-do-tempo", {"pt"}),
        ("academia-sstc", set(LANGUAGES)),
        ("academia-sstc/sstc-m2-boas-praticas", {"en", "pt"}),
        (GUIDE, {"en", "pt"}),
        ("iniciativas/cplp", set(LANGUAGES)),
        ("conferencias/durban-inspecoes", {"pt", "en"}),
    ],
)
def test_a_text_is_held_in_its_languages_and_an_alias_in_the_others(key, languages):
    held = {code for code in LANGUAGES if page(key, code).alias_of_id is None}
    assert held == languages
    assert all(page(key, code).live for code in LANGUAGES)


def test_every_page_stands_in_all_four_languages_at_the_same_place():
    counted = Counter(Page.objects.filter(depth__gt=2).values_list("translation_key", flat=True))
    assert set(counted.values()) == {4}
    addresses = {
        code: sorted(p.url_path.split("/", 2)[2] for p in Page.objects.filter(locale__language_code=code, depth__gt=2))
        for code in LANGUAGES
    }
    assert addresses["en"] == addresses["es"] == addresses["fr"] == addresses["pt"]


def test_no_translation_is_half_done():
    for translation in Translation.objects.select_related("source", "target_locale"):
        total, done = translation.get_progress()
        assert total == done, (translation.source, translation.target_locale)


def test_translations_say_where_they_come_from():
    french, portuguese = page(f"{CPLP}/m1-conceitos", "fr"), page("academia-sstc/sstc-m2-boas-praticas", "pt")
    assert (french.rendering, french.original_language) == ("unofficial", "pt")
    assert (portuguese.rendering, portuguese.original_language) == ("unofficial", "en")
    assert page(f"{CPLP}/m1-conceitos", "pt").rendering == "original"


def test_blocks_have_the_same_ids_in_every_language():
    for field in "aims", "outcomes", "intro", "videos", "forum_text":
        ids = {tuple(block.id for block in getattr(page(f"{CPLP}/m1-conceitos", code), field)) for code in LANGUAGES}
        assert len(ids) == 1


def test_one_video_is_our_own_with_captions_in_four_languages():
    video = page(f"{CPLP}/m1-conceitos", "es").videos[0].value
    assert video["title"] == "Bienvenida al curso"
    assert video["file"].get_file_size() == Paper.objects.get(title="pano.mp4").file_size > 0
    assert [captions["language"] for captions in video["captions"]] == list(LANGUAGES)


def test_a_second_run_changes_nothing():
    before = state()
    call_command("load_demo", stdout=StringIO())
    assert state() == before


def test_what_an_editor_wrote_stays():
    for code in "pt", "en":
        edited = page(f"{CPLP}/m1-conceitos", code)
        edited.title = f"Edited {code}"
        edited.save_revision().publish()
    call_command("load_demo", stdout=StringIO())
    assert [page(f"{CPLP}/m1-conceitos", code).title for code in ("pt", "en")] == ["Edited pt", "Edited en"]


def test_it_is_refused_where_the_demo_has_no_place(settings):
    settings.IS_DEMO_ALLOWED = False
    with pytest.raises(CommandError, match="refused"):
        call_command("load_demo", stdout=StringIO())


def test_it_is_refused_before_anybody_is_made_where_there_is_no_site_yet(django_user_model):
    HomePage.objects.all().delete()
    django_user_model.objects.all().delete()
    with pytest.raises(CommandError, match="setup"):
        call_command("load_demo", stdout=StringIO())
    assert not django_user_model.objects.exists()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_facilitators_guide_is_closed_to_strangers_in_every_language(client, code):
    address = f"/{code}/courses/academia-sstc/guia-facilitacao/"
    for closed in address, f"{address}primeira-semana/":
        assert client.get(closed).status_code == 302
    assert "guia-facilitacao" not in client.get(f"/{code}/courses/academia-sstc/").content.decode()


@pytest.mark.parametrize("code", [*LANGUAGES, "pt-br"])
def test_the_facilitators_guide_is_open_to_a_member(client, django_user_model, code):
    client.force_login(django_user_model.objects.get(email="learner@example.org"))
    address = f"/{code}/courses/academia-sstc/guia-facilitacao/"
    assert client.get(address).status_code == 200
    assert client.get(f"{address}primeira-semana/").status_code == 200


@pytest.mark.parametrize("code", [*LANGUAGES, "pt-br"])
def test_every_page_of_the_demo_reads_and_leads_nowhere_dead(client, code):
    known = {p.get_url().replace("/pt/", "/pt-br/") if code == "pt-br" else p.get_url() for p in _pages(code[:2])}
    for address in sorted(known):
        response = client.get(address)
        assert response.status_code in (200, 302), address
        assert response.status_code == 200 or "guia-facilitacao" in address


def test_initiative_and_session_are_there_in_their_sections():
    assert [initiative.get_parent().slug for initiative in InitiativePage.objects.filter(alias_of=None, locale__language_code="pt")] == [
        "initiatives"
    ]
    assert [session.get_parent().slug for session in SessionPage.objects.filter(alias_of=None, locale__language_code="pt")] == ["sessions"]


def test_courses_have_a_moment_of_publication_that_is_not_ahead():
    for course in CoursePage.objects.filter(alias_of=None):
        assert course.first_published_at <= timezone.now()


def _pages(code):
    return [p for p in Page.objects.live().filter(locale__language_code=code, depth__gt=1) if isinstance(p.specific, BasePage)]


def test_the_learner_has_a_course_under_way_with_a_quiz_passed_at_the_second_try():
    person = User.objects.get(email="learner@example.org")
    row = Enrolment.objects.get(person=person)
    assert [(attempt.number, attempt.is_passed) for attempt in Attempt.objects.filter(enrolment=row).order_by("number")] == [
        (1, False),
        (2, True),
    ]
    stand = standing(row, now=timezone.now(), language="pt")
    assert (stand.course.pass_percent, stand.course.posts_min) == (70, 2)
    assert stand.done == 4
    assert stand.next_unit.unit.key == identity(f"{CPLP}/m2-mandato/funcoes-poderes-deveres")
    assert stand.next_due > timezone.now()


def test_each_module_ends_with_a_discussion_and_a_quiz_that_can_be_tried_three_times():
    for module in ModulePage.objects.child_of(page(CPLP)):
        discussion, quiz = [unit.specific for unit in module.get_children().live()][-2:]
        assert (discussion.posts_min, discussion.is_required) == (1, False)
        assert (quiz.attempts_max, quiz.pass_percent) == (3, 70)
        assert QuizItem.objects.filter(quiz_key=quiz.translation_key).count() == 5
        assert set(discussion.body[0].value.source) > {"?"}


def test_the_edition_has_its_own_forums_and_says_no_mail_of_it():
    edition = Edition.objects.get(course_key=identity(CPLP))
    assert Forum.objects.filter(audience=edition.audience).count() == 12
    assert not Message.objects.filter(kind__startswith="courses").exists()
