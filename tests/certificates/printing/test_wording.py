"""From what was said to words in each language."""

import pytest
from django.utils import translation

from certificates.printing.sheets import Picture
from certificates.printing.wording import labels, sheet_of, standard_texts
from tests.certificates.printing.paper import NUMBER, QR, said, sheet


def facts(number: int = 0, **changes) -> dict[str, str]:
    return {key: value for key, _label, value in sheet(**changes).words[number].facts}


def made(texts, **changes):
    return sheet_of(
        said(**changes), layout="plain", orientation="portrait", texts=texts, number=NUMBER, qr=QR, address="academy.example/verify"
    )


def test_the_house_has_words_for_each_kind():
    headlines = {standard_texts(kind, "en")["headline"] for kind in ("completion", "participation", "contribution")}
    assert headlines == {"Certificate of completion", "Certificate of participation", "Certificate of contribution"}


def test_each_language_has_its_own_title_of_the_course_and_one_that_is_missing_is_taken_from_the_main_one():
    assert [words.course for words in sheet().words] == [
        "Inspeção do trabalho contra o trabalho infantil",
        "Labour inspection against child labour",
    ]
    assert [words.course for words in sheet(languages=["en", "fr"]).words] == ["Labour inspection against child labour"] * 2
    assert sheet(languages=["pt-br"]).words[0].course == "Inspeção do trabalho contra o trabalho infantil"
    assert sheet(languages=["fr"], course={"es": "Inspección"}).words[0].course == "Inspección"


def test_facts_are_written_as_each_language_writes_them():
    english = facts(1)
    assert english == {
        "edition": "2.ª edição",
        "hours": "27.5 hours",
        "dates": "2 November to 13 December 2026",
        "awarded_on": "13 December 2026",
    }
    assert facts(0)["hours"].startswith("27,5 ")
    assert facts(0)["awarded_on"].casefold() == "13 de dezembro de 2026"


@pytest.mark.parametrize(
    ("hours", "words"), [("1", "1 hour"), ("1.0", "1 hour"), ("0.5", "0.5 hours"), ("1.5", "1.5 hours"), ("40", "40 hours")]
)
def test_hours_are_counted(hours, words):
    assert facts(1, hours=hours)["hours"] == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-12-20", "2027-01-08", "20 December 2026 to 8 January 2027"),
        ("2026-12-20", "", "20 December 2026"),
        ("", "2026-12-20", "20 December 2026"),
        ("2026-12-20", "2026-12-20", "20 December 2026"),
    ],
)
def test_a_period_says_its_year_once(first, last, words):
    assert facts(1, starts_on=first, ends_on=last)["dates"] == words


def test_what_is_not_known_is_not_printed():
    told = facts(1, edition="", hours="", starts_on="", ends_on="", percent=None)
    assert told == {"awarded_on": "13 December 2026"}


def test_the_grade_is_printed_only_where_the_template_says_so():
    both = [sheet_of(said(), **_how(), shows_percent=shows).words[1] for shows in (True, False)]
    assert [{key: value for key, _label, value in words.facts}.get("percent") for words in both] == ["86%", None]
    without = sheet_of(said(percent=None), **_how(), shows_percent=True)
    assert all(key != "percent" for words in without.words for key, _label, _value in words.facts)


def _how():
    return {"layout": "woven", "orientation": "portrait", "texts": {}, "number": NUMBER, "qr": QR, "address": "academy.example/verify"}


def test_a_certificate_that_ends_says_when():
    assert facts(1, valid_until="2028-12-13")["valid_until"] == "13 December 2028"


def test_the_texts_of_a_template_stand_before_those_of_the_house():
    words = made({"en": {"headline": "Diploma", "body": "To {name}: {course}[, {hours}], {starts_on}"}}).words[1]
    assert (words.headline, words.before, words.course) == ("Diploma", "To", "Labour inspection against child labour")
    assert words.after == "27.5 hours, 2 November 2026"
    assert words.small == standard_texts("completion", "en")["small"]


def test_what_the_sentence_tells_is_not_told_again_beside_it():
    words = made({"en": {"body": "{name} {course} {hours} {starts_on}"}}).words[1]
    assert {key for key, _label, _value in words.facts} == {"edition", "awarded_on"}


def test_a_name_that_looks_like_a_field_is_a_name():
    assert made({"en": {"small": "{name}"}}, name="{course}").words[1].small == "{course}"


def test_the_address_is_printed_without_the_number_that_stands_beside_it():
    assert sheet().address == "academy.example/verify"


def test_pictures_of_signatures_are_found_by_their_hash_and_a_missing_one_leaves_the_line():
    rows = [{"name": "Ana", "title": "Chair", "image": "sha"}, {"name": "Rui", "title": "", "image": "gone"}, {"name": "Eva", "title": ""}]
    made = sheet_of(said(signatories=rows), **_how(), images={"sha": b"picture"}, logos=(Picture(b"logo", "Logo"),))
    assert [one.image for one in made.signatories] == [b"picture", b"", b""]
    assert made.logos == (Picture(b"logo", "Logo"),)


def test_the_cloth_is_that_of_the_course():
    assert sheet().cloth == said()["course_key"]
    assert sheet_of(said(), **_how(), cloth="other").cloth == "other"


def test_wording_leaves_the_language_of_the_caller_alone():
    with translation.override("fr"):
        labels("en")
        sheet()
        assert translation.get_language() == "fr"
