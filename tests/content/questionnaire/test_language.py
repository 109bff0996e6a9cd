"""Whether a text is plain."""

import pytest

from content.questionnaire.language import names_a_child, points_elsewhere, too_long


@pytest.mark.parametrize(
    "text",
    [
        "Ver o link.",
        "Para mais, ver no site.",
        "See the link below",
        "voir le lien",
        "Véase el enlace",
        "Consulte o anexo",
        "https://example.org/x",
        "www.example.org",
    ],
)
def test_what_only_points_elsewhere_is_seen(text):
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["O site foi feito em 2019.", "Vimos crianças.", "We see children at work.", "Escreva a https://example.org/ hoje."]
)
def test_what_tells_is_left_alone(text):
    assert not points_elsewhere(text)


@pytest.mark.parametrize(
    "text", ["Maria, de 12 anos, carregava.", "João (9 anos)", "Awa, âgée de 11 ans", "Luz, niña de 10 años", "Grace, aged 15 years"]
)
def test_a_named_child_is_seen(text):
    assert names_a_child(text)


@pytest.mark.parametrize("text", ["Em Angola, 12 anos depois, mudou.", "Maria, de 42 anos", "Crianças de 12 anos", "Projeto de 3 anos", ""])
def test_other_years_are_no_children(text):
    assert not names_a_child(text)


def test_long_sentences_are_told_by_their_beginning():
    assert too_long("Curta. " + "palavra " * 50 + ". Outra.") == ["palavra palavra palavra palavra palavra palavra palavra palavra"]
    assert too_long("Curta. Outra curta.\nE mais uma.") == []
