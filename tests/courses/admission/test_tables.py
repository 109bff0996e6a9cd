"""Tables as office programs write them."""

import pytest

from courses.admission.columns import columns_of, language_code
from courses.admission.tables import decoded, rows_of, separator_of


def cells(text):
    return [(row.line, row.cells) for row in rows_of(text)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_survive_whatever_program_wrote_them(encoding):
    assert decoded("João;Évora;ação\r\n".encode(encoding)) == "João;Évora;ação\r\n"


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_and_any_end_of_line(separator, end):
    text = end.join(separator.join(line) for line in (("email", "name"), ("a@x.org", "Ana"), ("b@x.org", "Bia")))
    assert cells(text) == [(1, ("email", "name")), (2, ("a@x.org", "Ana")), (3, ("b@x.org", "Bia"))]


def test_quotes_hold_separators_ends_of_line_and_quotes():
    text = 'email;name\na@x.org;"Évora; Tomás ""Tó"""\nb@x.org;"Ministério\ndo Trabalho"\nc@x.org;Céu\n'
    assert cells(text)[1:] == [(2, ("a@x.org", 'Évora; Tomás "Tó"')), (3, ("b@x.org", "Ministério do Trabalho")), (5, ("c@x.org", "Céu"))]


def test_empty_lines_are_passed_over_and_lines_keep_their_numbers():
    assert cells("\n\nemail;name\n;;\n \na@x.org;Ana\n\n") == [(3, ("email", "name")), (6, ("a@x.org", "Ana"))]


def test_the_line_that_names_the_separator_is_no_row():
    assert cells("sep=,\nemail,name\na@x.org,Ana; Bia") == [(2, ("email", "name")), (3, ("a@x.org", "Ana; Bia"))]


@pytest.mark.parametrize("torn", ['"Ana;a@x.org', 'Ana;"a@x.org', '"Ana"x;a@x.org'])
def test_a_quotation_mark_out_of_place_spoils_its_own_line_only(torn):
    text = "name;email\n" + torn + "\n" + "\n".join(f'"P {n}";p{n}@x.org' for n in range(30))
    rows = list(rows_of(text))
    assert [(row.line, row.is_torn) for row in rows[:3]] == [(1, False), (2, True), (3, False)]
    assert len(rows) == 32
    assert rows[-1].cells == ("P 29", "p29@x.org")


def test_a_quotation_mark_that_is_never_closed_swallows_nothing():
    text = "name;email\n" + "\n".join(f"P {n};p{n}@x.org" for n in range(20)) + '\n"Ana;a@x.org\n' + "Bia;b@x.org\n" * 3
    rows = list(rows_of(text))
    assert [row.line for row in rows if row.is_torn] == [22]
    assert [row.line for row in rows][-3:] == [23, 24, 25]


@pytest.mark.parametrize("text", ["", "\n\n", " ; ;\n", "\ufeff", "\x00"])
def test_nothing_is_in_a_file_of_nothing(text):
    assert list(rows_of(decoded(text.encode()))) == []


def test_a_cell_beyond_all_measure_is_no_cell():
    rows = list(rows_of(f"email;name\n{'x' * 200_000};Ana\nb@x.org;Bia"))
    assert [row.is_torn for row in rows] == [False, True, False]


def test_separators_inside_quotes_do_not_count():
    assert separator_of('"a,b,c,d";e;f') == ";"


@pytest.mark.parametrize(
    "head",
    [
        "E-mail,Name,Language,Country,Institution",
        "Correio eletrónico,Nome completo,Língua,País,Instituição",
        "Endereço de e-mail,NOME,Idioma,PAÍS,Organização",
        "Correo electrónico,Nombre y apellidos,Idioma,País,Institución",
        "Adresse e-mail,Nom et prénom,Langue,Pays,Établissement",
        "email_address,full_name,lang,country code,Ministry",
    ],
)
def test_columns_are_known_by_their_names_in_five_languages(head):
    assert columns_of(head.split(",")) == {"email": 0, "name": 1, "language": 2, "country": 3, "institution": 4}


def test_columns_that_nobody_knows_are_passed_over_and_the_first_of_two_counts():
    assert columns_of(["Nr", "Mail", "E-mail", "Apelido", "Nome"]) == {"email": 1, "surname": 3, "name": 4}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("PT", "pt"),
        ("Português", "pt"),
        ("pt-BR", "pt-br"),
        ("français", "fr"),
        ("French", "fr"),
        ("Inglês", "en"),
        ("castellano", "es"),
        ("Deutsch", ""),
        ("", ""),
        ("x", ""),
    ],
)
def test_languages_are_known_by_code_and_by_name(words, code):
    assert language_code(words) == code


def test_a_file_of_torn_lines_is_read_line_by_line():
    rows = list(rows_of("email\n" + '"a\n' * 3_000))
    assert len(rows) == 3_001
    assert all(row.is_torn for row in rows[1:2_900])
