"""Files that lie beside the form."""

import pytest

from content.media.models import Paper
from content.seeding.actions import keep_papers
from content.seeding.shaping import papers_named, with_papers

CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nA visit\n"


@pytest.fixture
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "a.vtt").write_text(CAPTIONS)
    return tmp_path


def test_files_are_found_at_any_depth_and_replaced_by_their_rows():
    value = [{"video": {"file": {"paper": "a.mp4"}, "captions": [{"language": "pt", "file": {"paper": "a.vtt"}}]}}]
    assert papers_named(value) == {"a.mp4", "a.vtt"}
    assert with_papers(value, {"a.mp4": 1, "a.vtt": 2}) == [{"video": {"file": 1, "captions": [{"language": "pt", "file": 2}]}}]


def test_a_block_of_that_name_is_no_file():
    assert papers_named([{"paper": {"paper": {"paper": "a.pdf"}, "title": "A document"}}]) == {"a.pdf"}


@pytest.mark.django_db
def test_a_file_is_taken_in_once(folder):
    first = keep_papers(names={"a.vtt"}, folder=folder)
    assert keep_papers(names={"a.vtt"}, folder=folder) == first
    assert Paper.objects.get().file.read().decode() == CAPTIONS


@pytest.mark.django_db
def test_a_file_that_is_not_there_is_an_error_and_leaves_nothing(folder):
    with pytest.raises(OSError, match=r"b\.vtt"):
        keep_papers(names={"a.vtt", "b.vtt"}, folder=folder)
    assert not Paper.objects.exists()


@pytest.mark.django_db
def test_without_files_nothing_is_asked(folder, django_assert_num_queries):
    with django_assert_num_queries(2):  # the transaction's own
        assert keep_papers(names=set(), folder=folder) == {}
