"""Banks brought in: in = kept + left out, again changes nothing, languages join, nothing half done."""

from datetime import timedelta
from pathlib import Path

import pytest

from courses.exchange.actions import bring_in_questions
from courses.formats.items import Unreadable
from courses.formats.reading import read_questions
from courses.questions.grading import grade
from courses.questions.models import Question, QuestionFile, QuestionText, QuestionVersion
from courses.questions.queries import accepted_in_all, newest_version
from tests.courses.questions.conftest import *  # noqa: F403 - a storage that forgets
from tests.factories.learning import NOW

BANKS = Path(__file__).parents[1] / "formats" / "banks"
LATER = NOW + timedelta(days=1)
FILES = [("gift", "every_type.gift", 20), ("moodle-xml", "every_type.xml", 22)]


def bring(text, form="gift", language="pt", **options):
    data = text if isinstance(text, bytes) else text.encode()
    return bring_in_questions(found=read_questions(data, form), form=form, language=language, **({"now": NOW} | options))


def named(name) -> Question:
    return Question.objects.get(name=name)


@pytest.mark.parametrize(("form", "file", "total"), FILES)
def test_every_question_of_the_file_is_kept_or_left_out_with_its_reason(db, form, file, total):
    report = bring((BANKS / file).read_bytes(), form)
    assert report.total == total == len(report.kept) + len(report.left)
    assert Question.objects.count() == len(report.kept) == report.counts["new"]
    assert all(left.reason and left.place for left in report.left)
    assert QuestionVersion.objects.count() == len(report.kept)
    data = report.as_data()
    assert data["questions"] == len(data["kept"]) + len(data["left"])


@pytest.mark.parametrize(("form", "file", "total"), FILES)
def test_the_same_file_again_changes_nothing(db, form, file, total):
    bring((BANKS / file).read_bytes(), form)
    before = list(Question.objects.order_by("pk").values()), list(QuestionVersion.objects.order_by("pk").values())
    again = bring((BANKS / file).read_bytes(), form, now=LATER)
    assert again.counts["unchanged"] == len(again.kept)
    assert (list(Question.objects.order_by("pk").values()), list(QuestionVersion.objects.order_by("pk").values())) == before


@pytest.mark.parametrize(("form", "file", "total"), FILES)
def test_a_dry_run_tells_the_same_and_keeps_nothing(db, media, form, file, total):
    dry = bring((BANKS / file).read_bytes(), form, is_dry=True)
    assert not Question.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]
    wet = bring((BANKS / file).read_bytes(), form)
    assert (dry.counts, dry.left) == (wet.counts, wet.left)


def test_hostile_html_is_harmless_once_kept(db):
    bring((BANKS / "every_type.xml").read_bytes(), "moodle-xml")
    for text in QuestionText.objects.all():
        for html in (text.stem, *text.options.values(), *text.replies.values(), text.right, text.after):
            assert not any(bad in html for bad in ("<script", "onerror", "onclick", "javascript:", "<iframe", "example.org"))


def test_pictures_are_kept_with_their_question(db):
    bring((BANKS / "every_type.xml").read_bytes(), "moodle-xml")
    assert sorted(named("Idade mínima").files.values_list("name", flat=True)) == ["mapa azul-2.png", "mapa azul.png"]
    assert QuestionFile.objects.count() == 3
    assert "onerror" not in named("Idade mínima").texts.get().stem


def test_what_came_in_is_marked_rightly(db):
    bring((BANKS / "every_type.gift").read_bytes())
    years = newest_version(named("Vários"))
    assert [str(grade("numeric", {}, years.key, typed)) for typed in ("3,5", "4,4", "9")] == ["1.00000", "0.50000", "0.00000"]
    words = newest_version(named("Sigla"))
    accepted = accepted_in_all(words.texts)
    assert grade("short", words.shape, words.key, "organizacao internacional do trabalho", accepted) == 1
    assert named("Pares").shape["rights"].__len__() == 4


def test_a_changed_question_keeps_its_ids_and_gets_a_version(db):
    bring("::Q::Which?{=right ~wrong ~other}")
    before = named("Q")
    report = bring("::Q::Which one?{=right#Yes ~new ~wrong ~other}", now=LATER)
    after = named("Q")
    assert (report.counts["changed"], after.version) == (1, 2)
    assert [one for one in after.shape["options"] if one in before.shape["options"]] == before.shape["options"]
    assert after.texts.get().options[before.shape["options"][1]] == "wrong"


def test_a_corrected_key_keeps_the_ids(db):
    bring("::Q::Which?{=right ~wrong}")
    before = named("Q").shape
    bring("::Q::Which?{~right =wrong}")
    assert named("Q").shape == before
    assert [named("Q").key["weights"][one] for one in before["options"]] == [0, 100]


def test_another_language_joins_by_its_id_number(db):
    bring("$CATEGORY: Normas\n\n// [id:N1]\n::Idade::Que idade?{=18#Certo ~15}\n\n// [id:N2]\n::Sigla::Qual?{=OIT}")
    report = bring(
        "$CATEGORY: Standards\n\n// [id:N1]\n::Age::What age?{=18 years#Right ~15}\n\n// [id:N2]\n::Name::Which?{=ILO =%50%UN}",
        language="en",
    )
    assert report.counts["further"] == 1
    assert report.counts["changed"] == 1  # one more answer that counts: another key
    question = named("Idade")
    assert (question.folder, question.version, question.texts.count()) == ("Normas", 1, 2)
    english = newest_version(question).texts["en"]
    assert english["options"][question.shape["options"][0]] == "18 years"
    again = bring("$CATEGORY: Normas\n\n// [id:N1]\n::Idade::Que idade?{=18#Certo ~15}\n\n// [id:N2]\n::Sigla::Qual?{=OIT}")
    assert again.counts["unchanged"] == 2
    sigla = newest_version(named("Sigla"))
    assert {grade("short", {}, sigla.key, word, accepted_in_all(sigla.texts)) for word in ("oit", "ilo")} == {1}


@pytest.mark.parametrize(
    "text",
    ["// [id:N1]\n::Q::Which?{=a ~b ~c}", "// [id:N1]\n::Q::Which?{~a =b}", "// [id:N1]\n::Q::Which?{T}", "// [id:N1]\n::Q::Which?{=a}"],
)
def test_a_translation_with_other_answers_is_left_out(db, text):
    bring("// [id:N1]\n::Q::Qual?{=a ~b}")
    report = bring(text, language="en")
    assert [left.reason for left in report.left]
    assert Question.objects.get().texts.count() == 1


def test_a_folder_gets_the_words_of_a_file_in_turn(db):
    bring("::Um::Um?{=a ~b}\n\n::Dois::Dois?{#3}\n\n::Par::Par?{=a -> x =b -> y}", folder="Banco")
    report = bring("::One::One?{=a1 ~b1}\n\n::Two::Two?{#3#Yes}\n\n::Pair::Pair?{=a1 -> x1 =b1 -> y1}", language="en", onto="Banco")
    assert report.counts["further"] == 3
    assert Question.objects.count() == 3
    assert {text.stem for text in QuestionText.objects.filter(language="en")} == {"One?", "Two?", "Pair?"}
    with pytest.raises(Unreadable):
        bring("::One::One?{=a ~b}", language="fr", onto="Banco")


def test_two_of_one_name_stay_two_and_an_id_number_stands_once(db):
    text = "::Q::First?{=a ~b}\n\n::Q::Second?{=a ~b}\n\n// [id:X]\n::A::A?{T}\n\n// [id:X]\n::B::B?{T}"
    report = bring(text)
    assert report.counts == {"new": 3, "changed": 0, "further": 0, "unchanged": 0, "left": 1}
    assert bring(text).counts["unchanged"] == 3


def test_the_same_file_below_another_folder_is_another_bank(db):
    text = "// [id:X]\n::A::A?{T}"
    bring(text, folder="One")
    assert bring(text, folder="Two").counts["new"] == 1
    assert sorted(Question.objects.values_list("folder", flat=True)) == ["One", "Two"]


def test_a_question_that_staff_moved_is_known_again_where_it_is(db):
    bring("$CATEGORY: A\n\n::Q::Q?{T}")
    Question.objects.update(folder="B")
    assert bring("$CATEGORY: A\n\n::Q::Q?{T}").counts["unchanged"] == 1
    assert named("Q").folder == "B"


def test_gift_does_not_take_away_what_it_cannot_tell(db):
    xml = '<quiz><question type="multichoice"><name><text>Q</text></name><questiontext><text>Q?</text></questiontext>'
    xml += "<defaultgrade>3</defaultgrade><shuffleanswers>false</shuffleanswers><correctfeedback><text>Well done.</text></correctfeedback>"
    xml += '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer></question></quiz>'
    bring(xml, "moodle-xml")
    assert bring("::Q::Q?{=a ~b}").counts["unchanged"] == 1
    assert (named("Q").points, named("Q").shape["is_shuffled"], named("Q").texts.get().right) == (3, False, "Well done.")


def test_folders_too_long_and_text_too_odd_are_left_out_alone(db):
    report = bring(f"$CATEGORY: {'/'.join(['long name'] * 60)}\n\n::Q::Q?{{T}}\n\n$CATEGORY: A\n\n::R::\x01R\x0b?{{=\x02a}}")
    assert (report.counts["new"], report.counts["left"]) == (1, 1)
    assert named("R").texts.get().accepted.popitem()[1] == "a"
