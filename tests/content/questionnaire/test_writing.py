"""Answers made into what a page takes, and back."""

from types import SimpleNamespace

from content.questionnaire.writing import TEXTS, page_facts, page_values, texts_of, typed_texts
from tests.factories.contributions import whole_answers


def test_answers_become_fields_of_the_page():
    values = page_values(whole_answers())
    assert values["title"] == "Ler juntos os livros do porto"
    assert values["objectives"].startswith("<p>Dois países")
    assert (values["starts_year"], values["ends_year"], values["contacts_consent"]) == (2019, 2023, True)
    assert values["building_blocks"] == [
        {"id": "", "title": "Livro comum", "what": "<p>Um <b>livro</b>.</p>", "needs": "<p>Papel.</p>", "lessons": ""}
    ]
    empty = page_values({})
    assert (empty["starts_year"], empty["objectives"], empty["building_blocks"]) == (None, "", [])


def test_answers_become_facts_of_the_page():
    twice = [{"country": "BR", "role": "offering"}] * 2
    facts = page_facts(whole_answers(country_roles=twice, acronyms=[{"short": "A", "meaning": "b"}, {"short": "A", "meaning": "c"}]))
    assert facts["countries"] == twice[:1]
    assert facts["amounts"] == [{"amount": "150000.50", "currency": "USD", "source": "Fundo comum"}]
    assert facts["acronyms"] == [{"short": "A", "meaning": "c"}]
    assert (facts["themes"], facts["targets"], facts["instruments"]) == (["labour-inspection"], ["8.7"], ["C138"])
    assert page_facts({})["contacts"] == []


def test_texts_of_a_page_come_back_as_they_were_typed():
    answers = whole_answers()
    page = SimpleNamespace(**page_values(answers))
    back = typed_texts(texts_of(page))
    assert set(back) == set(TEXTS)
    assert back["title"] == answers["title"]
    assert back["objectives"].split() == answers["objectives"].split()
    assert "- **primeiro** passo" in back["objectives"]
