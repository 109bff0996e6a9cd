"""GIFT read and written: every type, awkward and hostile text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from courses.formats.gift_reading import read_gift
from courses.formats.gift_signs import escaped, hidden, restored
from courses.formats.gift_writing import gift_item_problem, write_gift
from courses.formats.items import Item, Left, Piece, Unreadable
from courses.formats.reading import read_questions

BANK = Path(__file__).parent / "banks" / "every_type.gift"


def read(text):
    return list(read_gift(text.encode()))


def one(text) -> Item:
    [item] = read(text)
    assert isinstance(item, Item), item
    return item


def reason(text) -> str:
    [left] = read(text)
    assert isinstance(left, Left), left
    return left.reason


@pytest.fixture
def bank():
    return {item.name: item for item in read_gift(BANK.read_bytes())}


def weighed(item):
    return [(piece.html, piece.weight) for piece in item.pieces]


def test_every_question_of_the_bank_is_told_with_its_line(bank):
    assert len(bank) == 20
    assert [(item.name, item.place) for item in bank.values() if isinstance(item, Left)] == [
        ("Ensaio", 56),
        ("Isto é um texto sem respostas.", 58),
        ("Aberta", 60),
        ("Dois", 62),
        ("Letra", 68),
    ]


def test_a_choice_has_its_weights_feedback_id_and_source(bank):
    item = bank["Idade mínima"]
    assert (item.kind, item.idnumber, item.source, item.after) == ("single", "N-01", "C138, art. 3(1)", "Ver a convenção n.º 138.")
    assert weighed(item) == [("18 anos", 100), ("16 anos, sob condições", 50), ("15 anos", 0)]
    assert item.pieces[0].reply == "Certo: artigo 3."
    assert item.folder == ("Normas",)


def test_without_an_equals_sign_several_answers_are_right(bank):
    item = bank["Convenções"]
    assert (item.kind, weighed(item)[2]) == ("multiple", ("C190", -50))
    assert item.stem == "Quais são convenções <b>fundamentais</b>: escolha duas."


def test_true_or_false_has_first_the_feedback_for_the_wrong_answer(bank):
    true, false = bank["Ratificação"].pieces
    assert ((true.weight, true.reply), (false.weight, false.reply)) == ((100, "Certo."), (0, "Foi, em 2020."))
    assert bank["FALSE pode ser uma resposta."].pieces[1].weight == 100


def test_short_answers_are_weighed_and_one_needs_no_sign(bank):
    assert weighed(bank["Sigla"]) == [("OIT", 100), ("Organização Internacional do Trabalho", 100), ("ONU", 50), ("*", 0)]
    assert weighed(bank["Uma resposta"]) == [("OIT", 100)]


def test_pairs_keep_their_formats_and_the_distractor(bank):
    item = bank["Pares"]
    assert [(piece.html, piece.match) for piece in item.pieces] == [
        ("<p>C138</p>", "idade mínima"),
        ("C182 &lt;1999&gt;", "piores formas"),
        ("<i>C189</i>", "trabalho doméstico"),
        ("", "segurança"),
    ]
    assert item.folder == ("Normas", "Aplicação : casos/exemplos")


def test_numbers_have_tolerances_ranges_and_weights(bank):
    told = {name: [(piece.html, piece.tolerance, piece.weight) for piece in bank[name].pieces] for name in ("Ano", "Intervalo", "Vários")}
    assert told["Ano"] == [("1999", "0", 100)]
    assert told["Intervalo"] == [("3", "2", 100)]
    assert told["Vários"] == [("3.5", "0.1", 100), ("3.5", "1", 50), ("*", "0", 0)]


def test_a_missing_word_leaves_a_gap(bank):
    assert bank["Lacuna"].stem == "A C138 fixa a idade de _____ anos."


def test_escaped_signs_are_signs(bank):
    item = bank["Escape"]
    assert item.stem == "O conjunto {1, 2} = {2, 1}? Custa #1 ~ 5:00 \\ fim<br>Segunda linha"
    assert weighed(item) == [("sim = verdade", 100), ("não ~", 0)]


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n"), lambda t: t.replace("\n", "\r")])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(bank, change):
    again = list(read_gift(change(BANK.read_text(encoding="utf-8")).encode()))
    assert again == list(bank.values())


def test_other_encodings_are_read():
    for encoding in ("utf-16", "cp1252"):
        [item] = read_gift("Maputo é a capital{T}".encode(encoding))
        assert item.stem == "Maputo é a capital"
    with pytest.raises(Unreadable):
        list(read_gift(b"\x00\x01\x02"))


@pytest.mark.parametrize(
    "text", ["{", "}", "}{", "a{b{c}d}", "a{}b{}", "{}", "a{#}", "a{=->}", "a{ = x -> }", "a{#1:x}", "a{#x..y}", "a{b~c}", "just words"]
)
def test_what_cannot_be_taken_has_a_reason(text):
    for told in read(text):
        assert isinstance(told, Left) or not told.pieces or told.kind
    assert all(left.reason.endswith(".") for left in read(text) if isinstance(left, Left))


def test_an_essay_a_description_and_two_gaps_say_so():
    assert "essay" in reason("Explain.{}").lower()
    assert "without answers" in reason("Only words.")
    assert "several" in reason("One {=a} and {=b}.")


def test_hostile_html_is_only_text_here():
    assert one("[html]<script>alert(1)</script>Q{T}").stem.startswith("<script>")


def test_comments_are_no_questions_and_empty_files_have_none():
    assert read("// nothing\n\n//here\n\n") == []
    with pytest.raises(Unreadable):
        read_questions(b" \n ", "gift")


def test_ten_thousand_lines_are_read_whole():
    text = "\n\n".join(f"::Q{n}::Question {n} of many\\: which?{{\n=right#yes\n~wrong\n~%10%half\n}}" for n in range(2000))
    assert len(read(text)) == 2000
    assert len(read("{" * 10_000 + "\n" + "~=#" * 30_000)) == 1
    assert len(read("::" * 50_000)) == 1


def test_too_many_questions_are_refused():
    with pytest.raises(Unreadable):
        read_questions(b"a{T}\n\n" * 5001, "gift")


@given(st.text(max_size=200))
@settings(deadline=None)
def test_whatever_the_file_every_block_is_told_and_nothing_raises(text):
    try:
        told = read(text.encode("utf-8", "ignore").decode())
    except Unreadable:
        return
    assert all(isinstance(one, Item | Left) for one in told)


@given(st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=80))
def test_what_is_escaped_comes_back(text):
    assert restored(hidden(escaped(text))) == text
    assert not set(hidden(escaped(text))) & set(":#={}~\n")


def test_what_is_written_is_read_again():
    text = "a = b ~ c # d { e } : f \\ g"
    item = Item(1, "single", "Name: one", ("A", "B/C"), "id]1", stem=text, after="<p>after</p>", source="C138: 3", tells_all=False)
    item.pieces = [Piece(text, 100, text), Piece("[html]x", "33.33333"), Piece("%50%y", -20)]
    [again] = read_gift(write_gift([item]))
    again.place = 1
    assert again == item


def test_what_gift_cannot_hold_is_said():
    assert gift_item_problem(Item(1, "ordering"))
    assert gift_item_problem(Item(1, "single", files={"a.png": b""}))
    assert gift_item_problem(Item(1, "short", pieces=[Piece("a -> b", 100)]))
    assert gift_item_problem(Item(1, "single", is_retired=True))
    lossy = Item(1, "single", points=2, is_shuffled=False, right="Well done")
    assert gift_item_problem(lossy) == ""
    assert len(lossy.notes) == 3


def test_marks_that_never_end_are_passed_over():
    read = read_questions(b"//" + b"[id:" * 50_000 + b"\nQ{T}\n", "gift")
    assert [item.kind for item in read if isinstance(item, Item)] == ["true_false"]
