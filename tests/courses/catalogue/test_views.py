"""Course, module and unit as they are read."""

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from django.test import RequestFactory

from content.audience.actions import set_level
from courses.catalogue.models import CoursePage, ModulePage
from courses.catalogue.views import tell_of_courses
from tests.factories.content import page_below, prose, published, section_below
from tests.factories.courses import course_below, link_below, modules_below, reading_below, units_below, video_below

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE = "/en/courses/inspection/"

pytestmark = pytest.mark.django_db


class Words(HTMLParser):
    """The words of a page, and the addresses it links to."""

    def __init__(self, html):
        super().__init__()
        self.words, self.links = [], []
        self.feed(html)
        self.text = " ".join(" ".join(self.words).split())

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs).get("href"))


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200, url
    return Words(response.content.decode())


def test_a_course_shows_its_cloth_its_facts_and_its_modules(client, course):
    for module in modules_below(course, 2):
        units_below(module, 3)
    page = client.get(HERE)
    words = Words(page.content.decode())
    assert "Module 1 · 4 hours" in words.text
    assert "3 units" in words.text
    assert "27 hours · 6 weeks" in words.text
    assert words.links.count(f"{HERE}module-name-2/") == 2
    assert page.content.count(b"data-woven") == 2


def test_a_course_without_modules_says_so_and_has_no_cloth(client, course):
    page = client.get(HERE)
    assert "Nothing is published here yet." in Words(page.content.decode()).text
    assert b"data-woven" not in page.content


def test_a_module_says_where_it_stands(client, course):
    modules_below(course, 3)
    assert "Module 2 of 3 · 4 hours" in read(client, f"{HERE}module-name-2/").text


def test_a_module_leads_to_its_units_and_its_neighbours(client, course):
    modules = modules_below(course, 3)
    units_below(modules[1], 2)
    words = read(client, f"{HERE}module-name-2/")
    assert {f"{HERE}module-name-2/unit-name-1/", f"{HERE}module-name-2/unit-name-2/"} <= set(words.links)
    assert {f"{HERE}module-name-1/", f"{HERE}module-name-3/"} <= set(words.links)


def test_a_module_shows_all_that_was_written(client, course):
    page_below(
        course,
        ModulePage,
        title="Visits",
        aims='[{"type": "aim", "value": "The aim"}]',
        outcomes='[{"type": "outcome", "value": "The outcome"}]',
        intro=prose("The introduction."),
        videos='[{"type": "video", "value": {"title": "The video", "place": "none", "transcripts": '
        '[{"type": "item", "id": "9d7e", "value": {"language": "pt", "text": "<p>The transcript</p>"}}]}}]',
        activities='[{"type": "activity", "value": "The activity"}]',
        reading=prose("The reading."),
        standards="C138, C182",
        forum_text=prose("The question?"),
    )
    text = read(client, f"{HERE}visits/").text
    for words in (
        "The aim.",
        "The outcome",
        "The introduction.",
        "The video",
        "The transcript",
        "The activity",
        "The reading.",
        "C138, C182",
    ):
        assert words in text
    assert "The question?" in text
    assert "No video yet" in text


def test_aims_are_a_list_where_a_lead_was_written(client, course):
    page_below(course, ModulePage, title="Visits", lead="The lead.", aims='[{"type": "aim", "value": "The aim"}]')
    text = read(client, f"{HERE}visits/").text
    assert "The lead." in text
    assert "The aim." not in text
    assert "Aims The aim" in text


def test_an_empty_module_reads_without_empty_headings(client, course):
    page_below(course, ModulePage, title="Bare")
    text = read(client, f"{HERE}bare/").text
    for heading in "Units", "Aims", "Learning outcomes", "Further reading", "Standards of the module":
        assert heading not in text


def test_a_unit_says_its_kind_and_what_it_costs(client, course):
    module = modules_below(course, 1)[0]
    video_below(module, place="youtube", megabytes="9.1")
    text = read(client, f"{HERE}module-name-1/").text
    assert "video · 4 min · ≈ 9.1 MB, or as text" in text


def test_units_lead_from_one_to_the_next_and_back_to_the_module(client, course):
    units_below(modules_below(course, 1)[0], 3)
    first, middle, last = (read(client, f"{HERE}module-name-1/unit-name-{number}/") for number in (1, 2, 3))
    assert "Unit 2 of 3" in middle.text
    assert "Previous:" not in first.text
    assert {f"{HERE}module-name-1/unit-name-1/", f"{HERE}module-name-1/unit-name-3/"} <= set(middle.links)
    assert "Back to the module" in last.text


def test_a_link_leads_out_by_a_button(client, course):
    link_below(modules_below(course, 1)[0])
    assert "https://example.org/c138" in read(client, f"{HERE}module-name-1/a-link/").links


def test_what_an_editor_writes_stays_text(client, course):
    hostile = "<script>alert(1)</script>"
    module = page_below(course, ModulePage, title="Visits", standards=hostile, outcomes=f'[{{"type": "outcome", "value": "{hostile}"}}]')
    reading_below(module, title=hostile, slug="unit")
    html = client.get(f"{HERE}visits/").content.decode()
    assert hostile not in html
    assert html.count("&lt;script&gt;") >= 3


def test_a_members_module_is_marked_for_members_and_hidden_from_strangers(client, course, member):
    modules = modules_below(course, 2)
    set_level(translation_key=modules[1].translation_key, level="members", now=NOW)
    assert "Module name 2" not in read(client, HERE).text
    assert "Module 1 of 1" in read(client, f"{HERE}module-name-1/").text
    assert client.get(f"{HERE}module-name-2/").status_code == 302
    client.force_login(member)
    assert "For members" in read(client, HERE).text
    assert "Module 2 of 2" in read(client, f"{HERE}module-name-2/").text


def test_under_another_language_a_module_that_is_not_translated_says_in_which_language_it_is(client, homes, course):
    published(course)
    module = published(modules_below(course, 1)[0])
    published(reading_below(module, title="A text"))
    html = client.get("/fr/courses/inspection/module-name-1/").content.decode()
    assert '<b lang="en">A text</b>' in html
    assert "/fr/courses/inspection/module-name-1/a-text/" in html


def test_brazilian_readers_stay_under_their_prefix(client, homes):
    units_below(modules_below(course_below(section_below(homes["pt"], slug="courses")), 1)[0], 1)
    assert "/pt-br/courses/inspection/module-name-1/unit-name-1/" in read(client, "/pt-br/courses/inspection/module-name-1/").links


def test_a_draft_among_live_ones_has_no_number(course, member):
    modules_below(course, 1)
    draft = page_below(course, ModulePage, title="Draft", live=False)
    request = RequestFactory().get(f"{HERE}draft/")
    request.user = member
    assert tell_of_courses(request, draft)["number"] is None


def test_a_page_that_was_never_saved_is_told_nothing(member):
    request = RequestFactory().get("/")
    request.user = member
    assert tell_of_courses(request, CoursePage(title="New")) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_the_course_page_takes_the_same_queries_with_one_and_three_modules(client, course, member, django_assert_num_queries, number):
    for module in modules_below(course, number):
        units_below(module, 3)
    client.force_login(member)
    client.get(HERE)
    with django_assert_num_queries(6):
        client.get(HERE)


@pytest.mark.parametrize("number", [1, 3])
def test_the_module_page_takes_the_same_queries_with_one_and_three_units_and_modules(
    client, course, member, django_assert_num_queries, number
):
    units_below(modules_below(course, number)[0], number)
    client.force_login(member)
    client.get(f"{HERE}module-name-1/")
    with django_assert_num_queries(7):
        client.get(f"{HERE}module-name-1/")


@pytest.mark.parametrize("number", [1, 3])
def test_a_unit_takes_the_same_queries_with_one_and_three_beside_it(client, course, member, django_assert_num_queries, number):
    units_below(modules_below(course, 1)[0], number)
    client.force_login(member)
    client.get(f"{HERE}module-name-1/unit-name-1/")
    with django_assert_num_queries(6):
        client.get(f"{HERE}module-name-1/unit-name-1/")
