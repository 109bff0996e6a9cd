"""What a file is, by its content."""

import zipfile
from io import BytesIO

import pytest

from content.media.kinds import TYPES, guess, is_what_it_says
from tests.content.conftest import drawn


def archive(*names: str, **contents: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name in names:
            made.writestr(name, contents.get(name, b"x"))
    return target.getvalue()


RIGHT = {
    "csv": "país;ano\nAngola;2025\n".encode(),
    "docx": archive("[Content_Types].xml", "word/document.xml"),
    "mp4": b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00",
    "odt": archive("mimetype", mimetype=b"application/vnd.oasis.opendocument.text"),
    "pdf": b"%PDF-1.4\n",
    "pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "txt": "Olá\n".encode("latin-1"),
    "vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\nOl\xc3\xa1\n",
    "webm": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm",
    "xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "zip": archive("a.txt"),
}


def test_every_kind_that_may_be_uploaded_is_known(settings):
    assert set(RIGHT) == set(TYPES) == set(settings.WAGTAILDOCS_EXTENSIONS)


@pytest.mark.parametrize("extension", RIGHT)
def test_each_kind_is_recognised_by_its_content_and_taken_for_no_other(extension):
    content = RIGHT[extension]
    right = {named for named in RIGHT if is_what_it_says(BytesIO(content), named)}
    also = {"zip"} if content.startswith(b"PK") else {"txt", "csv"} if extension in ("txt", "csv", "vtt") else set()
    assert right == {extension} | also


@pytest.mark.parametrize("extension", [*RIGHT, "exe", "svg", "html", ""])
@pytest.mark.parametrize(
    "content",
    [drawn("PNG"), drawn("JPEG"), drawn("GIF"), b"MZ\x90\x00" + b"\x00" * 60, b"\x7fELF\x02\x01\x01" + b"\x00" * 60, b""],
    ids=["png", "jpeg", "gif", "exe", "elf", "empty"],
)
def test_pictures_programs_and_nothing_are_no_document_whatever_their_name(content, extension):
    if content or extension not in ("txt", "csv"):
        assert not is_what_it_says(BytesIO(content), extension)


def test_a_broken_archive_is_refused():
    assert not is_what_it_says(BytesIO(RIGHT["docx"][:60]), "docx")
    assert not is_what_it_says(BytesIO(b"PK\x03\x04" + b"x" * 200), "zip")


def test_captions_that_no_player_reads_are_refused():
    assert not is_what_it_says(BytesIO(b"1\n00:00:01,000 --> 00:00:02,000\nA\n"), "vtt")


def test_what_it_is_instead_can_be_said():
    assert guess(BytesIO(drawn("PNG"))) == "png"
    assert guess(BytesIO(b"")) == ""


def test_the_file_is_left_at_its_beginning():
    file = BytesIO(RIGHT["docx"])
    is_what_it_says(file, "docx")
    guess(file)
    assert file.tell() == 0
