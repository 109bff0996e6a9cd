"""Uploaded files are taken while people upload and delete."""

from operations.backups.media import has_files, link_all, put


def write(folder, name, data=b"x"):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def test_a_file_deleted_after_the_first_look_is_still_in_the_backup(tmp_path):
    write(tmp_path / "media", "a/b.png", b"picture")
    link_all(tmp_path / "media", tmp_path / "kept")
    (tmp_path / "media" / "a" / "b.png").unlink()
    assert (tmp_path / "kept" / "a" / "b.png").read_bytes() == b"picture"


def test_a_file_that_came_meanwhile_is_taken_by_the_second_look(tmp_path):
    write(tmp_path / "media", "first")
    assert link_all(tmp_path / "media", tmp_path / "kept") == 1
    write(tmp_path / "media", "second")
    assert link_all(tmp_path / "media", tmp_path / "kept") == 1
    assert {path.name for path in (tmp_path / "kept").iterdir()} == {"first", "second"}


def test_a_file_half_written_at_the_first_look_is_whole_in_the_end(tmp_path):
    write(tmp_path / "media", "film", b"half")
    link_all(tmp_path / "media", tmp_path / "kept")
    with (tmp_path / "media" / "film").open("ab") as file:
        file.write(b" and half")
    link_all(tmp_path / "media", tmp_path / "kept")
    assert (tmp_path / "kept" / "film").read_bytes() == b"half and half"


def test_a_site_without_uploads_has_none(tmp_path):
    assert link_all(tmp_path / "none", tmp_path / "kept") == 0
    assert not has_files(tmp_path / "none")
    (tmp_path / "media" / "images").mkdir(parents=True)
    assert not has_files(tmp_path / "media")


def test_restored_files_take_the_place_of_those_that_were_there(tmp_path):
    write(tmp_path / "media", "old")
    write(tmp_path / "backup", "new")
    put(tmp_path / "backup", tmp_path / "media", aside=tmp_path / "aside" / "media")
    assert [path.name for path in (tmp_path / "media").iterdir()] == ["new"]
    assert [path.name for path in (tmp_path / "aside" / "media").iterdir()] == ["old"]


def test_a_backup_without_files_leaves_an_empty_folder(tmp_path):
    write(tmp_path / "media", "old")
    put(tmp_path / "none", tmp_path / "media", aside=tmp_path / "aside")
    assert list((tmp_path / "media").iterdir()) == []
