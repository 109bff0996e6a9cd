"""Out and in again: an empty bank becomes the same bank, in both formats."""

import json
from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from courses.exchange.queries import written_bank
from courses.questions.actions import keep_question
from courses.questions.grading import weight_of
from courses.questions.models import Question, QuestionFile, QuestionText, QuestionVersion
from tests.courses.exchange.test_import import BANKS, bring
from tests.courses.questions.conftest import *  # noqa: F403 - a storage that forgets
from tests.courses.questions.conftest import choice


def told(question: Question) -> tuple:
    """Return all that a question is, with places instead of ids."""
    ids = [*question.shape.get("lefts", []), *question.shape.get("rights", []), *question.shape.get("options", [])]
    ids += [one["id"] for one in question.key.get("answers", [])]
    texts = list(question.texts.order_by("language"))
    if question.kind == "short":
        said = {one: (texts[0].accepted.get(one, ""), str(weight_of(weight))) for one, weight in question.key["weights"].items()}
        ids = sorted(said, key=lambda one: said[one])
    place = {one: f"#{number}" for number, one in enumerate(ids)}
    weights = json.dumps({place[one]: str(weight_of(weight)) for one, weight in question.key.get("weights", {}).items()}, sort_keys=True)
    rest = {name: value for name, value in question.key.items() if name != "weights"}

    def plain(data):
        text = json.dumps(data, sort_keys=True, ensure_ascii=False)
        for one, name in place.items():
            text = text.replace(one, name)
        return json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False)

    words = [(text.language, plain(text.as_data())) for text in texts]
    fields = (question.kind, question.name, question.folder, question.points, question.is_retired, question.version)
    files = sorted((row.name, row.file.read()) for row in question.files.all())
    return (*fields, plain(question.shape), weights, plain(rest), words, files)


def bank() -> list[tuple]:
    return [told(question) for question in Question.objects.order_by("folder", "pk")]


def empty() -> None:
    QuestionVersion.objects.all().delete()
    Question.objects.all().delete()


@pytest.fixture
def full(db):
    bring((BANKS / "every_type.xml").read_bytes(), "moodle-xml", folder="XML")
    bring((BANKS / "every_type.gift").read_bytes(), "gift", folder="GIFT")
    question = Question.objects.get(name="Três terços")
    options = dict(zip(question.shape["options"], ("a fr", "b fr", "c fr", "d fr"), strict=True))
    keep_question(
        kind=question.kind, shape=question.shape, key=question.key, points=question.points, name=question.name, folder=question.folder,
        question=question, texts={"fr": {"stem": "Trois ?", "options": options}}, now=question.changed_at,
    )  # fmt: skip


def test_moodle_xml_out_and_in_gives_the_same_bank_in_both_its_languages(full):
    before = bank()
    portuguese, report = written_bank("moodle-xml", "pt")
    french, of_french = written_bank("moodle-xml", "fr")
    assert (len(report.kept), report.left, len(of_french.kept)) == (len(before), [], 1)
    empty()
    bring(portuguese, "moodle-xml")
    assert bring(french, "moodle-xml", "fr").counts["further"] == 1
    assert bank() == before


def test_gift_out_and_in_gives_the_same_bank_where_gift_can_hold_it(full):
    QuestionVersion.objects.filter(question__folder__startswith="XML").delete()
    Question.objects.filter(folder__startswith="XML").delete()
    before = bank()
    data, report = written_bank("gift", "pt")
    assert (len(report.kept), report.left, report.noted) == (len(before), [], [])
    empty()
    assert bring(data).counts["left"] == 0
    assert bank() == before


def test_what_gift_cannot_hold_is_told(full):
    _data, report = written_bank("gift", "pt", "XML")
    assert {left.name for left in report.left} == {"Idade mínima", "Passos", "Escondida", "Dentro do texto"}
    assert {item.name for item in report.noted} >= {"Sigla"}


@pytest.mark.parametrize("form", ["gift", "moodle-xml"])
def test_an_export_into_the_same_bank_changes_nothing(full, form):
    keep_question(**choice(name="By hand", folder="Own"))
    before = bank()
    data, report = written_bank(form, "pt")
    again = bring(data, form)
    assert again.counts["unchanged"] == again.total == len(report.kept)
    assert bank() == before


def test_what_has_no_words_in_the_language_is_left_out(full):
    _data, report = written_bank("moodle-xml", "es")
    assert (report.kept, len(report.left)) == ([], Question.objects.count())


def test_an_export_asks_no_more_for_more_questions(db, django_assert_num_queries):
    keep_question(**choice(name="1"))
    with django_assert_num_queries(3):
        written_bank("gift", "pt")
    for number in "23":
        keep_question(**choice(name=number))
    with django_assert_num_queries(3):
        written_bank("gift", "pt")


def test_the_commands_bring_in_report_and_write(db, tmp_path):
    said, report = StringIO(), tmp_path / "report.json"
    call_command(
        "import_questions", str(BANKS / "every_type.gift"), "--format", "gift", "--folder", "A", "--report", str(report), stdout=said
    )
    told_of = json.loads(report.read_text())
    assert told_of["questions"] == 20 == len(told_of["kept"]) + len(told_of["left"])
    assert "left out: An essay" in said.getvalue()
    assert "20 questions: 13 new" in said.getvalue()
    target, said_of_it = tmp_path / "bank.xml", StringIO()
    call_command("export_questions", "--format", "moodle-xml", "--language", "pt", "--output", str(target), stderr=said_of_it)
    assert "13 questions written, 0 left out" in said_of_it.getvalue()
    shown = StringIO()
    call_command("export_questions", "--format", "gift", "--language", "pt", "--folder", "A/Normas", stdout=shown, stderr=StringIO())
    assert shown.getvalue().startswith("$CATEGORY: $course$/top/A/Normas")
    empty()
    call_command("import_questions", str(target), "--format", "moodle-xml", "--dry-run", stdout=StringIO())
    assert not Question.objects.exists()


def test_the_commands_refuse_with_one_line(db, tmp_path):
    bad = tmp_path / "bad.xml"
    bad.write_text("<quiz>")
    for path, form in ((bad, "moodle-xml"), (tmp_path / "none", "gift")):
        with pytest.raises(CommandError) as refusal:
            call_command("import_questions", str(path), "--format", form)
        assert len(str(refusal.value).splitlines()) == 1
    with pytest.raises(CommandError):
        call_command("export_questions", "--format", "gift", "--language", "pt", "--output", str(tmp_path / "no" / "x"), stderr=StringIO())


def test_no_file_is_left_behind(full, media):
    names = {row.file.name for row in QuestionFile.objects.all()}
    assert {path.relative_to(media).as_posix() for path in media.rglob("*") if path.is_file()} == names
    assert all(default_storage.exists(name) for name in names)
    assert QuestionText.objects.exists()
