import json

import pytest

from certificates.proofs.compact import encoded
from certificates.proofs.reading import Unreadable, read
from tests.certificates.proofs.papers import KID, NAMES, NUMBER, SITE, claim, code

SIGNATURE = encoded(b"\1" * 64)


def with_words(words):
    return with_payload(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode())


def with_payload(payload, signature=SIGNATURE):
    return f"{SITE}/verify/{NUMBER}/#1.{KID}.{encoded(payload)}.{signature}"


@pytest.mark.parametrize("name", NAMES)
def test_what_was_written_is_read(name):
    proof = read(code(name=name))
    assert (proof.site, proof.claim) == (SITE, claim(name=name))
    assert len(proof.signature) == 64


def test_line_ends_and_spaces_of_a_mail_do_not_count():
    text = code()
    broken = " " + "\r\n ".join(text[place : place + 40] for place in range(0, len(text), 40)) + "\n"
    assert read(broken) == read(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        NUMBER,
        f"{SITE}/verify/{NUMBER}/",
        f"{SITE}/verify/{NUMBER}/#",
        f"javascript:alert(1)/verify/{NUMBER}/#1.k.AA.{SIGNATURE}",
        "x" * 100_000,
        code()[:-1],
        code().replace("#1.", "#2."),
        code().replace(NUMBER, NUMBER.lower()),
        code() + ".AA",
        with_words(["a", "b", "c"]),
        with_words(["a", "b", "c", "2026-03-30", "e"]),
        with_words(["a", "b", "c", 5]),
        with_words(["a", "b", "c", "soon"]),
        with_words(["Jose\u0301", "b", "c", "2026-03-30"]),
        with_words({"name": "a"}),
        with_payload(b'["a", "b", "c", "2026-03-30"]'),
        with_payload(b'["\\u0061","b","c","2026-03-30"]'),
        with_payload(b'["\\ud800","b","c","2026-03-30"]'),
        with_payload(b'["a","b","c","2026-03-30"]\n'),
        with_payload(b"\xff\xfe"),
        with_payload(b"[" * 2000),
        with_payload(b'["a","b","c","2026-03-30"]', encoded(b"\1" * 63)),
        with_payload(b'["a","b","c","2026-03-30"]', encoded(b"\1" * 65)),
    ],
)
def test_anything_else_is_refused_with_a_sentence(text):
    with pytest.raises(Unreadable, match=r"\.$"):
        read(text)


def test_another_spelling_of_the_same_bytes_is_refused():
    text = code()
    spellings = [text[:-1] + letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" if letter != text[-1]]
    signatures = {read(text).signature}
    refused = 0
    for spelling in spellings:
        try:
            other = read(spelling).signature
        except Unreadable:
            refused += 1
        else:
            assert other not in signatures
            signatures.add(other)
    assert refused >= 45


def test_an_unknown_form_is_named():
    with pytest.raises(Unreadable, match="form 9"):
        read(code().replace("#1.", "#9."))
