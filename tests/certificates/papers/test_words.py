"""What a certificate says is taken down from course, edition and person as they stand."""

from datetime import UTC, date, datetime

import pytest

from certificates.credentials.models import Award
from certificates.papers.actions import drop_folder, folder_of, tidy
from certificates.papers.obstacles import Obstacle
from certificates.papers.queries import course_facts, languages_for, snapshot_of, valid_until_moment
from courses.completion.models import Completion
from tests.factories.certificates import award_of, template_of
from tests.factories.content import section_below
from tests.factories.courses import course_below
from tests.factories.learning import NOW, enrolled, self_paced

pytestmark = pytest.mark.django_db


def test_the_course_is_named_in_every_language_that_it_is_really_translated_into(course, edition, homes):
    section = section_below(homes["fr"], title="Cours", slug="cours")
    course_below(section, title="Inspection du travail", slug="inspection", translation_of=course)
    copy = section_below(homes["es"], title="Cursos", slug="cursos")
    course_below(copy, title="Inspection", slug="inspection", translation_of=course, alias_of=course)
    assert course_facts(edition) == ({"en": "Inspection", "fr": "Inspection du travail"}, "27")


def test_of_a_course_that_is_gone_the_edition_names_it(course, edition):
    course.live = False
    course.save()
    assert course_facts(edition) == ({"pt": "2027"}, "")


@pytest.mark.parametrize(("language", "found"), [("pt-br", ["pt", "en"]), ("en", ["en", "pt"]), ("es", ["pt", "en"])])
def test_her_language_stands_first_where_the_design_has_it(issuer, language, found):
    assert languages_for(language, template_of(issuer)) == found


def test_at_ones_own_pace_it_was_held_from_coming_in_to_completing(course, learner, template):
    edition = self_paced(course)
    row = enrolled(learner, edition)
    Completion.objects.create(enrolment=row, completed_at=datetime(2027, 3, 1, 23, 0, tzinfo=UTC))
    words = snapshot_of(award_of(learner, edition), template)
    assert (words.edition, words.starts_on, words.ends_on) == ("", "2027-02-01", "2027-03-02"), "days are those of Maputo"
    assert words.awarded_on == "2027-03-02"


def test_one_for_taking_part_has_neither_hours_nor_a_grade(issuer, completion, learner, edition):
    template = template_of(issuer, kind="participation", shows_percent=True)
    words = snapshot_of(award_of(learner, edition, kind="participation", made_at=NOW), template)
    assert (words.kind, words.hours, words.percent, words.awarded_on) == ("participation", "", None, "2027-02-01")


@pytest.mark.parametrize(
    ("day", "months", "last"), [("2027-01-31", 1, "2027-02-28"), ("2027-12-15", 1, "2028-01-15"), ("2027-02-01", 24, "2029-02-01")]
)
def test_it_holds_for_whole_months(issuer, edition, learner, day, months, last):
    template = template_of(issuer, valid_months=months)
    at = datetime.combine(date.fromisoformat(day), datetime.min.time(), tzinfo=edition.tz)
    words = snapshot_of(award_of(learner, edition, made_at=at), template)
    assert words.valid_until == last
    assert valid_until_moment(words, edition) == edition.day_ends(date.fromisoformat(last))


def test_without_a_name_nothing_is_said(edition, learner, template):
    with pytest.raises(Obstacle):
        snapshot_of(award_of(learner, edition, name=""), template)
    with pytest.raises(Obstacle):
        snapshot_of(award_of(None, edition, name="Ana"), template)


def test_tidying_what_is_not_there_is_no_error(edition, learner):
    row: Award = award_of(learner, edition)
    assert tidy(award=row) == 0
    drop_folder(award_uid=row.uid)
    assert folder_of(award_uid=row.uid).endswith(row.uid.hex)
