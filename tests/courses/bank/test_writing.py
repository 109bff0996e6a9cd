"""Writing and translating questions by form: what is kept, what is said when it is wrong, nothing twice."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from courses.questions.choices import Kind
from courses.questions.grading import grade
from courses.questions.models import Question
from courses.questions.queries import newest_version
from tests.courses.bank.conftest import ROWS, address, new, text_of, typed
from tests.courses.questions.conftest import picture


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
