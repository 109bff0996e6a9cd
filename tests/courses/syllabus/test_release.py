"""Every condition of release, alone and together, with the sentence that the learner reads."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from courses.syllabus.moments import end_in_words, moment_in_words, place_of, zone_named
from courses.syllabus.release import Condition, Facts, Named, Reason, reasons

MAPUTO = ZoneInfo("Africa/Maputo")
NOW = datetime(2027, 2, 1, 9, tzinfo=UTC)
QUIZ, UNIT, GONE = uuid4(), uuid4(), uuid4()
NAMED = {QUIZ: Named("The quiz", keys=(QUIZ,)), UNIT: Named("Age", keys=(UNIT,))}


def facts(**fields):
    given = {"now": NOW, "tz": MAPUTO, "begins": datetime(2027, 1, 25, tzinfo=MAPUTO), "done": set(), "percents": {}, "named": NAMED}
    return Facts(**(given | fields))


def sentences(found):
    with override("en"):
        return [reason.sentence(MAPUTO, NOW) for reason in found]


def test_without_conditions_it_is_open():
    assert reasons([], facts()) == ()


def test_a_date_opens_at_the_first_moment_of_the_day_in_the_editions_zone():
    conditions = [Condition("date", on=date(2027, 3, 3))]
    assert sentences(reasons(conditions, facts())) == ["Opens on March 3, 00:00 (Maputo)."]
    opens = datetime(2027, 3, 3, tzinfo=MAPUTO)
    assert reasons(conditions, facts(now=opens - timedelta(seconds=1)))
    assert not reasons(conditions, facts(now=opens))


def test_another_year_is_named():
    assert sentences(reasons([Condition("date", on=date(2028, 3, 3))], facts())) == ["Opens on March 3, 2028, 00:00 (Maputo)."]


def test_days_are_counted_from_the_first_day():
    conditions = [Condition("days", days=14)]
    assert sentences(reasons(conditions, facts())) == ["Opens on February 8, 00:00 (Maputo)."]
    assert not reasons([Condition("days", days=7)], facts())


def test_days_of_a_self_paced_edition_begin_on_the_day_she_came_in_where_the_edition_is():
    late_at_night = datetime(2027, 1, 31, 23, 30, tzinfo=UTC)  # the first of February in Maputo
    found = reasons([Condition("days", days=1)], facts(begins=late_at_night))
    assert found[0].at == datetime(2027, 2, 2, tzinfo=MAPUTO)


def test_the_day_on_which_the_edition_opens_a_module_counts_beside_its_conditions():
    found = reasons([Condition("date", on=date(2027, 2, 20))], facts(), opens_on=date(2027, 3, 1))
    assert [reason.at for reason in found] == [datetime(2027, 3, 1, tzinfo=MAPUTO)]


def test_a_unit_must_be_done():
    conditions = [Condition("unit", UNIT)]
    assert sentences(reasons(conditions, facts())) == ["Opens when you have done “Age”."]
    assert not reasons(conditions, facts(done={UNIT}))


@pytest.mark.parametrize(("percent", "is_open"), [(None, False), (0, False), (69, False), (70, True), (100, True)])
def test_a_score_must_be_reached(percent, is_open):
    found = reasons([Condition("score", QUIZ, 70)], facts(percents={} if percent is None else {QUIZ: percent}))
    assert (not found) is is_open
    assert sentences(found) == ([] if is_open else ["Opens when you have reached 70 % in “The quiz”."])


def test_the_previous_module_must_be_done():
    before = Named("Concepts", keys=(UNIT, QUIZ))
    conditions = [Condition("previous")]
    assert sentences(reasons(conditions, facts(done={UNIT}), before)) == ["Opens when you have done the module “Concepts”."]
    assert not reasons(conditions, facts(done={UNIT, QUIZ}), before)


def test_the_first_module_waits_for_none_and_one_without_units_that_count_is_done():
    assert not reasons([Condition("previous")], facts(), None)
    assert not reasons([Condition("previous")], facts(), Named("Empty"))


def test_what_is_not_published_any_more_holds_nobody_back():
    assert not reasons([Condition("unit", GONE), Condition("score", GONE, 50), Condition("unit")], facts())


def test_several_are_told_together_the_moment_first():
    conditions = [Condition("unit", UNIT), Condition("score", QUIZ, 60), Condition("date", on=date(2027, 3, 3)), Condition("unit", UNIT)]
    assert sentences(reasons(conditions, facts())) == [
        "Opens on March 3, 00:00 (Maputo).",
        "Opens when you have done “Age”.",
        "Opens when you have reached 60 % in “The quiz”.",
    ]


def test_a_condition_of_another_kind_holds_nobody_back():
    assert not reasons([Condition("moon")], facts())


def test_sentences_are_in_the_readers_language_down_to_the_city():
    with override("pt"):
        assert place_of(ZoneInfo("Africa/Sao_Tome")) == "São Tomé"
        assert "março" in moment_in_words(datetime(2027, 3, 3, tzinfo=MAPUTO), MAPUTO, NOW).lower()


@pytest.mark.parametrize(("zone", "place"), [("UTC", "UTC"), ("Etc/GMT+3", "GMT+3"), ("America/Argentina/Buenos_Aires", "Buenos Aires")])
def test_zones_are_named_by_their_city_where_they_have_one(zone, place):
    with override("en"):
        assert place_of(ZoneInfo(zone)) == place


def test_a_day_is_over_in_its_last_minute():
    with override("en"):
        assert end_in_words(datetime(2027, 5, 15, tzinfo=MAPUTO), MAPUTO, NOW) == "May 14, 23:59 (Maputo)"


def test_a_zone_that_nobody_knows_falls_back():
    assert zone_named("Mars/Olympus", MAPUTO) is MAPUTO
    assert zone_named("", MAPUTO) is MAPUTO
    assert zone_named("Europe/Lisbon") == ZoneInfo("Europe/Lisbon")


def test_a_reason_without_a_name_is_still_a_sentence():
    assert sentences([Reason("unit")]) == ["Opens when you have done “”."]
