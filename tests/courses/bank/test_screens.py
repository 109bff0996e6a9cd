"""The screens of those who write questions: who comes in, what is shown, what is kept, what is said when it is wrong."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.questions.actions import keep_question
from courses.questions.choices import Kind
from courses.questions.grading import grade
from courses.questions.models import Question, QuestionText
from courses.questions.queries import newest_version
from tests.courses.formats.test_gift import BANK
from tests.courses.questions.conftest import *  # noqa: F403 - the cast and a storage that forgets
from tests.courses.questions.conftest import choice, picture

WRITERS = {"editor", "facilitator", "admin"}


@pytest.fixture
def writer(client, editor):
    client.force_login(editor)
    return client


def address(name, *args, **query):
    return reverse(name, args=args, query=query or None)


def new(kind, language="pt"):
    return address("question-new", kind=kind, language=language, folder="Normas")


def typed(*rows, **head):
    """Return what a form sends."""
    data = {"stem": "Que idade?", "name": "Idade", "folder": "Normas", "points": "1", "row-TOTAL_FORMS": len(rows), "row-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"row-{number}-{name}": value for name, value in row.items()}
    return data | head


def text_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


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


ROWS = {
    "single": [{"words": "18", "weight": "100", "reply": "Certo"}, {"words": "15", "weight": "0"}, {"words": "", "weight": "0"}],
    "multiple": [{"words": "C138", "weight": "50"}, {"words": "C182", "weight": "50"}, {"words": "R190", "weight": "-50"}],
    "true_false": [{"words": "Verdadeiro", "weight": "0"}, {"words": "Falso", "weight": "100"}],
    "matching": [{"words": "C138", "match": "idade"}, {"words": "C182", "match": "formas"}, {"words": "", "match": "férias"}],
    "ordering": [{"words": "dois", "place": "2"}, {"words": "um", "place": "1"}, {"words": "três", "place": "3"}],
    "short": [{"words": "OIT", "weight": "100"}, {"words": "ONU", "weight": "50"}],
    "numeric": [{"words": "3,5", "tolerance": "0,1", "weight": "100"}, {"words": "*", "weight": "0", "reply": "Longe"}],
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind.values)
def test_a_question_of_each_kind_is_written_shown_and_saved_again_unchanged(writer, kind):
    assert writer.get(new(kind)).status_code == 200
    answer = writer.post(new(kind), typed(*ROWS[kind]))
    question = Question.objects.get()
    assert answer["Location"].startswith(address("bank-question", question.uid))
    assert (question.kind, question.folder, question.version) == (kind, "Normas", 1)
    assert writer.get(answer["Location"]).status_code == 200
    page = writer.get(address("question-edit", question.uid, "pt"))
    sent = {"row-TOTAL_FORMS": page.context["lines"].total_form_count(), "row-INITIAL_FORMS": 0}
    for form in (page.context["form"], *page.context["lines"]):
        sent |= {field.html_name: field.value() for field in form if field.value() not in (None, False)}
    again = writer.post(address("question-edit", question.uid, "pt"), sent)
    assert again.status_code == 302, (again.context["form"].errors, again.context["lines"].errors, again.context["lines"].non_form_errors())
    question.refresh_from_db()
    assert question.version == 1


def test_a_form_sent_twice_makes_one_question(writer):
    once = str(writer.get(new("single")).context["form"]["once"].value())
    for name in ("One", "Two"):
        answer = writer.post(new("single"), typed(*ROWS["single"], once=once, name=name))
        assert answer["Location"].startswith(address("bank-question", Question.objects.get().uid))
    assert Question.objects.get().name == "One"
    assert writer.post(new("single"), typed(*ROWS["single"], once="x")).status_code == 422
    writer.post(new("single"), typed(*ROWS["single"]))
    assert Question.objects.count() == 2


def test_what_was_written_is_marked_rightly(writer):
    for kind in ("ordering", "matching", "numeric"):
        writer.post(new(kind), typed(*ROWS[kind], name=kind))
    version = newest_version(Question.objects.get(name="ordering"))
    words = version.texts["pt"]["options"]
    assert [words[one] for one in version.key["order"]] == ["um", "dois", "três"]
    version = newest_version(Question.objects.get(name="matching"))
    assert len(version.shape["rights"]) == 3
    assert grade("matching", version.shape, version.key, version.key["pairs"]) == 1
    version = newest_version(Question.objects.get(name="numeric"))
    assert grade("numeric", version.shape, version.key, "3.6") == 1


def test_more_lines_keep_what_was_typed_and_save_nothing(writer):
    answer = writer.post(new("single"), typed(*ROWS["single"], stem="<b>Half", more="1"))
    page = text_of(answer)
    assert len(answer.context["lines"].forms) == 6
    assert "&lt;b&gt;Half" in page
    assert "Certo" in page
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("kind", "rows", "head", "sentence"),
    [
        ("single", ROWS["single"], {"stem": " "}, "Write the question."),
        ("single", ROWS["single"][:1], {}, "two options at least"),
        ("single", [{"words": "a", "weight": "50"}, {"words": "b"}], {}, "worth 100 per cent"),
        ("multiple", ROWS["multiple"][:1] + ROWS["multiple"][2:], {}, "together must be worth"),
        ("matching", ROWS["matching"][:1], {}, "two pairs"),
        ("matching", [{"words": "a", "match": "x"}, {"words": "b", "match": ""}, {"match": "y"}], {}, "needs its answer"),
        ("numeric", [{"words": "three", "weight": "100"}], {}, "not a number"),
        ("numeric", [{"words": "3", "weight": "100", "tolerance": "-1"}], {}, "0 or more"),
        ("short", [{"words": "", "weight": "100"}], {}, "worth 100 per cent"),
        ("single", ROWS["single"], {"points": "0"}, "0.01"),
        ("single", [{"words": "a", "weight": "500"}], {}, "100"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_kept(writer, kind, rows, head, sentence):
    answer = writer.post(new(kind).replace("/pt/", "/en/"), typed(*rows, **({"source": "C138, art. 3"} | head)))
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert "C138, art. 3" in text_of(answer)
    assert not Question.objects.exists()


def test_a_picture_is_added_with_what_it_shows(writer):
    file = SimpleUploadedFile("my map.png", picture(), "image/png")
    bare = writer.post(new("single").replace("/pt/", "/en/"), typed(*ROWS["single"], picture=file))
    assert "Say what the picture shows" in text_of(bare)
    file.seek(0)
    assert writer.post(new("single"), typed(*ROWS["single"], picture=file, alt="Mapa")).status_code == 302
    question = Question.objects.get()
    assert '<img src="@@PLUGINFILE@@/my%20map.png" alt="Mapa">' in question.texts.get().stem
    page = text_of(writer.get(address("bank-question", question.uid)))
    assert reverse("question-picture", args=[question.files.get().uid]) in page
    wrong = SimpleUploadedFile("x.png", b"<svg><script>1</script></svg>")
    answer = writer.post(new("single").replace("/pt/", "/en/"), typed(*ROWS["single"], picture=wrong, alt="x"))
    assert "something else" in text_of(answer)


def test_hostile_words_are_shown_harmless(writer):
    writer.post(
        new("single"),
        typed({"words": "<script>alert(1)</script>a<b>x</b>", "weight": "100"}, {"words": "b", "weight": "0"}, name="<script>n"),
    )
    for page in (
        address("bank-question", Question.objects.get().uid),
        address("questions"),
        address("question-edit", Question.objects.get().uid, "pt"),
    ):
        assert "<script>alert" not in writer.get(page).content.decode()
        assert "<script>n" not in writer.get(page).content.decode()


@pytest.mark.parametrize("kind", Kind.values)
def test_a_question_is_translated_beside_its_source(writer, kind):
    writer.post(new(kind), typed(*ROWS[kind]))
    question = Question.objects.get()
    before = newest_version(question)
    place = address("question-edit", question.uid, "fr")
    page = writer.get(place)
    assert page.context["original"]["code"] == "pt"
    assert "Que idade?" in text_of(page)
    sent = {"row-TOTAL_FORMS": page.context["lines"].total_form_count(), "row-INITIAL_FORMS": 0, "stem": "Quel âge ?"}
    for form in page.context["lines"]:
        for field in form:
            value = field.value()
            if field.name in ("words", "match") and (kind != "numeric"):
                value = (
                    f"{field.name} {form.prefix} {form['id'].value() or ''}"
                    if field.name == "words" and form["id"].value()
                    else "droit " + form.prefix
                    if field.name == "match"
                    else ""
                )
            if value not in (None, ""):
                sent[field.html_name] = value
    assert writer.post(place, sent).status_code == 302
    after = newest_version(Question.objects.get())
    assert sorted(after.texts) == ["fr", "pt"]
    assert (after.number, after.shape, after.key) == (1, before.shape, before.key)
    assert after.texts["pt"] == before.texts["pt"]


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
