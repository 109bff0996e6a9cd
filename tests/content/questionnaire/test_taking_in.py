"""A filled form, read into answers and what is left over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from content.questionnaire.form import ASKED
from content.questionnaire.taking_in import Unfit, Unreadable, taken_in

pytestmark = pytest.mark.django_db
LINES = (
    "Boa prática\tLer os livros",
    "Instituição\tInspeção",
    "Países envolvidos\tBrasil, Moçambique",
    "Objetivo(s) Sul-Sul\tUm objetivo de dois países.",
    "Inovação\tAlgo novo.",
    "Resultados Sul-Sul\tTrês livros.",
    "Fontes de financiamento\tUSD 150,000 do fundo.",
    "Contactos\tGabinete, porto@example.org",
)


def file(text, name="forma.txt"):
    return SimpleUploadedFile(name, text.encode())


def test_what_a_form_says_becomes_answers():
    read = taken_in(file("\n".join(LINES)), language="pt")
    assert read.language == "pt"
    assert set(read.answers) <= set(ASKED)
    assert {row["country"] for row in read.answers["country_roles"]} == {"BR", "MZ"}
    assert read.answers["amounts"][0]["amount"].startswith("150000")
    assert read.answers["contacts"][0]["email"] == "porto@example.org"
    assert read.answers["objectives"] == "Um objetivo de dois países."


@pytest.mark.parametrize(("text", "name"), [("Bom dia.", "a.txt"), ("PK", "a.docx"), ("%PDF-", "a.pdf"), ("MZ", "a.exe")])
def test_what_is_no_form_is_refused_with_a_sentence(text, name):
    with pytest.raises((Unfit, Unreadable)) as refusal:
        taken_in(file(text, name))
    assert str(refusal.value)
