"""Every screen of an edition, in every language and in odd states: one heading, named fields, nothing inline, no error."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.translation import override

from courses.editions.actions import close_edition
from courses.evaluation.actions import answer
from courses.evaluation.models import Questionnaire
from tests.courses.cohorts.conftest import did
from tests.factories.accounts import PersonFactory
from tests.factories.learning import NOW, edition_of, enrolled, quiz_below, run, self_paced

pytestmark = pytest.mark.django_db
LANGUAGES = ("pt", "pt-br", "en", "es", "fr")
SCREENS = [
    "cohort",
    "cohort-summary",
    "cohort-write",
    "cohort-learner",
    "attendance",
    "event-attendance",
    "edition-report",
    "evaluation-figures",
    "evaluation-edit",
]
INPUT = re.compile(r"<(?:input|select|textarea)\b[^>]*>")


def address(name, edition, learner=None, event=None, language="en"):
    more = {"cohort-learner": learner, "event-attendance": event}.get(name)
    with override(language):
        return reverse(name, args=[edition.uid, *([more.uid] if more else [])])


@pytest.fixture
def full(edition, modules, units, ana):
    """An edition in which something of everything happened."""
    quiz_below(modules[0], title="First test", purpose="before")
    quiz_below(modules[1], title="Last test", purpose="after")
    did(ana, units[0][0])
    enrolled(PersonFactory(name="Waits"), edition, state="waiting")
    edition.events.create(title="Webinar", starts_at=NOW + timedelta(days=3))
    return edition


def main_of(text):
    return text.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_each_screen_is_whole_in_each_language(inside, full, ana, name, language):
    event = full.events.get()
    got = inside.get(address(name, full, ana, event, language))
    assert got.status_code == 200
    text = main_of(got.text)
    assert text.count("<h1") == 1
    assert " style=" not in text
    assert "<script" not in text
    assert " onclick" not in text
    ids = re.findall(r' id="([^"]+)"', got.text)
    assert len(ids) == len(set(ids))
    assert 'content="noindex"' in got.text


@pytest.mark.parametrize("name", SCREENS)
def test_each_field_has_a_name_for_those_who_hear_it(inside, full, ana, name):
    text = main_of(inside.get(address(name, full, ana, full.events.get())).text)
    for field in INPUT.findall(text):
        if 'type="hidden"' in field:
            continue
        own = re.search(r' id="([^"]+)"', field)
        is_labelled = own and f'for="{own[1]}"' in text
        assert is_labelled or 'name="p-' in field, field  # those of attendance stand inside their labels


@pytest.mark.parametrize("name", SCREENS)
def test_tables_have_headings_and_captions(inside, full, ana, name):
    text = main_of(inside.get(address(name, full, ana, full.events.get())).text)
    assert text.count("<table") == text.count("<caption>") + text.count("<caption lang")
    if "<table" in text:
        assert 'scope="col"' in text
        assert 'scope="row"' in text


@pytest.mark.parametrize("name", SCREENS)
def test_each_screen_stands_in_a_closed_edition(inside, full, ana, tutor, name):
    close_edition(edition=full, by=tutor, now=NOW)
    got = inside.get(address(name, full, ana, full.events.get()), follow=True)
    assert got.status_code == 200


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ("cohort-learner", "event-attendance")])
@pytest.mark.parametrize("make", [self_paced, edition_of])
def test_each_screen_stands_in_an_edition_without_anybody(client, course, facilitator, name, make):
    empty = make(course)
    run(empty, facilitator)
    client.force_login(facilitator)
    assert client.get(address(name, empty)).status_code == 200


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ("cohort-write", "event-attendance", "evaluation-edit")])
def test_what_only_shows_takes_no_post(inside, full, ana, name):
    assert inside.post(address(name, full, ana)).status_code == 405


@pytest.mark.parametrize("name", SCREENS)
def test_looking_changes_nothing(inside, full, ana, name):
    where = address(name, full, ana, full.events.get())
    assert inside.head(where).status_code == 200
    inside.get(where)
    assert not full.staff_acts.exists()
    assert not Questionnaire.objects.exists()


@pytest.mark.parametrize("name", ["cohort", "cohort-summary", "cohort-write", "attendance", "edition-report"])
def test_screens_lead_to_one_another_and_back_to_the_edition(inside, full, name):
    text = main_of(inside.get(address(name, full)).text)
    for other in ("cohort", "cohort-summary", "cohort-write", "attendance", "evaluation-figures", "edition-report", "teaching-edition"):
        assert f'href="{address(other, full)}"' in text
    assert text.count('aria-current="page"') == 2


def test_a_frozen_report_reads_in_every_language(inside, full, tutor, ana):
    Questionnaire.objects.create(edition=full, opens_on=NOW.date())
    for place in range(5):
        answer(enrolment=enrolled(PersonFactory(), full), given={"useful": place + 1, "device": "phone"}, now=NOW)
    close_edition(edition=full, by=tutor, now=NOW)
    said = {
        "pt": "O que aprendi serve-me no trabalho.",
        "en": "What I learned is useful in my work.",
        "es": "Lo que aprendí me sirve en mi trabajo.",
        "fr": "Ce que j’ai appris me sert dans mon travail.",
    }
    for language, words in said.items():
        assert words in inside.get(address("edition-report", full, language=language)).text
        assert words in inside.get(address("evaluation-figures", full, language=language)).text
