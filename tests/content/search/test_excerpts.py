"""The part of a text that answers a question."""

from content.search.excerpts import LENGTH, excerpt, marked


def test_the_part_with_most_of_the_words_is_shown_whole_words_only():
    text = "palavra " * 100 + "um algodão e uma escola " + "outra " * 100
    part = excerpt(text, ["algod", "algoda", "algoda", "escol"], "pt")
    assert "<mark>" in part
    assert part.startswith("… ")
    assert part.endswith(" …")
    assert len(part) < LENGTH + 60
    assert "pala " not in part.replace("palavra ", "")


def test_a_short_text_is_shown_whole_and_one_without_the_words_from_its_beginning():
    assert excerpt("Olá mundo", ["mund"], "pt") == "Olá <mark>mundo</mark>"
    assert excerpt("palavra " * 100, ["nada"], "pt").startswith("palavra palavra")
    assert excerpt("", ["nada"], "pt") == ""


def test_parts_of_a_page_are_set_apart():
    assert excerpt("Um\nDois", [], "pt") == "Um · Dois"


def test_everything_is_escaped():
    assert marked("<b>mundo</b> & 'x'", ["mund"], "pt") == "&lt;b&gt;<mark>mundo</mark>&lt;/b&gt; &amp; &#x27;x&#x27;"
