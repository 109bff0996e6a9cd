"""`manage.py import_document`: one line for each file, refusals exit with an error and one sentence."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from content.importing.models import ImportedDocument
from content.pages.models import SessionPage
from tests.factories.content import section_below
from tests.factories.documents import INITIATIVE_EN, MODULE_EN, SESSION_EN, SESSION_FR

pytestmark = pytest.mark.usefixtures("homes")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"en": SESSION_EN, "fr": SESSION_FR, "initiative": INITIATIVE_EN, "module": MODULE_EN}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(*files: Path, **options) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_document", *(str(file) for file in files), stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_a_file_is_told_in_one_line_with_its_sums(folder):
    out, err = run(folder / "en.txt", kind="session")
    assert out.count("\n") == 1
    assert "created: session “How ports share what they know about young dockers” (en)" in out
    assert "words in" in out
    assert err == ""
    assert SessionPage.objects.get().owner is None


def test_again_is_unchanged_and_edited_is_kept(folder):
    run(folder / "en.txt", kind="session")
    assert "unchanged:" in run(folder / "en.txt", kind="session")[0]
    page = SessionPage.objects.get()
    page.title = "By hand"
    page.save_revision()
    assert "kept:" in run(folder / "en.txt", kind="session")[0]


def test_two_files_become_one_page_in_two_languages(folder):
    run(folder / "en.txt", kind="session")
    run(folder / "fr.txt", kind="session", translation_of=str(folder / "en.txt"))
    assert len(set(SessionPage.objects.values_list("translation_key", flat=True))) == 1


def test_a_report_is_written_also_after_only_looking(folder):
    run(folder / "en.txt", kind="session", dry_run=True, report=str(folder / "report.json"))
    report = json.loads((folder / "report.json").read_text())["documents"][0]
    assert (report["outcome"], report["words"]["in"]) == ("looked", report["words"]["out"])
    assert report["file"].endswith("en.txt")
    assert not ImportedDocument.objects.exists()


def test_a_refused_file_does_not_stop_the_others(folder):
    (folder / "empty.txt").write_text(" \n")
    (folder / "picture.png").write_bytes(b"\x89PNG\x00\x00")
    (folder / "big.txt").write_bytes(b"a " * 1_100_000)
    files = [folder / name for name in ("missing.txt", "empty.txt", "picture.png", "big.txt", "initiative.txt", "en.txt")]
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError, match="5 of 6"):
        call_command("import_document", *map(str, files), kind="session", report=str(folder / "report.json"), stdout=out, stderr=err)
    assert err.getvalue().count("\n") == 5
    assert "created:" in out.getvalue()
    outcomes = [row["outcome"] for row in json.loads((folder / "report.json").read_text())["documents"]]
    assert outcomes == [*["refused"] * 5, "created"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"translation_of": "fr.txt"}, "not brought in yet"),
        ({"translation_of": "missing.txt"}, "No such file"),
        ({"parent": "/en/nowhere/"}, "no such page"),
        ({"parent": "999999"}, "no such page"),
    ],
)
def test_what_is_named_must_exist(folder, options, sentence):
    if "translation_of" in options:
        options = {"translation_of": str(folder / options["translation_of"])}
    with pytest.raises(CommandError, match=sentence):
        run(folder / "en.txt", kind="session", **options)
    assert not SessionPage.objects.exists()


def test_an_unknown_kind_or_language_is_refused(folder):
    for options in (["--as", "poem"], ["--as", "session", "--language", "de"]):
        with pytest.raises(CommandError):
            call_command("import_document", str(folder / "en.txt"), *options)


def test_the_place_is_named_by_address_or_number(folder, homes):
    section = section_below(homes["en"], title="Forum 3")
    run(folder / "en.txt", kind="session", parent="/en/forum-3/")
    run(folder / "fr.txt", kind="session", parent=str(homes["fr"].pk))
    assert {page.get_parent().pk for page in SessionPage.objects.all()} == {section.pk, homes["fr"].pk}


def test_a_report_that_cannot_be_written_is_said(folder):
    with pytest.raises(CommandError):
        run(folder / "en.txt", kind="session", report=str(folder / "no" / "such" / "folder.json"))
