"""Files are opened by their first bytes in a process of their own, and refused in words."""

import pytest
from django.utils.translation import override

from content.reading.decoding import Unreadable, decode
from content.reading.document import read_document
from content.sheets import opening, worker
from content.sheets.opening import kind_of, open_sheet, sentence
from tests.factories.filled import as_pdf, as_word, saved, word_of


@pytest.mark.parametrize(("data", "kind"), [(b"PK\x03\x04", "docx"), (b"%PDF-1.4", "pdf"), (b"Hello", ""), (b"", "")])
def test_the_kind_is_told_by_the_first_bytes(data, kind):
    assert kind_of(data) == kind


def test_a_document_is_read_like_any_other_whatever_its_name():
    document = read_document(as_word(), name="wrong.txt")
    assert document.guessed == "en"
    assert [piece.text for piece in document.pieces[:2]] == ["Good Practice", "A Register of Dock Boys that Travels with the Boats"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 nothing", "damaged"),
        (b"%PDF-1.7 nothing", "damaged"),
        (saved(word_of()), "no text"),
        (b"%PDF" + b"\0" * 10 * 1024 * 1024, "larger than 10 MB"),
        (b"\xd0\xcf\x11\xe0 an old one", "docx"),
    ],
)
def test_a_file_that_is_not_read_is_told_in_one_sentence(data, words):
    with override("en"), pytest.raises(Unreadable) as refusal:
        decode(data)
    assert words in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_every_reason_has_its_words():
    for reason in ("large", "damaged", "other", "locked", "pages", "pictures", "empty", "unpacked", "heavy"):
        assert sentence(reason).endswith(".")


def test_a_process_that_does_not_end_is_a_heavy_file(monkeypatch):
    monkeypatch.setattr(opening, "MOST_SECONDS", 0.01)
    with override("en"), pytest.raises(Unreadable, match="too long"):
        open_sheet(as_pdf())


def test_the_worker_answers_with_text_or_a_reason():
    assert worker.read("docx", as_word())["html"].startswith("<table>")
    assert worker.read("pdf", b"%PDF") == {"refused": "damaged"}


def test_a_text_longer_than_a_page_holds_is_refused(monkeypatch):
    monkeypatch.setattr(worker, "MOST_CHARACTERS", 100)
    assert worker.read("docx", as_word()) == {"refused": "unpacked"}
