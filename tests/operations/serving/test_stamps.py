"""What has not changed is not done again."""

import os

import pytest

from operations.serving.stamps import Stamp, files_under, fingerprint


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "a.css").write_text("a {}")
    (tmp_path / "css" / "__pycache__").mkdir()
    (tmp_path / "css" / "__pycache__" / "a.pyc").write_text("cache")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "b.css").write_text("b {}")
    (tmp_path / "readme.md").write_text("read")
    return tmp_path


def test_caches_and_hidden_folders_do_not_count(tree):
    assert [path.name for path in files_under(tree)] == ["a.css", "readme.md"]


def test_only_files_with_a_wanted_ending_count(tree):
    assert [path.name for path in files_under(tree, suffixes=(".css",))] == ["a.css"]


def test_a_single_file_may_stand_for_a_folder(tree):
    assert list(files_under(tree / "readme.md")) == [tree / "readme.md"]


def test_the_same_files_give_the_same_fingerprint(tree):
    assert fingerprint(files_under(tree)) == fingerprint(files_under(tree))


def test_a_changed_file_gives_another_fingerprint(tree):
    before = fingerprint(files_under(tree))
    (tree / "css" / "a.css").write_text("a { color: red }")
    assert fingerprint(files_under(tree)) != before


def test_a_file_touched_later_gives_another_fingerprint(tree):
    before = fingerprint(files_under(tree))
    os.utime(tree / "readme.md", (1, 1))
    assert fingerprint(files_under(tree)) != before


def test_words_count_as_well():
    assert fingerprint([], "sqlite") != fingerprint([], "postgres")
    assert fingerprint([], "ab", "c") != fingerprint([], "a", "bc")


def test_a_stamp_is_fresh_once_kept_and_until_something_changes(tmp_path):
    place = tmp_path / "prepared" / "static"
    assert not Stamp(place, "one").is_fresh
    Stamp(place, "one").keep()
    assert Stamp(place, "one").is_fresh
    assert not Stamp(place, "two").is_fresh


def test_a_stamp_of_what_nobody_can_know_is_never_fresh(tmp_path):
    stamp = Stamp(tmp_path / "database", "")
    stamp.keep()
    assert not stamp.is_fresh
