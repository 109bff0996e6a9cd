"""The maps that are kept: every country is on the world's, small islands are on their region's."""

import json
from pathlib import Path

import pytest

from content import taxonomy
from content.atlas.build.frames import FRAMES
from content.atlas.sheets import FOLDER, SLUGS, WORLD, sheet, tightest

TABLE = Path(taxonomy.__file__).with_name("data")
COUNTRIES = {row["iso2"] for row in json.loads((TABLE / "countries.json").read_text(encoding="utf-8"))}
CPLP = ["AO", "BR", "CV", "GQ", "GW", "MZ", "PT", "ST", "TL"]


def test_there_is_a_map_for_each_frame_and_no_other():
    assert set(FRAMES) == SLUGS


def test_the_world_has_every_country_of_the_list():
    assert COUNTRIES - sheet(WORLD).lands.keys() <= {"BV", "GS", "HM", "SJ", "TF", "AX", "FK", "GL"}
    assert sheet(WORLD).lands.keys() <= COUNTRIES


@pytest.mark.parametrize(
    ("slug", "codes"),
    [
        ("cplp", CPLP),
        ("caribbean", ["BB", "GD", "LC", "TT"]),
        ("middle-africa", ["ST", "GQ"]),
        ("western-africa", ["CV", "GW"]),
        ("oceania", ["TV", "FJ"]),
    ],
)
def test_a_closer_map_has_the_small_countries_of_its_part_of_the_world(slug, codes):
    kept = sheet(slug)
    assert set(codes) <= kept.lands.keys()
    assert all(0 < kept.lands[code].x < kept.width and 0 < kept.lands[code].y < kept.height for code in codes)


def test_a_map_that_there_is_not_is_the_world():
    assert sheet("atlantis").slug == WORLD
    assert sheet("../maps/world").slug == WORLD


def test_the_closest_map_with_all_of_some_countries_is_found():
    assert tightest(["BB", "GD"]) == "caribbean"
    assert tightest(CPLP) == "cplp"
    assert tightest(["CL", "NZ"]) == WORLD
    assert tightest([]) == WORLD
    assert tightest(["ZZ"]) == WORLD


def test_the_shapes_come_with_the_notice_of_their_source():
    notice = (FOLDER / "NOTICE.txt").read_text(encoding="utf-8")
    assert "Copyright 2013-2019 Michael Bostock" in notice
    assert "public domain" in notice
