"""A filled form becomes a practice: every word in a field, understood or left over; facts as codes; torn ends offered."""

from pathlib import Path

import pytest
from django.utils.translation import override

from content.practices.choices import PROSE
from content.questionnaire.filled import filled_of, read_filled, read_practice
from content.reading.document import read_document, read_text
from content.sorting.landing import Unfit
from tests.factories.filled import CODES, INNOVATION_TAIL, as_pdf, as_text, as_word

REAL = sorted(Path(__file__).resolve().parents[3].parent.glob("shared/documents/002*.txt"))
needs_real = pytest.mark.skipif(not REAL, reason="the form of the project's own documents is not beside the repository")


@pytest.fixture(autouse=True)
def taxonomy(db):
    """Let the tests use the list of countries that the migrations load."""
    with override("en"):
        yield


def test_a_form_as_text_word_and_pdf_gives_the_same_answers():
    text = read_filled(data=as_text(is_torn=False).encode(), name="form.txt")
    word = read_filled(data=as_word(), name="form.docx")
    pdf = read_filled(data=as_pdf(), name="form.pdf")
    for other in (word, pdf):
        assert other.values == text.values
        assert (other.countries, other.contacts, other.materials, other.amounts) == (
            text.countries,
            text.contacts,
            text.materials,
            text.amounts,
        )
        assert (other.leftovers, other.joins) == ([], [])


def test_countries_are_codes():
    assert sorted(row["country"] for row in filled_of(read_text(as_text(), name="")).countries) == CODES


def test_the_torn_end_of_a_text_is_left_over_and_offered():
    filled = filled_of(read_text(as_text(), name=""))
    assert filled.joins == [("innovation", INNOVATION_TAIL)]
    assert filled.leftovers == [INNOVATION_TAIL]


def test_a_mended_end_stands_in_its_text():
    landing = read_practice(read_text(as_text(), name="").pieces)
    landing.sweep()
    landing.mend(landing.torn[0])
    assert landing.values["innovation"].endswith(f"saving visits, improving {INNOVATION_TAIL}</p>")
    assert landing.reckon() == sum(landing.total(went) for went in ("page", "read"))


@needs_real
def test_the_real_form_comes_out_whole():
    filled = filled_of(read_document(REAL[0].read_bytes(), name="002.txt"))
    assert len({row["country"] for row in filled.countries}) == 31
    assert set(filled.values) == {"title", "author", "institution", *PROSE}
    assert [field for field, _text in filled.joins] == ["innovation"]
    assert filled.values["innovation"].endswith("improving")
    assert filled.values["innovation"].count("*") == 4
    assert len({row["email"] for row in filled.contacts if row["email"]}) == 2
    assert len({row["address"] for row in filled.contacts if row["address"]}) == 2
    assert len(filled.materials) == 2
    assert filled.amounts == [{"amount": "150000.00", "currency": "USD", "source": "RBTC–SSTC funding"}]
    assert not filled.values["results"].startswith("South-South Results")
    assert len(filled.leftovers) == 1
    assert filled.words["in"] == filled.words["page"] + filled.words["read"] + filled.words["left"]


def test_what_is_no_form_is_refused_with_a_sentence():
    for text in ("Hello", "Institution: A\n\nInnovation\n\nB"):
        with pytest.raises(Unfit):
            filled_of(read_text(text, name=""))
