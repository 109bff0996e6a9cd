"""Maps from numbers: links, shades, dots that a finger hits, and a page that stays light."""

import gzip
import re
from itertools import combinations
from math import hypot

import pytest
from lxml import etree

from content.atlas.dots import GAP, spread
from content.atlas.drawing import Place, draw
from content.atlas.shading import shade_of, shades
from content.atlas.sheets import SLUGS, sheet

SVG = "{http://www.w3.org/2000/svg}"


def places(*codes, number=1):
    return {code: Place(number, f"{code}: {number}", f"/en/practices/?country={code.lower()}") for code in codes}


def parsed(drawn):
    return etree.fromstring(str(drawn.svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def dots(drawn):
    """Return the middle of each link's target that is a dot."""
    circles = parsed(drawn).iter(f"{SVG}circle")
    return [(float(circle.get("cx")), float(circle.get("cy"))) for circle in circles if circle.get("class") == "reach"]


def test_each_country_with_a_number_is_a_link_with_a_name():
    links = list(parsed(draw("world", places("AO", "BR", "ST"), label="Map")).iter(f"{SVG}a"))
    assert {(link.get("href"), link[0].text) for link in links} == {
        (f"/en/practices/?country={c.lower()}", f"{c}: 1") for c in ("AO", "BR", "ST")
    }


def test_a_wide_country_is_its_own_target_and_a_small_one_has_a_dot():
    drawn = draw("world", places("BR", "ST"), label="Map")
    assert len(dots(drawn)) == 1
    assert {link[1].tag for link in parsed(drawn).iter(f"{SVG}a")} == {f"{SVG}path", f"{SVG}circle"}


def test_what_has_no_number_is_land_without_a_link():
    assert "<a " not in draw("world", {}, label="Map").svg
    assert "<a " not in draw("world", places("BR", number=0), label="Map").svg


def test_what_comes_from_outside_is_escaped():
    drawn = draw("world", {"BR": Place(1, '<script>"', '/?q="><b>')}, label='"<i>')
    assert "<script>" not in drawn.svg
    assert "<b>" not in drawn.svg
    assert "<i>" not in drawn.svg
    assert parsed(drawn).get("aria-label") == '"<i>'


def test_countries_beyond_the_frame_are_named():
    drawn = draw("caribbean", places("BB", "AO", "TL"), label="Map")
    assert drawn.outside == ["AO", "TL"]


def test_an_unknown_map_is_the_world_and_never_empty():
    assert draw("nowhere", places("BR"), label="Map").svg == draw("world", places("BR"), label="Map").svg


@pytest.mark.parametrize("slug", sorted(SLUGS))
def test_with_all_countries_at_once_every_target_has_24_pixels_to_itself(slug):
    kept = sheet(slug)
    drawn = draw(slug, places(*kept.lands), label="Map")
    middles = dots(drawn) + [(land.x, land.y) for land in kept.lands.values() if land.is_wide]
    assert len(middles) == len(kept.lands)
    assert all(hypot(a - c, b - d) >= 24 for (a, b), (c, d) in combinations(middles, 2))
    assert all(12 <= x <= kept.width - 12 and 12 <= y <= kept.height - 12 for x, y in dots(drawn))


def test_a_dot_that_has_room_stays_where_its_country_is():
    assert spread({"ST": (100.0, 100.0)}, around=[(200, 200)], width=400, height=400) == {"ST": (100.0, 100.0)}


def test_a_dot_that_has_no_room_moves_no_farther_than_it_must_and_a_thread_leads_back():
    found = spread({"A": (100.0, 100.0), "B": (101.0, 100.0)}, around=[], width=400, height=400)
    assert found["A"] == (100.0, 100.0)
    assert GAP <= hypot(found["B"][0] - 100, found["B"][1] - 100) < 2 * GAP
    assert 'class="tie"' in draw("world", places("LC", "BB", "GD", "VC"), label="Map").svg


def test_dots_lie_the_same_whatever_the_order():
    one = {"A": (10.0, 10.0), "B": (12.0, 12.0), "C": (300.0, 5.0)}
    other = dict(reversed(one.items()))
    assert spread(one, around=[], width=400, height=400) == spread(other, around=[], width=400, height=400)


def test_where_there_is_no_room_at_all_a_dot_stays_where_it_is():
    assert spread({"A": (5.0, 5.0)}, around=[], width=10, height=10) == {"A": (5.0, 5.0)}


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([], []), ([1, 1], ["1"]), ([1, 2], ["1", "2"]), ([1, 4], ["1", "2", "3", "4"]), ([3, 100], ["1–3", "4–10", "11–32", "33–100"])],
)
def test_shades_cover_all_numbers_and_the_darker_the_wider(numbers, words):
    scale = shades(numbers)
    assert [str(shade) for shade in scale] == words
    assert all(shade_of(number, scale) == scale[-1].number for number in numbers[-1:])


def test_every_number_up_to_a_thousand_has_one_shade():
    for most in range(1, 1000, 7):
        scale = shades([most])
        assert [shade.least for shade in scale[1:]] == [shade.most + 1 for shade in scale[:-1]]
        assert (scale[0].least, scale[-1].most) == (1, most)


def test_a_map_with_150_countries_is_light():
    shown = places(*sorted(sheet("world").lands)[:150])
    drawn = draw("world", shown, label="Map")
    assert len(gzip.compress(str(drawn.svg).encode())) < 25_000
    assert not re.search(r"style=|onclick|<script", drawn.svg)
