"""Names of files: every script whole, nothing that a file system minds."""

import pytest

from certificates.bundling.naming import MOST_BYTES, file_name

NUMBER = "4T9KM-2QW8X-7RDHP-0V3ZC-5NBJ6Y"


@pytest.mark.parametrize(
    "name",
    ["São Tomé e Príncipe Conceição d'Ávila", "Nguyễn Thị Ánh", "محمد بن عبد الله", "李小龙", "Madonna", "प्रिया शर्मा", "Ольга Иванова"],
)
def test_names_of_every_script_stay_whole(name):
    assert file_name(name, NUMBER) == f"{name} - {NUMBER}.pdf"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("../../etc/passwd", "etc passwd"),
        ('A "B" <C>|?*:\\', "A B C"),
        ("Ana\u202eLuísa\x00\n", "Ana Luísa"),
        ("  Ana   Maria . ", "Ana Maria"),
        ("CON/..", "CON"),
    ],
)
def test_what_a_file_system_minds_is_left_out(typed, said):
    assert file_name(typed, NUMBER) == f"{said} - {NUMBER}.pdf"


def test_a_name_of_nothing_but_such_signs_leaves_the_number():
    assert file_name("///", NUMBER, "zip") == f"{NUMBER}.zip"


@pytest.mark.parametrize("letter", ["a", "é", "李", "😀"])
def test_long_names_are_cut_at_a_whole_letter(letter):
    made = file_name(letter * 150, NUMBER)
    assert len(made.encode()) <= MOST_BYTES + len(NUMBER) + 7 < 255
    assert set(made.partition(" - ")[0]) == {letter}


def test_two_spellings_of_one_letter_are_one_name():
    assert file_name("Ine\u0302s", NUMBER) == file_name("Inês", NUMBER)
