"""Saving what a form tells: heads, translations, short answers in several languages, pictures."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from courses.bank.actions import save_question
from courses.questions.actions import NotKept
from courses.questions.models import Question
from courses.questions.queries import newest_version
from tests.courses.questions.conftest import picture
from tests.factories.learning import NOW

HEAD = {
    "stem": "Que idade?",
    "name": "Idade",
    "folder": " Normas / Idade ",
    "points": 2,
    "source": "C138",
    "is_shuffled": True,
    "right": "Sim",
}
ROWS = [{"words": "18", "weight": 100}, {"words": "15", "weight": 0, "reply": "Não"}]


@pytest.fixture
def save(editor):
    def saved(rows=ROWS, question=None, kind="single", language="pt", is_translation=False, **head):
        given = {"question": question, "kind": kind, "language": language, "is_translation": is_translation, "by": editor, "now": NOW}
        return save_question(head=HEAD | head, rows=rows, **given)

    return saved


def test_the_head_is_kept(save, editor):
    question = save().question
    assert (question.name, question.folder, question.points, question.shape["is_shuffled"]) == ("Idade", "Normas/Idade", 2, True)
    text = question.texts.get()
    assert (text.stem, text.right, text.source) == ("Que idade?", "Sim", "C138")
    assert newest_version(question).by == editor


def test_saving_again_what_is_there_changes_nothing(save):
    question = save().question
    rows = [
        {"id": one, "words": question.texts.get().options[one], "weight": question.key["weights"][one]} for one in question.shape["options"]
    ]
    rows[1]["reply"] = "Não"
    assert save(rows, question).outcome == "unchanged"


def test_a_translation_leaves_name_folder_points_and_key_alone(save):
    question = save().question
    rows = [{"id": one, "words": f"fr {number}"} for number, one in enumerate(question.shape["options"])]
    kept = save(rows, question, language="fr", is_translation=True, stem="Quel âge ?", name="Other", folder="Other", points=9)
    assert kept.outcome == "further"
    again = Question.objects.get()
    assert (again.name, again.folder, again.points, again.version) == ("Idade", "Normas/Idade", 2, 1)
    assert newest_version(again).texts["fr"]["options"] == {row["id"]: row["words"] for row in rows}


def test_a_translation_with_words_missing_is_refused(save):
    question = save().question
    with pytest.raises(NotKept) as refusal:
        save([{"id": question.shape["options"][0], "words": "x"}], question, language="fr", is_translation=True)
    assert refusal.value.problems[0].field == "options"


def test_short_answers_are_each_languages_own(save):
    question = save([{"words": "OIT", "weight": 100}], kind="short", is_case_kept=True).question
    one = next(iter(question.key["weights"]))
    rows = [{"id": one, "words": "ILO", "weight": 100}, {"words": "UN", "weight": 50}]
    save(rows, question, "short", "en", True)
    question.refresh_from_db()
    assert (len(question.key["weights"]), question.shape["is_case_kept"]) == (2, True)
    version = newest_version(question)
    assert (version.texts["pt"]["accepted"], len(version.texts["en"]["accepted"])) == ({one: "OIT"}, 2)
    save([{"id": one, "words": "OIT!", "weight": 100}], question, "short", is_case_kept=False)
    question.refresh_from_db()
    assert (len(question.key["weights"]), question.shape["is_case_kept"]) == (2, False)


def test_an_uploaded_picture_stands_below_the_question(save):
    file = SimpleUploadedFile("a/<map> 1.png", picture())
    question = save(picture=file, alt='A "map"').question
    assert question.files.count() == 1
    stem = question.texts.get().stem
    assert stem.startswith("Que idade?<p><img src=")
    assert "&quot;map&quot;" in stem


def test_the_same_origin_makes_no_second_question(save, editor):
    given = {"question": None, "kind": "single", "language": "pt", "head": HEAD, "rows": ROWS, "by": editor, "now": NOW, "origin": "new:1"}
    save_question(**given)
    with pytest.raises(IntegrityError):
        save_question(**given)
