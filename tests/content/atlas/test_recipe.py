"""The recipe on an atlas of four squares: neighbours, an island, a part with a code of its own."""

import json

import pytest

from content.atlas.build import recipe
from content.atlas.build.frames import Frame
from content.atlas.build.outlines import area, clipped, roominess, simplified, widest
from content.atlas.build.projections import equal_earth, lambert, wrapped
from content.atlas.build.recipe import Sheet, countries, path, sheet_of
from content.atlas.build.topology import arcs_of, lands_of, walk

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10)]
ATLAS = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [
        [[10, 0], [0, 10]],  # the border between the two
        [[10, 10], [-10, 0], [0, -10], [10, 0]],  # the rest of the western one
        [[10, 10], [10, 0], [0, -10], [-10, 0]],  # the rest of the eastern one
        [[-54, 2], [1, 0], [0, 1], [-1, 0], [0, -1]],  # an island far away
        [[30, 5], [1, 0], [0, 1], [-1, 0], [0, -1]],  # land of nobody in the list
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "MultiPolygon", "id": "250", "arcs": [[[0, 1]], [[3]]], "properties": {"name": "West"}},
                {"type": "Polygon", "id": "504", "arcs": [[-1, 2]], "properties": {"name": "East"}},
                {"type": "Polygon", "arcs": [[4]], "properties": {"name": "Nobody's"}},
                {"type": "Polygon", "id": "528", "arcs": [[4]], "properties": {"name": "Low"}},
                {"type": "Polygon", "id": "578", "arcs": [[4]], "properties": {"name": "High"}},
                {"type": "Polygon", "id": "732", "arcs": [[4]], "properties": {"name": "Sand"}},
            ]
        }
    },
}
CODES = {"250": "FR", "504": "MA", "528": "NL", "578": "NO", "732": "EH"}


@pytest.fixture(autouse=True)
def whole(monkeypatch):
    """Leave the countries of this small atlas uncut."""
    monkeypatch.setattr(recipe, "SOUTH", [])


def test_a_border_is_the_same_line_for_both_neighbours():
    west, east = lands_of(ATLAS, CODES, {})[:2]
    arcs = arcs_of(ATLAS)
    assert walk(west.polygons[0][0], arcs)[:2] == [(10, 0), (10, 10)]
    assert walk(east.polygons[0][0], arcs)[:2] == [(10, 10), (10, 0)]
    assert walk(west.polygons[0][0], arcs)[0] == walk(west.polygons[0][0], arcs)[-1]


def test_a_shape_without_digits_is_nobodys_unless_the_list_says_whose_it_is():
    assert [land.code for land in lands_of(ATLAS, CODES, {})] == ["FR", "MA", "", "NL", "NO", "EH"]
    assert [land.code for land in lands_of(ATLAS, CODES, {"Nobody's": "MA"})] == ["FR", "MA", "NL", "NO", "EH"]


def test_a_part_with_a_code_of_its_own_is_set_apart_and_what_the_atlas_does_not_draw_is_a_point():
    found = {land.code: land for land in countries(ATLAS, CODES, arcs_of(ATLAS))}
    assert len(found["FR"].polygons) == 1
    assert len(found["GF"].polygons) == 1
    assert found["TV"].polygons == []


def test_a_country_is_cut_at_a_parallel(monkeypatch):
    monkeypatch.setattr(recipe, "SOUTH", [("MA", "EH", 4)])
    arcs = arcs_of(ATLAS)
    found = {land.code: land for land in countries(ATLAS, CODES, arcs)}
    north, south = walk(found["MA"].polygons[0][0], arcs), walk(found["EH"].polygons[-1][0], arcs)
    assert min(y for _, y in north) == 4
    assert max(y for _, y in south) == 4
    assert north[0] == north[-1]


def test_a_line_loses_what_the_eye_would_not_miss_and_keeps_its_ends():
    line = [(0, 0), (5, 0.1), (10, 0), (10, 10)]
    assert simplified(line, 1) == [(0, 0), (10, 0), (10, 10)]
    assert simplified(line, 0) == line
    assert simplified(line, 1000) == [(0, 0), (10, 10)]


def test_a_ring_is_cut_to_a_box():
    assert area(clipped(SQUARE, (5, 5, 20, 20))) == 25
    assert clipped(SQUARE, (20, 20, 30, 30)) == []
    assert clipped([], (0, 0, 1, 1)) == []


def test_the_widest_part_of_a_shape_is_found_within_the_frame():
    assert roominess(5, 5, [SQUARE]) == 5
    assert roominess(15, 5, [SQUARE]) == -5
    x, y, room = widest([SQUARE], (0, 0, 100, 100))
    assert (round(x), round(y), round(room)) == (5, 5, 5)
    assert widest([SQUARE], (-100, -100, 4, 100))[2] == pytest.approx(2, abs=0.2)


def test_projections_have_their_middle_in_the_middle_and_north_above():
    for project in (equal_earth(11), lambert(11, 0)):
        assert project(11, 0) == pytest.approx((0, 0))
        assert project(11, 40)[1] < 0 < project(11, -40)[1]
        assert project(30, 0)[0] > 0
    assert wrapped(190) == -170
    assert wrapped(-180) == -180


def test_a_sheet_knows_each_country_in_its_frame_and_whether_a_finger_finds_room():
    degrees = arcs_of(ATLAS)
    kept = sheet_of(Frame(-2, -2, 40, 12), countries(ATLAS, CODES, degrees), degrees)
    assert kept["lands"]["FR"]["is_wide"]
    assert kept["lands"]["NL"]["d"].startswith("M")
    assert not kept["lands"]["NL"]["is_wide"]
    assert "GF" not in kept["lands"]
    assert kept["rest"].startswith("M")
    x, y = kept["lands"]["FR"]["at"]
    assert 0 < x < kept["width"] / 2
    assert 0 < y < kept["height"]


def test_what_lies_behind_the_cut_of_the_globe_is_left_out():
    assert not Sheet(Frame(112, -48, 218, 21)).holds([(-30, 0), (-10, 0)])
    assert Sheet(Frame(112, -48, 218, 21)).holds([(-179, 0), (179, 0)])


def test_a_drawing_is_short():
    assert path([[[(0, 0), (4.2, 0), (4, 3), (4.1, 3.2), (0, 3)]]]) == "M0 0l4 0 0 3-4 0z"
    assert path([[[(0, 0), (0.1, 0.1)]]]) == ""


def test_the_recipe_writes_one_file_for_each_frame(tmp_path, monkeypatch):
    monkeypatch.setattr(recipe, "MAPS", tmp_path)
    monkeypatch.setattr(recipe, "FRAMES", {"here": Frame(-2, -2, 40, 12)})
    (tmp_path / "atlas.json").write_text(json.dumps(ATLAS))
    (tmp_path / "table.json").write_text(json.dumps([{"numeric": digits, "iso2": code} for digits, code in CODES.items()]))
    recipe.main(str(tmp_path / "atlas.json"), str(tmp_path / "table.json"))
    assert json.loads((tmp_path / "here.json").read_text())["width"] == 960
