"""A backup that was cut, changed or made by something else is known as such before anything is touched."""

import gzip
import io
import json
import tarfile

import pytest

from operations.backups.archive import pack, unpack
from operations.backups.manifest import NAME, Damaged, Manifest

CONTENT = {"database/db.sqlite3": b"rows" * 5000, "media/images/a.png": b"\x89PNG", "media/empty": b"", "keys/secrets.json": b"{}"}


@pytest.fixture
def archive(tmp_path):
    """Return a backup of CONTENT."""
    folder = tmp_path / "folder"
    for name, data in CONTENT.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    target = tmp_path / "backup.tar.gz"
    pack(folder, manifest(), target)
    return target


@pytest.fixture
def place(tmp_path):
    """Return an empty folder to unpack into."""
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


def manifest():
    return Manifest(
        database="sqlite", made_at="2026-11-21T09:00:00+00:00", migrations=["accounts.0001_initial"], versions={"Django": "5.2"}
    )


def rewrite(archive, change):
    """Write the archive anew with its members as `change` makes them of (name, data)."""
    with tarfile.open(archive) as tar:
        members = [(member.name, tar.extractfile(member).read()) for member in tar if member.isreg()]
    with tarfile.open(archive, "w:gz") as tar:
        for name, data in change(members):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


def test_what_goes_in_comes_out(archive, place):
    found = unpack(archive, place)
    assert {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()} == CONTENT
    assert (found.database, found.migrations, set(found.files)) == ("sqlite", ["accounts.0001_initial"], set(CONTENT))


def test_only_its_owner_may_read_a_backup(archive):
    assert archive.stat().st_mode & 0o077 == 0


def test_nothing_unfinished_stays_beside_it(archive):
    assert [path.name for path in archive.parent.iterdir() if "unfinished" in path.name] == []


def test_the_list_of_contents_stands_first(archive):
    with tarfile.open(archive) as tar:
        assert tar.next().name == NAME


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_backup_that_was_cut_off_is_damaged(archive, place, share):
    whole = archive.read_bytes()
    archive.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Damaged):
        unpack(archive, place)


@pytest.mark.parametrize("where", [0.02, 0.3, 0.6, 0.95])
def test_a_backup_with_one_byte_turned_is_damaged(archive, place, where):
    data = bytearray(archive.read_bytes())
    data[int(len(data) * where)] ^= 0xFF
    archive.write_bytes(bytes(data))
    with pytest.raises(Damaged):
        unpack(archive, place)


def test_a_file_changed_inside_is_damaged(archive, place):
    rewrite(archive, lambda members: [(name, b"otherwise" if name == "media/images/a.png" else data) for name, data in members])
    with pytest.raises(Damaged, match=r"media/images/a\.png is not what it was"):
        unpack(archive, place)


def test_a_file_that_is_missing_is_damaged(archive, place):
    rewrite(archive, lambda members: [row for row in members if row[0] != "media/empty"])
    with pytest.raises(Damaged, match="media/empty is missing"):
        unpack(archive, place)


@pytest.mark.parametrize("name", ["media/more.png", "../outside", "/etc/passwd", "media/../../outside"])
def test_a_file_that_is_not_listed_is_damaged_and_lands_nowhere(archive, place, name):
    rewrite(archive, lambda members: [*members, (name, b"x")])
    with pytest.raises(Damaged, match="is not in its list of contents"):
        unpack(archive, place)
    assert not (place.parent / "outside").exists()


def test_a_listed_file_that_would_land_outside_is_damaged(archive, place):
    listed = manifest()
    listed.files = {"../outside": (1, "00")}
    rewrite(archive, lambda _members: [(NAME, listed.to_bytes()), ("../outside", b"x")])
    with pytest.raises(Damaged):
        unpack(archive, place)
    assert not (place.parent / "outside").exists()


def test_a_link_instead_of_a_file_is_damaged(archive, place):
    listed = manifest()
    listed.files = {"media/a": (0, "00")}
    with tarfile.open(archive, "w:gz") as tar:
        info = tarfile.TarInfo(NAME)
        info.size = len(listed.to_bytes())
        tar.addfile(info, io.BytesIO(listed.to_bytes()))
        link = tarfile.TarInfo("media/a")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(Damaged):
        unpack(archive, place)


def test_a_list_of_contents_that_was_changed_is_damaged(archive, place):
    def change(members):
        facts = json.loads(members[0][1])
        return [(NAME, json.dumps({**facts, "database": "postgresql"}).encode()), *members[1:]]

    rewrite(archive, change)
    with pytest.raises(Damaged, match="its list of contents was changed"):
        unpack(archive, place)


@pytest.mark.parametrize("data", [b"", b"no archive", gzip.compress(b"no archive", mtime=0), b"\x1f\x8b" + b"\0" * 600])
def test_what_is_no_archive_is_refused(tmp_path, place, data):
    (tmp_path / "other").write_bytes(data)
    with pytest.raises(Damaged):
        unpack(tmp_path / "other", place)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"format": "another-backup", "seal": ""}, "something else"),
        ({"format": "sstc-academy-backup", "version": 99, "seal": ""}, "format version 99"),
        ({"format": "sstc-academy-backup"}, "cannot be read"),
        (["list"], "cannot be read"),
    ],
)
def test_a_backup_of_something_else_says_so(archive, place, facts, said):
    rewrite(archive, lambda _members: [(NAME, json.dumps(facts).encode())])
    with pytest.raises(Damaged, match=said):
        unpack(archive, place)


def test_an_archive_without_a_list_of_contents_is_none_of_ours(archive, place):
    rewrite(archive, lambda members: members[1:])
    with pytest.raises(Damaged, match="no list of contents"):
        unpack(archive, place)
