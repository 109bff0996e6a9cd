"""People out of a file, and the sentences about lines that are wrong."""

import pytest

from accounts.queries import country_code
from courses.admission.entries import Unreadable, read_people
from courses.admission.tables import MOST_BYTES
from courses.enrolment.actions import Entry

HEAD = "email;name;language;country;institution\n"


def fault(row):
    reading = read_people(HEAD + row, "pt")
    assert reading.entries == {}
    [(line, sentence)] = reading.faults.items()
    assert line == 2
    return sentence


def test_a_row_becomes_a_person():
    reading = read_people(HEAD + " Ana@Example.ORG ;Ana;fr;Moçambique;Inspecção", "pt")
    assert reading.entries == {2: Entry("ana@example.org", "Ana", "fr", "MZ", "Inspecção")}


def test_an_address_alone_is_enough_and_the_language_is_the_one_asked_for():
    assert read_people("email\nana@example.org", "es").entries == {2: Entry("ana@example.org", "", "es")}


def test_name_and_surname_are_put_together_and_one_word_is_a_name():
    reading = read_people("Apelido;Nome;E-mail\nDiop;Awa;a@example.org\n;Pelé;p@example.org", "pt")
    assert [entry.name for entry in reading.entries.values()] == ["Awa Diop", "Pelé"]


def test_a_line_with_fewer_or_more_cells_than_the_first_is_read_as_far_as_it_goes():
    reading = read_people(HEAD + "ana@example.org\nbia@example.org;Bia;pt;MZ;INS;what;else", "pt")
    assert sorted(entry.email for entry in reading.entries.values()) == ["ana@example.org", "bia@example.org"]


@pytest.mark.parametrize("address", ["ana", "ana@", "@x.org", "ana@x", "ana x@example.org", "ana@example..org", "ana@exam_ple.org"])
def test_what_is_no_address_is_named(address):
    assert address in fault(f"{address};Ana;pt;MZ;")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (";Ana;pt;MZ;", "no address"),
        ("ana@example.org;Ana;Deutsch;MZ;", "Deutsch"),
        ("ana@example.org;Ana;pt;Atlantis;", "Atlantis"),
        (f"ana@example.org;{'A' * 151};pt;MZ;", "too long"),
        (f"ana@example.org;Ana;pt;MZ;{'I' * 201}", "too long"),
        (f"{'a' * 250}@example.org;Ana;pt;MZ;", "too long"),
        ('"ana@example.org;Ana;pt;MZ;', "quotation mark"),
    ],
)
def test_each_fault_has_its_sentence(row, said):
    assert said in fault(row)


def test_the_second_of_two_lines_with_one_address_names_the_first():
    reading = read_people(HEAD + "ana@example.org;Ana;;;\nbia@example.org;Bia;;;\nANA@example.org;Ana Maria;;;", "pt")
    assert list(reading.entries) == [2, 3]
    assert "line 2" in reading.faults[4]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        (HEAD, "nobody"),
        ("name;country\nAna;MZ", "e-mail"),
        ("ana@example.org;Ana", "e-mail"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "e-mail"),
        (b"x" * (MOST_BYTES + 1), "larger"),
    ],
)
def test_a_file_of_which_nothing_can_be_done_says_why(data, said):
    with pytest.raises(Unreadable, match=said):
        read_people(data, "pt")


def test_a_column_of_addresses_at_the_end_may_be_missing_in_a_line():
    reading = read_people("name;email\nAna\nBia;bia@example.org", "pt")
    assert list(reading.entries) == [3]
    assert "fewer cells" in reading.faults[2]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("mz", "MZ"),
        ("Moçambique", "MZ"),
        ("mocambique", "MZ"),
        ("Mozambique", "MZ"),
        ("Côte d’Ivoire", "CI"),
        ("cote d'ivoire", "CI"),
        ("Costa do Marfim", "CI"),
        ("São Tomé e Príncipe", "ST"),
        ("Guiné-Bissau", "GW"),
        ("Atlantis", ""),
        ("", ""),
        ("XX", ""),
    ],
)
def test_countries_are_known_by_code_and_by_name_in_any_language(words, code):
    assert country_code(words) == code
