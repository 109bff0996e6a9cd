"""Bytes become text, or one sentence says why not."""

import pytest

from content.reading.decoding import MOST_BYTES, Unreadable, clean, decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1"])
def test_portuguese_text_is_read_in_any_usual_encoding(encoding):
    text = "A inspeção não é só uma visita: é também um diálogo com quem trabalha, e às vezes com quem não devia trabalhar."
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n\t ",
        b"\xef\xbb\xbf",
        b"%PDF-1.7 text",
        b"PK\x03\x04 docx",
        b"abc\x00def",
        bytes(range(1, 256)) * 4,
        b"\xff\xfe\x00\xd8\x00",
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(data):
    with pytest.raises(Unreadable, match=r"\.$"):
        decode(data)


def test_a_file_above_two_megabytes_is_refused_and_one_of_two_is_not():
    assert decode(b"a" * MOST_BYTES)
    with pytest.raises(Unreadable):
        decode(b"a" * (MOST_BYTES + 1))


def test_line_ends_odd_spaces_and_invisible_signs_become_plain_ones():
    assert clean("a\r\nb\rc\u2028d\u00a0e\u202ff\u00adg\u200bh\ufeff\x07") == "a\nb\nc\nd e fgh"


def test_letters_with_separate_accents_are_composed():
    assert clean("inspec\u0327a\u0303o") == "inspeção"
