"""Writing questions: versions, languages, pictures, what is refused."""

from datetime import timedelta
from decimal import Decimal

import pytest

from courses.questions.actions import NotKept, keep_question, retire_question
from courses.questions.models import Question, QuestionVersion
from courses.questions.pictures import NotTaken
from courses.questions.queries import newest_version, picture_addresses
from tests.courses.questions.conftest import choice, picture
from tests.factories.learning import NOW

LATER = NOW + timedelta(days=1)
FRENCH = {"stem": "Quel âge ?", "options": {"a": "18 ans", "b": "15 ans"}}
MAP = '<p>Onde?</p><img src="@@PLUGINFILE@@/map.png" alt="Mapa">'


def texts(**words):
    return {"pt": {"stem": "Onde?", "options": {"a": "x", "b": "y"}} | words}


def test_a_new_question_has_its_first_version(kept, editor):
    version = newest_version(kept)
    assert (version.number, version.kind, version.key) == (1, "single", {"weights": {"a": 100, "b": 0}})
    assert version.texts["pt"]["options"] == {"a": "18", "b": "15"}
    assert version.texts["pt"]["source"] == "C138"


def test_the_same_again_changes_nothing(kept):
    again = keep_question(**choice(question=kept, now=LATER))
    kept.refresh_from_db()
    assert (again.outcome, kept.version, kept.changed_at, QuestionVersion.objects.count()) == ("unchanged", 1, NOW, 1)


@pytest.mark.parametrize(
    "change",
    [
        {"key": {"weights": {"a": 0, "b": 100}}},
        {"points": Decimal(2)},
        {"shape": {"options": ["b", "a"], "is_shuffled": True}},
        {"texts": {"pt": {"stem": "Outra?", "options": {"a": "18", "b": "15"}}}},
    ],
)
def test_another_key_shape_value_or_wording_is_another_version(kept, change, editor):
    first = newest_version(kept)
    changed = keep_question(**choice(question=kept, now=LATER, by=editor, **change))
    assert (changed.outcome, changed.question.version) == ("changed", 2)
    assert newest_version(kept.__class__.objects.get()).by == editor
    first.refresh_from_db()
    assert first.key == {"weights": {"a": 100, "b": 0}}
    assert first.texts["pt"]["stem"] == "<p>Que idade?</p>"


def test_a_name_or_folder_is_no_version(kept):
    moved = keep_question(**choice(question=kept, name="Outro nome", folder="Normas", now=LATER))
    assert (moved.outcome, moved.question.version, moved.question.folder) == ("changed", 1, "Normas")


def test_words_in_a_further_language_join_the_newest_version(kept):
    more = keep_question(**choice(question=kept, texts={"fr": FRENCH}, now=LATER))
    assert (more.outcome, more.question.version) == ("further", 1)
    assert sorted(newest_version(more.question).texts) == ["fr", "pt"]


def test_a_language_without_words_for_a_new_option_is_left_out_until_it_has_them(kept):
    keep_question(**choice(question=kept, texts={"fr": FRENCH}))
    wider = {"shape": {"options": ["a", "b", "c"], "is_shuffled": True}, "key": {"weights": {"a": 100, "b": 0, "c": 0}}}
    portuguese = {"pt": {"stem": "Que idade?", "options": {"a": "18", "b": "15", "c": "13"}}}
    second = keep_question(**choice(question=kept, texts=portuguese, **wider)).question
    assert list(newest_version(second).texts) == ["pt"]
    assert second.texts.count() == 2
    french = {"fr": FRENCH | {"options": {**FRENCH["options"], "c": "13 ans"}}}
    assert keep_question(**choice(question=kept, texts=french, **wider)).outcome == "further"


def test_what_cannot_be_asked_is_refused_with_its_reason_and_nothing_is_kept(db):
    with pytest.raises(NotKept) as refusal:
        keep_question(**choice(key={"weights": {"a": 50, "b": 0}}))
    assert [problem.field for problem in refusal.value.problems] == ["weights"]
    with pytest.raises(NotKept):
        keep_question(**choice(texts={"pt": {"stem": "<script>x</script>", "options": {"a": "1", "b": "2"}}}))
    assert not Question.objects.exists()


def test_words_are_cleaned_and_those_of_unknown_options_dropped(db):
    words = {
        "stem": '<p onclick="x">Q</p>',
        "options": {"a": "<b>1</b>", "b": "2", "z": "3"},
        "replies": {"z": "no", "a": "<script>1</script>"},
    }
    held = newest_version(keep_question(**choice(texts={"pt": words})).question).texts["pt"]
    assert (held["stem"], held["options"], held["replies"]) == ("<p>Q</p>", {"a": "<b>1</b>", "b": "2"}, {})


def test_a_picture_is_kept_without_what_the_camera_wrote(db, media):
    raw = picture(kind="JPEG", comment=b"at my house")
    question = keep_question(**choice(texts=texts(stem=MAP), files={"map.png": raw})).question
    row = question.files.get()
    assert (row.name, row.file.name.rpartition(".")[2]) == ("map.png", "jpg")
    assert b"my house" not in row.file.read()
    assert list(picture_addresses([question.pk])[question.pk]) == ["map.png"]


def test_the_same_picture_again_is_kept_once_and_another_of_its_name_beside_it(db):
    given = choice(texts=texts(stem=MAP), files={"map.png": picture("red")})
    question = keep_question(**given).question
    assert keep_question(**given, question=question).outcome == "unchanged"
    blue = keep_question(**given | {"files": {"map.png": picture("blue")}}, question=question)
    assert blue.outcome == "changed"
    assert sorted(question.files.values_list("name", flat=True)) == ["map-2.png", "map.png"]
    assert "map-2.png" in newest_version(blue.question).texts["pt"]["stem"]
    assert "map.png" in question.versions.get(number=1).texts["pt"]["stem"]
    again = keep_question(**given | {"files": {"map.png": picture("blue")}}, question=question)
    assert (again.outcome, question.files.count()) == ("unchanged", 2)


@pytest.mark.parametrize(
    "raw", [b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", b"", b"\x89PNG\r\n\x1a\nbroken", b"GIF89a"]
)
def test_what_is_no_picture_is_not_taken(db, raw, media):
    with pytest.raises(NotTaken):
        keep_question(**choice(texts=texts(stem=MAP), files={"map.png": raw}))
    assert not Question.objects.exists()
    assert not media.exists() or not list(media.rglob("*.*"))


def test_a_question_is_retired_and_comes_back(kept):
    assert retire_question(question=kept, now=LATER)
    assert not retire_question(question=kept, now=LATER)
    assert not Question.objects.usable().exists()
    assert retire_question(question=kept, is_retired=False, now=LATER)
    assert Question.objects.usable().get() == kept
