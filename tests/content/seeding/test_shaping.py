"""The project's own form of pages, made into fields."""

from content.seeding.shaping import blocks, identity, in_language, paragraphs


def test_identity_is_the_same_on_every_site_and_differs_from_page_to_page():
    assert identity("course/one") == identity("course/one")
    assert identity("course/one") != identity("course/two")


def test_what_is_told_per_language_is_reduced_at_any_depth():
    value = {"title": {"pt": "Um", "en": "One"}, "folds": [{"text": {"pt": "Dois", "en": "Two"}}], "minutes": 4}
    assert in_language(value, "en") == {"title": "One", "folds": [{"text": "Two"}], "minutes": 4}


def test_what_is_told_once_is_the_same_in_every_language():
    assert in_language("C138", "fr") == "C138"
    assert in_language({}, "fr") == {}


def test_a_block_keeps_its_id_in_every_language_and_on_every_run():
    portuguese = blocks([{"prose": "Uma visita"}], key="m3/intro")
    english = blocks([{"prose": "A visit"}], key="m3/intro")
    assert [block["id"] for block in portuguese] == [block["id"] for block in english]


def test_blocks_in_other_places_have_other_ids():
    first, second = blocks([{"prose": "One"}, {"prose": "One"}], key="m3/intro")
    assert len({first["id"], second["id"], blocks([{"prose": "One"}], key="m4/intro")[0]["id"]}) == 3


def test_items_of_lists_have_ids_of_their_own():
    stream = [{"accordion": {"folds": [{"title": "One", "text": "<p>a</p>"}, {"title": "Two", "text": "<p>b</p>"}]}}]
    folds = blocks(stream, key="unit/body")[0]["value"]["folds"]
    assert [fold["type"] for fold in folds] == ["item", "item"]
    assert [fold["value"]["title"] for fold in folds] == ["One", "Two"]
    assert folds[0]["id"] != folds[1]["id"]


def test_plain_text_becomes_paragraphs():
    assert paragraphs("One.\n\nTwo.") == "<p>One.</p><p>Two.</p>"


def test_html_stays_as_it_is():
    assert paragraphs("<ul><li>One</li></ul>") == "<ul><li>One</li></ul>"


def test_signs_of_plain_text_are_not_taken_for_html():
    assert paragraphs("Work < 14 hours & school") == "<p>Work &lt; 14 hours &amp; school</p>"
