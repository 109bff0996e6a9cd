import io
import zlib

import pikepdf
import pytest

from certificates.proofs import papers
from certificates.proofs.papers import is_pdf, numbers_in, proofs_in
from tests.certificates.proofs.papers import NUMBER, code


def paper(*texts, keywords="", **saving):
    """A PDF with links to the texts, saved as pikepdf likes."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    links = [
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=text)
        )
        for text in texts
    ]
    page.Annots = pdf.make_indirect(pikepdf.Array([pdf.make_indirect(link) for link in links]))
    if keywords:
        with pdf.open_metadata() as metadata:
            metadata["pdf:Keywords"] = keywords
    file = io.BytesIO()
    pdf.save(file, **saving)
    return file.getvalue()


def test_a_pdf_is_known_by_its_head_and_not_by_its_name():
    assert is_pdf(paper())
    assert is_pdf(b"\n\n" + paper())
    assert not is_pdf(b"GIF89a")
    assert not is_pdf(b" " * 2000 + b"%PDF-1.7")


@pytest.mark.parametrize("packed", [pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate])
def test_the_code_behind_a_link_is_found_packed_or_not(packed):
    data = paper(code(), object_stream_mode=packed)
    assert proofs_in(data) == [code()]
    assert numbers_in(data) == [NUMBER]


def test_the_code_among_the_keywords_is_found():
    assert proofs_in(paper(keywords=code())) == [code()]


def test_the_same_code_twice_is_one():
    assert proofs_in(paper(code(), code(), keywords=code())) == [code()]


def test_two_codes_are_two():
    assert proofs_in(paper(code(), code(name="Somebody Else"))) == [code(), code(name="Somebody Else")]


def test_a_paper_without_a_proof_still_gives_its_number():
    data = paper(f"https://academy.example/verify/{NUMBER}/")
    assert (proofs_in(data), numbers_in(data)) == ([], [NUMBER])


def test_any_other_pdf_gives_nothing():
    assert (proofs_in(paper("https://example.org/")), numbers_in(paper())) == ([], [])
    assert proofs_in(b"%PDF-1.7\nstream\nnot packed\nendstream") == []


def test_a_file_that_unpacks_into_a_huge_one_is_read_only_so_far():
    bomb = zlib.compress(b"a" * 50_000_000 + code().encode())
    data = b"%PDF-1.7\n" + (b"stream\n" + bomb + b"\nendstream\n") * 3
    assert proofs_in(data) == []


def test_no_more_parts_are_unpacked_than_a_paper_has(monkeypatch):
    unpacked = []
    monkeypatch.setattr(papers, "_unpacked", lambda data, most: unpacked.append(1) or b"")
    assert proofs_in(b"%PDF-1.7\n" + b"stream\n" * 5000) == []
    assert len(unpacked) == papers.MOST_PARTS


def test_all_parts_together_are_read_only_so_far(monkeypatch):
    searched, codes = [], papers._codes
    monkeypatch.setattr(papers, "_codes", lambda text: searched.append(len(text)) or codes(text))
    part = b"stream\n" + zlib.compress(b"http://" * 43_000, 9) + b"\nendstream\n"
    data = b"%PDF-1.7\n" + part * 200
    assert len(data) < 200_000
    assert proofs_in(data) == []
    assert sum(searched) == len(data) + papers.LARGEST_WHOLE


def test_before_a_proof_stands_the_address_of_the_site_and_no_more():
    text = code()
    assert proofs_in(b"%PDF- http:// " + b"http://" * 9 + text.encode())[0].endswith(text)
    assert proofs_in(b"%PDF- " + code(site="https://" + "a" * 100).encode()) == [code(site="https://" + "a" * 100)]
    assert proofs_in(b"%PDF- " + code(site="https://" + "a" * 101).encode()) == []
