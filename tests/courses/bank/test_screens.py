"""The screens of those who write questions: who comes in, what is listed and shown, files in and out."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.questions.actions import keep_question
from courses.questions.models import Question, QuestionText
from tests.courses.bank.conftest import WRITERS, address, new, text_of
from tests.courses.formats.test_gift import BANK
from tests.courses.questions.conftest import choice
from tests.factories.learning import question


def test_only_writers_come_in(client, cast, kept):
    pages = [address("questions"), new("single"), address("questions-import"), address("questions-export", form="gift", language="pt")]
    pages += [address("bank-question", kept.uid), address("question-edit", kept.uid, "pt")]
    for role, person in cast.items():
        client.logout()
        if role != "stranger":
            client.force_login(person)
        wanted = 200 if role in WRITERS else 302 if role == "stranger" else 403
        assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, wanted), role
        wanted = 302 if role in WRITERS or role == "stranger" else 403
        assert client.post(address("question-retire", kept.uid)).status_code == wanted, role


def test_the_account_leads_writers_to_the_bank(client, cast):
    for role, person in cast.items():
        if role != "stranger":
            client.force_login(person)
            assert (f'href="{address("questions")}"' in text_of(client.get(address("account")))) is (role in WRITERS), role


def test_the_list_asks_no_more_for_more_questions(writer, kept):
    def count():
        with CaptureQueriesContext(connection) as asked:
            assert writer.get(address("questions")).status_code == 200
        return len(asked)

    count()
    one = count()
    for number in "23":
        keep_question(**choice(name=number, folder=f"F{number}"))
    assert count() == one <= 10


def test_the_list_is_sifted(writer, kept):
    other = keep_question(
        **choice(
            kind="multiple",
            key={"weights": {"a": 50, "b": 50}},
            name="Outra",
            folder="Casos",
            texts={"fr": {"stem": "Quoi ?", "options": {"a": "1", "b": "2"}}},
        )
    ).question
    for query, found in [
        ({"kind": "multiple"}, other),
        ({"language": "fr"}, other),
        ({"folder": "Casos"}, other),
        ({"q": "quoi"}, other),
        ({"q": "que idade"}, kept),
        ({"folder": "Normas"}, kept),
    ]:
        entries = writer.get(address("questions", **query)).context["entries"]
        assert [entry.question for entry in entries] == [found], query
    assert len(writer.get(address("questions", kind="nonsense", page="x", language="zz")).context["entries"]) == 2
    assert writer.get(address("questions", retired="on")).context["entries"] == []
    assert "Normas › Idade" in text_of(writer.get(address("questions")))


def test_a_question_is_retired_and_asked_again(writer, kept):
    writer.post(address("question-retire", kept.uid))
    assert not Question.objects.usable().exists()
    writer.post(address("question-retire", kept.uid), {"again": "1"})
    assert Question.objects.usable().exists()


def test_versions_are_listed_and_shown(writer, kept, editor):
    keep_question(**choice(question=kept, points=2, by=editor, texts={"pt": {"stem": "Nova?", "options": {"a": "1", "b": "2"}}}))
    page = text_of(writer.get(address("bank-question", kept.uid)))
    assert "Nova?" in page
    assert "Que idade?" in text_of(writer.get(address("bank-question", kept.uid, version="1")))
    assert writer.get(address("bank-question", kept.uid, version="x", language="zz")).status_code == 200


@pytest.mark.parametrize("page", ["?kind=essay&language=pt", "?kind=single&language=xx", ""])
def test_an_unknown_kind_or_language_is_not_found(writer, kept, page):
    assert writer.get(reverse("question-new") + page).status_code == 404
    assert writer.get(address("question-edit", kept.uid, "xx")).status_code == 404


def test_a_file_is_brought_in_with_its_report_and_taken_out(writer):
    def send(data, **more):
        file = SimpleUploadedFile("bank.gift", data)
        return writer.post(address("questions-import"), {"file": file, "form": "gift", "language": "pt"} | more)

    dry = send(BANK.read_bytes(), is_dry="on")
    assert (dry.context["report"].total, Question.objects.count()) == (20, 0)
    done = send(BANK.read_bytes(), folder="A")
    assert done.context["report"].counts["new"] == Question.objects.count() == 13
    assert "Ensaio" in text_of(done)
    assert send(BANK.read_bytes(), folder="A").context["report"].counts["unchanged"] == 13
    taken = writer.get(address("questions-export", form="gift", language="pt", folder="A"))
    assert taken["Content-Disposition"] == 'attachment; filename="questions-pt.txt"'
    assert taken.content.startswith(b"$CATEGORY")
    told = writer.get(address("questions-export", form="gift", language="fr", report="1"))
    assert len(told.context["report"].left) == 13
    assert writer.get(address("questions-export", form="nonsense")).status_code == 302


@pytest.mark.parametrize(
    ("name", "data", "more"),
    [
        ("x.xml", b"<quiz>", {"form": "moodle-xml"}),
        ("x.exe", b"a{T}", {}),
        ("x.txt", b"", {}),
        ("x.txt", b"a{T}", {"onto": "None"}),
        ("x.txt", b"a{T}\n\n" * 501, {}),
        ("x.txt", b"a{T}", {"language": "xx"}),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_beside_its_field(writer, name, data, more):
    answer = writer.post(address("questions-import"), {"file": SimpleUploadedFile(name, data), "form": "gift", "language": "pt"} | more)
    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert not QuestionText.objects.exists()


def test_accepted_words_are_shown_as_words_whatever_they_are(writer, kept):
    words = {"a": "<img src=x onerror=alert(1) ", "b": "a < b"}
    row = question("short", {"is_case_kept": False}, {"weights": {"a": 100, "b": 50}}, {"en": {"stem": "<p>Which?</p>", "accepted": words}})
    page = writer.get(address("bank-question", row.uid)).content.decode()
    assert "&lt;img src=x" in page
    assert "<img src=x" not in page
    assert "a &lt; b" in page
