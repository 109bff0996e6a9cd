"""Pages of a course as one who takes part finds them, and what her reading leaves behind."""

import gzip
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from courses.completion.actions import note_deed
from courses.completion.choices import Deed
from courses.completion.models import Happening, UnitProgress
from courses.editions.models import ModuleDates
from tests.courses.completion.conftest import NOW
from tests.factories.accounts import PersonFactory
from tests.factories.content import page_below, prose, section_below
from tests.factories.courses import course_below, link_below, reading_below, units_below
from tests.factories.forums import page_forum, topic_in
from tests.factories.learning import discussion_below, edition_of, enrolled, quiz_below, run

pytestmark = pytest.mark.django_db
HERE = "/en/courses/inspection/"
AHEAD = [{"HTTP_SEC_PURPOSE": "prefetch"}, {"HTTP_SEC_PURPOSE": "prefetch;prerender"}, {"HTTP_PURPOSE": "Prefetch"}]
LOCKED = '[{"type": "date", "value": "2199-03-03"}]'


@pytest.fixture
def learner(client, enrolment):
    client.force_login(enrolment.person)
    return client


def html(client, url, **extra):
    answer = client.get(url, **extra)
    assert answer.status_code == 200, url
    return answer.content.decode()


def do(enrolment, unit):
    return note_deed(enrolment=enrolment, unit_key=unit.translation_key, deed=Deed.MARKED, now=NOW)


def test_opening_a_unit_is_noted_once(learner, enrolment, modules):
    unit = reading_below(modules[0])
    for _ in range(3):
        html(learner, unit.url)
    row = Happening.objects.get()
    assert (row.deed, row.unit_key, row.data) == ("viewed", unit.translation_key, {"language": "en"})
    assert UnitProgress.objects.get().done_at is None


def test_a_unit_that_is_done_by_opening_says_so_at_once(learner, modules):
    unit = reading_below(modules[0], completes="viewed")
    page = html(learner, unit.url)
    assert 'data-is="done"' in page
    assert "Mark as done" not in page


@pytest.mark.parametrize("header", AHEAD)
def test_fetching_ahead_leaves_nothing_behind(learner, modules, header):
    unit = reading_below(modules[0])
    html(learner, unit.url, **header)
    assert learner.head(unit.url).status_code == 200
    assert not Happening.objects.exists()


def test_pages_of_modules_and_courses_are_not_noted(learner, course, modules):
    html(learner, HERE)
    html(learner, f"{HERE}module-name-1/")
    assert not Happening.objects.exists()


def test_coming_back_to_a_unit_makes_it_the_one_she_is_in(learner, enrolment, modules):
    first, second = units_below(modules[0], 2)
    for unit in (first, second):
        html(learner, unit.url)
    UnitProgress.objects.filter(unit_key=first.translation_key).update(last_at=NOW - timedelta(days=2))
    html(learner, first.url)
    assert UnitProgress.objects.order_by("-last_at").first().unit_key == first.translation_key
    assert Happening.objects.count() == 2


def test_strangers_and_members_who_do_not_take_part_leave_nothing_and_get_no_form(client, modules, edition, enrolment):
    unit = reading_below(modules[0])
    for person in (None, PersonFactory()):
        if person:
            client.force_login(person)
        for url in (HERE, modules[0].url, unit.url):
            page = html(client, url)
            assert "csrfmiddlewaretoken" not in page
            assert "Mark as done" not in page
            assert "% done" not in page
            assert f"/learning/courses/{edition.course_key}/" in page
    assert not Happening.objects.exists()


def test_a_course_page_shows_her_cloth_what_is_left_and_by_when(learner, enrolment, modules, edition):
    units = units_below(modules[0], 4)
    ModuleDates.objects.create(edition=edition, module_key=modules[0].translation_key, due_on=date(2199, 5, 14))
    do(enrolment, units[0])
    page = html(learner, HERE)
    assert 'data-woven="2"' in page
    assert 'data-woven="0"' in page
    assert "25 % done" in page
    assert "until May 14, 2199, 23:59 (Maputo)" in page
    assert "1 of 4 units" in page


def test_a_deadline_is_told_by_her_own_clock_with_her_more_days(client, edition, modules):
    reading_below(modules[0])
    ModuleDates.objects.create(edition=edition, module_key=modules[0].translation_key, due_on=date(2199, 5, 14))
    person = PersonFactory(language="en", time_zone="America/Sao_Paulo")
    enrolled(person, edition, extra_days=2)
    client.force_login(person)
    assert "until May 16, 2199, 18:59 (Sao Paulo)" in html(client, HERE)


def test_units_say_how_they_stand_by_word_and_sign(learner, enrolment, modules, edition):
    ModuleDates.objects.create(edition=edition, module_key=modules[0].translation_key, due_on=date(2020, 1, 31))
    done, here, _late, locked = (*units_below(modules[0], 3), quiz_below(modules[0], release=LOCKED))
    do(enrolment, done)
    link_below(modules[1], title="Elsewhere")
    page = html(learner, modules[0].url)
    assert 'data-is="done"><span class="knot"><svg class="icon" aria-hidden="true"><use href="' in page
    assert "Late" in page
    assert "Opens on March 3, 2199, 00:00 (Maputo)." in page
    assert locked.title in page
    assert here.title in page


def test_a_locked_unit_says_why_and_when_and_shows_no_word_of_it(learner, modules):
    first = link_below(modules[0])
    release = f'[{{"type": "unit", "value": {first.pk}}}, {{"type": "date", "value": "2199-03-03"}}]'
    unit = reading_below(modules[0], release=release, body=prose("The secret text."), lead="The secret lead.")
    page = html(learner, unit.url)
    assert "Opens on March 3, 2199, 00:00 (Maputo)." in page
    assert "Opens when you have done “A link”." in page
    assert "secret" not in page
    assert "Mark as done" not in page
    assert not Happening.objects.exists()


def test_a_locked_module_closes_its_page_and_its_units(learner, modules, edition):
    unit = reading_below(modules[1], body=prose("The secret text."))
    modules[1].intro = prose("The secret introduction.")
    modules[1].save()
    ModuleDates.objects.create(edition=edition, module_key=modules[1].translation_key, opens_on=date(2199, 3, 3))
    for url in (modules[1].url, unit.url):
        page = html(learner, url)
        assert "Opens on March 3, 2199" in page
        assert "secret" not in page
    assert "Opens on March 3, 2199" in html(learner, HERE)


def test_a_discussion_that_is_locked_shows_no_message_of_its_forum(learner, enrolment, modules):
    talk = discussion_below(modules[0], release=LOCKED)
    topic_in(page_forum(talk), title="The secret topic")
    assert "secret" not in html(learner, talk.url)


def test_others_read_what_is_locked_for_learners_as_before(client, modules, edition, cast_of_readers):
    unit = reading_below(modules[0], release=LOCKED, body=prose("The text."))
    for person in cast_of_readers:
        client.logout()
        if person:
            client.force_login(person)
        assert "The text." in html(client, unit.url)


@pytest.fixture
def cast_of_readers(edition, facilitator):
    """A stranger, a member who does not take part, a facilitator and an editor who take part themselves."""
    editor = PersonFactory(groups=["editor"])
    run(edition, facilitator)
    for person in (facilitator, editor):
        enrolled(person, edition)
    return [None, PersonFactory(), facilitator, editor]


def test_a_learner_never_sees_anothers_progress(learner, enrolment, modules, edition):
    unit = reading_below(modules[0])
    other = enrolled(PersonFactory(language="en"), edition)
    do(enrolment, unit)
    client = Client()
    client.force_login(other.person)
    assert "0 % done" in html(client, HERE)
    assert "100 % done" in html(learner, HERE)


def test_progress_is_kept_when_she_changes_the_language(learner, enrolment, course, modules, homes):
    unit = reading_below(modules[0])
    twin = course_below(section_below(homes["pt"], slug="courses"), title="Inspeção", translation_of=course)
    module = page_below(twin, type(modules[0]), title="Módulo", translation_of=modules[0])
    page_below(module, type(unit), title="Uma leitura", translation_of=unit)
    do(enrolment, unit)
    html(learner, "/pt/courses/inspection/module-name-1/a-reading/")
    assert UnitProgress.objects.count() == 1
    page = html(learner, "/pt/courses/inspection/module-name-1/")
    assert "Uma leitura" in page
    assert 'data-is="done"' in page


def test_the_open_pages_stay_out_of_shared_caches_for_her_alone(learner, modules):
    unit = reading_below(modules[0], release=LOCKED)
    for url in (HERE, unit.url):
        assert "private" in learner.get(url)["Cache-Control"]
    assert "private" not in Client().get(HERE).get("Cache-Control", "")


def forum_with(module, posts):
    forum = page_forum(module)
    for _ in range(posts):
        topic_in(forum)


@pytest.mark.parametrize("number", [1, 3])
def test_a_module_with_forum_and_progress_takes_eight_queries(learner, enrolment, modules, django_assert_num_queries, number):
    forum_with(modules[0], number)
    for unit in units_below(modules[0], number):
        do(enrolment, unit)
    html(learner, modules[0].url)
    with django_assert_num_queries(8):
        html(learner, modules[0].url)


@pytest.mark.parametrize("number", [1, 3])
def test_a_unit_that_was_opened_before_takes_as_few(learner, enrolment, modules, django_assert_max_num_queries, number):
    unit = units_below(modules[0], number)[0]
    for url in (unit.url, HERE):
        html(learner, url)
        with django_assert_max_num_queries(8):
            html(learner, url)


def test_ten_thousand_enrolments_cost_no_query_more(learner, enrolment, modules, course, django_assert_num_queries):
    forum_with(modules[0], 2)
    units_below(modules[0], 3)
    html(learner, modules[0].url)
    others = PersonFactory._meta.model.objects.bulk_create(
        PersonFactory._meta.model(email=f"many{number}@example.org", language="pt") for number in range(10_000)
    )
    type(enrolment).objects.bulk_create(
        type(enrolment)(edition=enrolment.edition, person=person, state="active", asked_at=NOW, since=NOW) for person in others
    )
    with django_assert_num_queries(8):
        assert "0 of 3 units" in html(learner, modules[0].url)


def test_a_second_edition_of_hers_that_is_closed_does_not_count(learner, enrolment, course, modules):
    unit = reading_below(modules[0])
    past = enrolled(enrolment.person, edition_of(course, name="2026", stage="closed", closed_at=NOW), since=timezone.now())
    html(learner, unit.url)
    assert UnitProgress.objects.get().enrolment == enrolment
    assert not UnitProgress.objects.filter(enrolment=past).exists()


def test_the_blocks_of_a_unit_have_names_that_hold_in_every_language(learner, enrolment, modules):
    unit = reading_below(modules[0], body='[{"type": "prose", "id": "9d7e", "value": "<p>Read.</p>"}]')
    page = html(learner, unit.url)
    assert '<div class="spot" id="b-9d7e">' in page
    assert f'data-place="/en/learning/units/{unit.translation_key}/place/"' in page
    assert "js/site" in page
    assert "js/site" not in html(Client(), unit.url)


def test_pages_with_progress_stay_light(learner, enrolment, modules):
    forum_with(modules[0], 10)
    for unit in units_below(modules[0], 8):
        do(enrolment, unit)
    assert len(gzip.compress(html(learner, modules[0].url).encode(), 6)) <= 14 * 1024
