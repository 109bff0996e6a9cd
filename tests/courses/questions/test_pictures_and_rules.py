"""Who fetches pictures and edits questions; folders; words by language."""

import pytest
from django.urls import reverse

from courses.questions.actions import keep_question
from courses.questions.models import Question
from courses.questions.queries import accepted_in_all, folder_counts, folder_of, lineage, names_of, words_in
from courses.questions.rules import can_edit_question, can_edit_questions, questions_editable_by
from tests.courses.questions.conftest import choice, picture

EDITORS = {"editor", "facilitator", "admin"}


@pytest.fixture
def drawn(db):
    words = {"pt": {"stem": '<img src="@@PLUGINFILE@@/map.png" alt="">', "options": {"a": "x", "b": "y"}}}
    return keep_question(**choice(texts=words, files={"map.png": picture()})).question.files.get()


def test_a_member_fetches_a_picture_that_runs_nothing(client, learner, drawn):
    client.force_login(learner)
    answer = client.get(reverse("question-picture", args=[drawn.uid]))
    assert (answer.status_code, answer["Content-Type"], answer["X-Content-Type-Options"]) == (200, "image/png", "nosniff")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "private" in answer["Cache-Control"]
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")


def test_a_stranger_and_a_wrong_address_get_nothing(client, learner, drawn, media):
    address = reverse("question-picture", args=[drawn.uid])
    assert client.get(address).status_code == 404
    client.force_login(learner)
    assert client.post(address).status_code == 405
    drawn.file.storage.delete(drawn.file.name)
    assert client.get(address).status_code == 404


def test_a_file_of_an_unknown_kind_is_not_handed_out(client, learner, drawn):
    drawn.file.name = "questions/x.svg"
    drawn.save()
    client.force_login(learner)
    assert client.get(reverse("question-picture", args=[drawn.uid])).status_code == 404


def test_the_rule_and_its_twin_agree_over_the_whole_cast(cast, kept):
    for role, person in cast.items():
        assert can_edit_questions(person) is (role in EDITORS), role
        assert can_edit_question(person, kept) is questions_editable_by(person).filter(pk=kept.pk).exists()


@pytest.mark.parametrize(
    ("folder", "names"),
    [("", []), ("A", ["A"]), ("A/B", ["A", "B"]), ("A//B/C", ["A/B", "C"]), ("Normas/C138//C182", ["Normas", "C138/C182"])],
)
def test_a_folder_is_a_way_of_names(folder, names):
    assert names_of(folder) == names
    assert folder_of(names) == folder


def test_those_above_a_folder_are_known():
    assert lineage("A/B//C/D") == ["A", "A/B//C", "A/B//C/D"]
    assert folder_of([" A  b ", "", "/"]) == "A b"


def test_a_folder_counts_what_is_below_it(kept, django_assert_num_queries):
    Question.objects.create(kind="short", folder="Normas", changed_at=kept.changed_at)
    Question.objects.create(kind="short", folder="Normas", changed_at=kept.changed_at, is_retired=True)
    with django_assert_num_queries(1):
        assert folder_counts() == {"Normas": 2, "Normas/Idade": 1}
    assert Question.objects.within("Normas").count() == 3
    Question.objects.create(kind="short", folder="Normas//Leis", changed_at=kept.changed_at)
    assert Question.objects.within("Normas").count() == 3, "a name with a slash is another folder"
    assert Question.objects.within("Normas//Leis").count() == 1


def test_words_come_in_the_readers_language_else_portuguese_else_any():
    texts = {"fr": {"stem": "f", "accepted": {"a": "x"}}, "pt": {"stem": "p"}}
    assert words_in(texts, "fr")[0] == "fr"
    assert words_in(texts, "pt-br")[0] == "pt"
    assert words_in(texts, "es")[0] == "pt"
    assert words_in({"fr": {}, "es": {}}, "en")[0] == "es"
    assert words_in({}, "en") == ("", {})
    assert accepted_in_all(texts) == {"fr": {"a": "x"}, "pt": {}}
