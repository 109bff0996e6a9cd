"""Parts of a file."""

from io import BytesIO

import pytest

from content.downloads.ranges import CHUNK, OutOfRangeError, part_asked, read_part


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("", None),
        ("bytes=0-", (0, 99)),
        ("bytes=0-0", (0, 0)),
        ("bytes=10-19", (10, 19)),
        ("bytes=90-500", (90, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-500", (0, 99)),
        (" bytes=5-6 ", (5, 6)),
        ("bytes=-", None),
        ("bytes=9-3", None),
        ("bytes=0-1,5-6", None),
        ("bytes=1e3-", None),
        ("bytes=" + "9" * 40 + "-", None),
        ("seconds=1-2", None),
    ],
)
def test_one_part_is_understood_and_everything_else_means_the_whole(header, part):
    assert part_asked(header, 100) == part


@pytest.mark.parametrize(
    ("header", "size"), [("bytes=100-", 100), ("bytes=500-600", 100), ("bytes=-0", 100), ("bytes=0-", 0), ("bytes=-5", 0)]
)
def test_parts_beyond_the_end_are_told_apart(header, size):
    with pytest.raises(OutOfRangeError):
        part_asked(header, size)


def test_a_part_is_read_in_pieces_and_the_file_closed():
    file = BytesIO(bytes(3 * CHUNK))
    pieces = list(read_part(file, 1, 2 * CHUNK))
    assert [len(piece) for piece in pieces] == [CHUNK, CHUNK]
    assert file.closed
