"""What a unit costs its reader."""

from types import SimpleNamespace

from courses.catalogue.weighing import FRAME_BYTES, text_bytes, video_bytes


def stream(*videos):
    return [SimpleNamespace(block_type="video", value=video) for video in videos]


def text(*words):
    return SimpleNamespace(raw_data=[{"type": "prose", "value": word} for word in words])


def file_of(size):
    return SimpleNamespace(get_file_size=lambda: size)


def test_a_unit_without_text_weighs_nothing():
    assert text_bytes(["", text()]) == 0


def test_a_text_weighs_the_frame_and_what_it_needs_compressed():
    assert FRAME_BYTES < text_bytes([text("água " * 1000)]) < FRAME_BYTES + 200


def test_a_longer_text_weighs_more():
    assert text_bytes([text("uma visita começa longe do local")]) > text_bytes([text("uma visita")])


def test_a_video_that_is_not_there_yet_weighs_nothing_whatever_is_stated():
    assert video_bytes([stream({"place": "none", "megabytes": 9})]) == (0, False)


def test_a_hosted_video_weighs_what_the_editor_states_and_is_marked_so():
    assert video_bytes([stream({"place": "youtube", "megabytes": 9.1})]) == (9_100_000, True)


def test_a_hosted_video_without_a_stated_size_weighs_nothing():
    assert video_bytes([stream({"place": "vimeo", "megabytes": None})]) == (0, False)


def test_an_own_file_is_measured_not_believed():
    assert video_bytes([stream({"place": "own", "megabytes": 90, "file": file_of(1234)})]) == (1234, False)


def test_an_own_file_that_is_lost_weighs_nothing():
    assert video_bytes([stream({"place": "own", "file": None}, {"place": "own", "file": file_of(None)})]) == (0, False)


def test_one_stated_weight_makes_the_sum_a_stated_one():
    assert video_bytes([stream({"place": "own", "file": file_of(1000)}), stream({"place": "vimeo", "megabytes": 1})]) == (1_001_000, True)


def test_other_blocks_are_no_videos():
    assert video_bytes([[SimpleNamespace(block_type="prose", value="text")]]) == (0, False)
