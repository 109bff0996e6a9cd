"""What an item of a file becomes, and which ids it takes."""

import pytest

from courses.exchange.building import Held, built
from courses.exchange.origins import folder_for, idnumber_of, origin_for
from courses.exchange.reporting import Report
from courses.formats.items import Item, Left, LeftOut, Piece
from courses.questions.shapes import problems


def item(kind, *pieces, **fields):
    return Item(1, kind, stem="Q", pieces=list(pieces), **fields)


ITEMS = {
    "single": item("single", Piece("a", 100, "yes"), Piece("b", 0)),
    "multiple": item("multiple", Piece("a", 50), Piece("b", 50), Piece("c", -50)),
    "true_false": item("true_false", Piece("true", 0, "no"), Piece("false", 100)),
    "matching": item(
        "matching", Piece("l1", match="r1", reply="so"), Piece("l2", match="r2"), Piece("l3", match="r1"), Piece("", match="r3")
    ),
    "ordering": item("ordering", Piece("one"), Piece("two"), Piece("three")),
    "short": item("short", Piece("x", 100), Piece("y", 50, "nearly"), Piece("*", 0)),
    "numeric": item("numeric", Piece("3.5", 100, tolerance="0.1"), Piece("*", 0, "far")),
}


@pytest.mark.parametrize("kind", ITEMS)
def test_an_item_becomes_a_question_that_can_be_asked(kind):
    made = built(ITEMS[kind], "fr", Held())
    assert problems(kind, made.shape, made.key, {"fr": made.words}) == []


@pytest.mark.parametrize("kind", ITEMS)
def test_the_same_again_takes_the_same_ids(kind):
    first = built(ITEMS[kind], "pt", Held())
    again = built(ITEMS[kind], "pt", Held(first.shape, first.key, first.words))
    assert (again.shape, again.key, again.words) == (first.shape, first.key, first.words)


@pytest.mark.parametrize("kind", ITEMS)
def test_another_language_takes_the_ids_in_their_order(kind):
    first = built(ITEMS[kind], "pt", Held())
    other = item(
        kind,
        *(
            Piece(_said(kind, piece), piece.weight, piece.reply, f"{piece.match} fr" if piece.match else "", piece.tolerance)
            for piece in ITEMS[kind].pieces
        ),
    )
    french = built(other, "fr", Held(first.shape, first.key, {}, has_others=True))
    assert (french.shape, french.key) == (first.shape, first.key)


def _said(kind, piece):
    return piece.html if kind in ("numeric", "true_false") or not piece.html else f"{piece.html} fr"


def test_true_and_false_are_said_in_the_language_of_the_file():
    assert list(built(ITEMS["true_false"], "es", Held()).words["options"].values()) == ["Verdadero", "Falso"]
    assert list(built(ITEMS["true_false"], "de", Held()).words["options"].values()) == ["True", "False"]


def test_equal_rights_are_one_and_a_lone_right_is_a_distractor():
    made = built(ITEMS["matching"], "pt", Held())
    assert (len(made.shape["lefts"]), len(made.shape["rights"]), len(set(made.key["pairs"].values()))) == (3, 3, 2)


def test_words_that_moved_take_their_id_along():
    first = built(ITEMS["multiple"], "pt", Held())
    a, b, c = first.shape["options"]
    moved = item("multiple", Piece("c", -50), Piece("new", 0), Piece("a", 50), Piece("b", 50))
    ids = built(moved, "pt", Held(first.shape, first.key, first.words)).shape["options"]
    assert (ids[0], ids[2], ids[3]) == (c, a, b)
    assert ids[1] not in (a, b, c)


def test_short_answers_of_other_languages_stay_in_the_key():
    first = built(ITEMS["short"], "pt", Held())
    french = built(item("short", Piece("z", 100)), "fr", Held(first.shape, first.key, {}, has_others=True))
    assert french.key == first.key
    more = built(item("short", Piece("z", 100), Piece("w", 100)), "fr", Held(first.shape, first.key, {}, has_others=True))
    assert len(more.key["weights"]) == 4
    alone = built(item("short", Piece("z", 100)), "pt", Held(first.shape, first.key, first.words))
    assert len(alone.key["weights"]) == 1


@pytest.mark.parametrize("kind", ["single", "multiple", "matching", "ordering", "numeric"])
def test_a_translation_with_fewer_answers_is_left_out(kind):
    first = built(ITEMS[kind], "pt", Held())
    fewer = item(kind, *ITEMS[kind].pieces[:-1])
    with pytest.raises(LeftOut):
        built(fewer, "fr", Held(first.shape, first.key, {}, has_others=True))


def test_a_format_that_does_not_tell_leaves_what_is_there():
    held = Held({"options": ["a", "b"], "is_shuffled": False}, {"weights": {"a": 100, "b": 0}}, {"options": {}, "right": "Well done"})
    made = built(item("single", Piece("a", 100), Piece("b", 0), tells_all=False), "pt", held)
    assert (made.shape["is_shuffled"], made.words["right"]) == (False, "Well done")
    assert built(item("single", Piece("a", 100), Piece("b", 0)), "pt", held).words["right"] == ""


def test_an_origin_is_the_folder_with_the_id_number_or_the_name():
    numbered, bare = Item(1, "short", "N", idnumber="X-1"), Item(1, "short", "N")
    assert origin_for(numbered, "A", 1) != origin_for(numbered, "B", 1)
    assert idnumber_of(origin_for(numbered, "A", 1), "A") == "X-1"
    assert idnumber_of(origin_for(numbered, "A", 1), "B") == ""
    assert origin_for(bare, "A", 1) != origin_for(bare, "A", 2) != origin_for(bare, "B", 2)
    long = Item(1, "short", "N", idnumber="x" * 100)
    assert len(origin_for(long, "A", 1)) <= 80
    assert idnumber_of(origin_for(long, "A", 1), "A") == ""


def test_a_folder_of_a_file_stands_below_the_one_that_was_told():
    assert folder_for(Item(1, "short", folder=("B/C", "D")), "A") == "A/B//C/D"
    assert folder_for(Item(1, "short"), "") == ""


def test_a_report_counts_every_question_once():
    lossy = Item(2, "short", "B", notes=["A tag."])
    report = Report("pt", "gift", [(Item(1, "short", "A"), "new"), (lossy, "changed")], [Left(9, "C", "No answers.")])
    assert report.counts == {"new": 1, "changed": 1, "further": 0, "unchanged": 0, "left": 1}
    assert (report.total, report.noted) == (3, [lossy])
    data = report.as_data()
    assert (data["questions"], data["left"]) == (3, [{"place": 9, "name": "C", "reason": "No answers."}])
