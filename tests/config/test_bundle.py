"""One style sheet, joined of many."""

import os
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from config.bundle import SHEETS, BundleFinder, joined, write

SOURCE = Path(settings.STATICFILES_DIRS[0])
BUDGET = 10_000


@pytest.fixture
def pieces(tmp_path, monkeypatch):
    """Give a bundle of two sheets in a folder of its own; return (source, target)."""
    monkeypatch.setattr("config.bundle.BUNDLES", {"css/site.css": ["css/a.css", "css/b.css"]})
    source = tmp_path / "source"
    (source / "css").mkdir(parents=True)
    (source / "css/a.css").write_text("/* why */\n  a { color: red; }\n")
    (source / "css/b.css").write_text("b { color: blue; }\n")
    return source, tmp_path / "target"


def test_every_sheet_is_in_the_list_once_and_the_list_names_no_other():
    assert sorted(SHEETS) == sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.glob("css/**/*.css"))
    assert SHEETS[0] == "css/layers.css"


def test_every_sheet_names_its_own_layer_so_that_joining_is_enough():
    for name in SHEETS[1:]:
        text = (SOURCE / name).read_text()
        assert text.lstrip().startswith("@layer "), name
        assert text.count("{") == text.count("}"), name


def test_the_joined_sheet_keeps_its_budget():
    assert len(brotli.compress(joined("css/site.css", SOURCE).encode())) <= BUDGET


def test_the_joined_sheet_asks_nothing_of_anybody():
    text = joined("css/site.css", SOURCE)
    assert "@import" not in text
    assert "url(" not in text


def test_pieces_are_joined_in_order_without_comments(pieces):
    source, target = pieces
    assert write("css/site.css", source, target).read_text() == "a { color: red; }\nb { color: blue; }\n"


def test_a_changed_piece_is_joined_again_and_an_unchanged_one_is_not(pieces):
    source, target = pieces
    path = write("css/site.css", source, target)
    os.utime(path, (4_000_000_000, 4_000_000_000))
    assert write("css/site.css", source, target).stat().st_mtime == 4_000_000_000
    (source / "css/b.css").write_text("b { color: green; }\n")
    os.utime(source / "css/b.css", (4_000_000_001, 4_000_000_001))
    assert "green" in write("css/site.css", source, target).read_text()
    assert [file.name for file in (target / "css").iterdir()] == ["site.css"]


def test_a_piece_is_not_found_by_itself():
    assert finders.find("css/base.css") is None
    assert finders.find("css/../css/base.css") is None
    assert finders.find("css/site.css").endswith("css/site.css")
    assert finders.find("img/sprite.svg")


def test_what_is_collected_has_the_joined_sheet_and_no_piece():
    found = dict(BundleFinder().list([]))
    assert "css/site.css" in found
    assert "img/sprite.svg" in found
    assert [path for path in found if path.startswith("css/")] == ["css/site.css"]
    assert found["css/site.css"].open("css/site.css").read()


def test_the_site_serves_it(client):
    answer = client.get("/static/css/site.css")
    assert answer.status_code == 200
    assert b"@layer reset, tokens" in answer.getvalue()
