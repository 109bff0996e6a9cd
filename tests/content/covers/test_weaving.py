"""Bands and cloths: drawn from a key and from nothing else."""

import gzip
import re
from xml.etree import ElementTree

import pytest

from content.covers.weaving import DYES, WIDTH, band, cloth, pattern, tile


def parsed(drawing):
    return ElementTree.fromstring(drawing)  # noqa: S314 - our own drawing


KEYS = [f"{number:032x}" for number in range(200)]


def test_the_same_key_gives_the_same_bytes_everywhere():
    assert tile("m1-conceitos") == tile("m1-conceitos")
    assert '<path fill="#6b2a4b" d="M0 0h8v24H0z"/>' in tile("m1-conceitos")


def test_different_keys_rarely_look_alike():
    assert len({pattern(key, "p", "") for key in KEYS}) > 90


def test_every_dye_is_used_by_some_key():
    assert {band(key).ground for key in KEYS} == {ground for ground, _main, _second in DYES}


@pytest.mark.parametrize("key", ["", "a", "é", "a" * 64, "<script>", '"/>'])
def test_any_text_gives_well_formed_svg_that_carries_nothing_of_it(key):
    drawing = tile(key)
    parsed(drawing)
    assert "script" not in drawing
    assert "style" not in drawing


def test_rows_lie_inside_the_tile_and_do_not_touch():
    for key in KEYS:
        woven = band(key)
        tops = [y for _name, y, _colour in woven.rows]
        assert tops == sorted(tops)
        assert tops[0] == 1
        assert woven.height > tops[-1]
        assert woven.ground not in {colour for _name, _y, colour in woven.rows}


def test_a_band_tiles_without_end_at_any_size():
    root = parsed(tile("a"))
    assert root.get("viewBox") is None
    assert (root.get("width"), root.get("height")) == ("100%", "100%")
    assert root[0].get("width") == str(WIDTH)


def test_six_modules_fit_into_a_kilobyte_on_the_wire():
    assert max(len(gzip.compress(cloth(tuple(KEYS[start : start + 6])).encode())) for start in range(0, 180, 6)) <= 1000
    assert max(len(tile(key)) for key in KEYS) <= 600


def test_each_strip_of_a_cloth_is_the_band_of_its_module():
    sewn = cloth(("a", "b"))
    for key in ("a", "b"):
        inside = re.search(r"<pattern[^>]*>(.*)</pattern>", tile(key))[1]
        assert inside in sewn
    assert 'viewBox="0 0 32 60"' in sewn


def test_a_cloth_of_one_module_is_one_strip():
    parsed(cloth(("a",)))
    assert 'viewBox="0 0 16 60"' in cloth(("a",))
