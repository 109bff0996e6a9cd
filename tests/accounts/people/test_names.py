"""Names keep every script and hide nothing."""

import pytest

from accounts.people.names import clean_line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Inês   Mutombo ", "Inês Mutombo"),
        ("Ana\x00\x01\x7f", "Ana"),
        ("Ana\u202egnp.exe\u202c", "Anagnp.exe"),
        ("\u2066Rui\u2069 \u200fCosta\u200e", "Rui Costa"),
        ("Rosa\nBcc: all@example.org\r\n", "Rosa Bcc: all@example.org"),
        ("A\u0301lvaro", "Álvaro"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u200d\u200cAna", "Ana"),
        ("a" + "\u0336" * 40, "a" + "\u0336" * 3),
        ("\ufeff\u00ad", ""),
        ("陳 大文", "陳 大文"),
        ("\ue000\ud800Zé", "Zé"),
    ],
)
def test_a_line_holds_only_what_can_be_seen(typed, kept):
    assert clean_line(typed) == kept
