"""A question as learners see it, and lines of the list."""

import pytest

from courses.bank.queries import entry, folders, preview, shown_way, sifted, source_language
from courses.bank.rows import question_of
from courses.questions.actions import keep_question
from courses.questions.models import Question, QuestionVersion
from courses.questions.queries import newest_version, picture_addresses
from tests.courses.bank.conftest import ROWS
from tests.courses.questions.conftest import choice, picture
from tests.factories.learning import NOW

WIDGETS = {
    "single": "radio",
    "true_false": "radio",
    "multiple": "checkbox",
    "matching": "pairs",
    "ordering": "places",
    "short": "text",
    "numeric": "text",
}


def written(kind, **words):
    shape, key, made = question_of(kind, ROWS[kind], {})
    texts = {"pt": made | {"stem": "Q?", "source": "C138"} | words}
    return keep_question(kind=kind, shape=shape, key=key, texts=texts, name=kind, folder="A/B", now=NOW).question


@pytest.mark.parametrize("kind", WIDGETS)
def test_each_kind_is_shown_with_its_widget_and_all_its_lines(db, kind):
    seen = preview(newest_version(written(kind)), "pt", {})
    assert (seen.widget, seen.code, seen.stem, seen.source) == (WIDGETS[kind], "pt", "Q?", "C138")
    wanted = [row for row in ROWS[kind] if row["words"]]
    assert len(seen.lines) == len(wanted)
    assert all(line.html for line in seen.lines)


def test_what_is_right_is_told_with_its_feedback(db):
    lines = preview(newest_version(written("single")), "pt", {}).lines
    assert [(line.html, line.is_right, line.other, line.reply) for line in lines] == [
        ("18", True, "100 %", "Certo"),
        ("15", False, "0 %", ""),
    ]
    pairs = preview(newest_version(written("matching")), "pt", {})
    assert [(line.html, line.other) for line in pairs.lines] == [("C138", "idade"), ("C182", "formas")]
    assert set(pairs.rights) == {"idade", "formas", "férias"}
    places = preview(newest_version(written("ordering")), "pt", {}).lines
    assert [(line.html, line.other) for line in places] == [("um", "1"), ("dois", "2"), ("três", "3")]
    numbers = preview(newest_version(written("numeric")), "pt", {}).lines
    assert [(line.html, line.is_right, line.reply) for line in numbers] == [("3,5 ± 0,1", True, ""), ("*", False, "Longe")]


def test_what_is_said_afterwards_is_told_by_its_name(db):
    seen = preview(newest_version(written("single", right="<p>Sim</p>", after="Ver")), "pt", {})
    assert seen.said == [("right", "<p>Sim</p>"), ("after", "Ver")]


def test_a_picture_is_shown_at_its_address(db):
    words = {"pt": {"stem": '<img src="@@PLUGINFILE@@/map.png" alt="Mapa">', "options": {"a": "1", "b": "2"}}}
    question = keep_question(**choice(texts=words, files={"map.png": picture()})).question
    addresses = picture_addresses([question.pk])[question.pk]
    assert addresses["map.png"] in preview(newest_version(question), "pt", addresses).stem
    assert preview(newest_version(question), "pt", {}).stem == "Mapa"


def test_a_language_that_is_missing_shows_the_nearest_and_no_words_show_nothing(kept):
    assert preview(newest_version(kept), "fr", {}).code == "pt"
    assert preview(QuestionVersion(kind="single", shape={}, key={}, texts={}), "fr", {}) is None


def test_a_line_of_the_list_tells_words_languages_and_folder(kept):
    keep_question(**choice(question=kept, texts={"fr": {"stem": "<p>Quel <b>âge</b> ?</p>", "options": {"a": "1", "b": "2"}}}))
    line = entry(sifted({}).get(), "fr")
    assert (line.code, line.words, line.languages, line.folder) == ("fr", "Quel âge ?", ["fr", "pt"], "Normas › Idade")
    assert entry(sifted({}).get(), "en").code == "pt"


def test_the_language_of_a_question_is_that_of_its_first_words(kept):
    keep_question(**choice(question=kept, texts={"en": {"stem": "Age?", "options": {"a": "1", "b": "2"}}}))
    assert source_language(kept) == "pt"
    assert source_language(Question.objects.create(kind="short", changed_at=NOW)) == ""


def test_folders_are_listed_from_the_top_with_what_they_hold(kept):
    keep_question(**choice(name="x", folder="Normas"))
    keep_question(**choice(name="y", folder="A//B"))
    assert [(one.path, one.name, one.held) for one in folders()] == [
        ("A//B", "A/B", 1),
        ("Normas", "Normas", 2),
        ("Normas/Idade", "Normas › Idade", 1),
    ]
    assert shown_way("") == ""


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({}, 1),
        ({"q": "idade"}, 1),
        ({"q": "que  idade nada"}, 0),
        ({"q": "%"}, 0),
        ({"kind": "single"}, 1),
        ({"kind": "short"}, 0),
        ({"language": "pt"}, 1),
        ({"language": "es"}, 0),
        ({"folder": "Normas"}, 1),
        ({"folder": "Norm"}, 0),
        ({"folder": "Normas/Idade/"}, 1),
        ({"retired": True}, 0),
    ],
)
def test_questions_are_sifted(kept, wanted, number):
    assert sifted(wanted).count() == number
