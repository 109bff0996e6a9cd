"""What a block must have before it is published, and what no block may carry."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.rich_text import RichText

from content.blocks.body import BodyBlock
from content.blocks.checks import AddressBlock, RichTextBlock, is_safe
from content.blocks.media import CaptionsBlock, PictureBlock, VideoBlock
from content.blocks.text import ActionBlock
from content.media.models import Paper
from tests.factories.content import site_tree


@pytest.fixture
def paper(db, tmp_path, settings):
    """A function that makes a document with this name and content."""
    settings.MEDIA_ROOT = tmp_path

    def make(name, content=b"x"):
        paper = Paper(title=name)
        paper.file.save(name, ContentFile(content), save=False)
        Paper.objects.bulk_create([paper])
        return Paper.objects.get(title=name)

    return make


def errors(block, value):
    """Return the parts that are complained about when this is published."""
    try:
        block.clean(block.normalize({**{name: child.get_default() for name, child in block.child_blocks.items()}, **value}))
    except ValidationError as error:
        return set(error.block_errors)
    return set()


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b#c", "http://example.org", "mailto:a@example.org", "tel:+238123", "/pt/courses/", "#part", "courses/", "?q=1"],
)
def test_an_address_that_runs_nothing_is_safe(address):
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "\u200bjavascript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "//evil.example.org/x",
        "\\\\evil.example.org",
        "/\\evil.example.org",
        "https:///nothing",
        "http://[::1",
    ],
)
def test_an_address_that_could_run_or_mislead_is_not(address):
    assert not is_safe(address)
    with pytest.raises(ValidationError):
        AddressBlock().clean(address)


def test_text_with_a_link_that_runs_something_is_refused():
    with pytest.raises(ValidationError):
        RichTextBlock().clean(RichText('<p><a href="javascript:alert(1)">x</a></p>'))
    assert RichTextBlock().clean(RichText('<p><a href="https://example.org/">x</a> <a linktype="page" id="3">y</a></p>'))


def test_a_picture_is_described_or_declared_decorative():
    assert set(PictureBlock().complaints({"alt": "", "is_decorative": False})) == {"alt"}
    assert PictureBlock().complaints({"alt": "A field", "is_decorative": False}) == {}
    assert PictureBlock().complaints({"alt": "", "is_decorative": True}) == {}


def test_a_call_to_action_leads_somewhere(db):
    page = site_tree()["pt"]
    assert errors(ActionBlock(), {"text": "Go"}) == {"page"}
    assert errors(ActionBlock(), {"text": "Go", "url": "/pt/"}) == set()
    assert errors(ActionBlock(), {"text": "Go", "page": page}) == set()
    assert errors(ActionBlock(), {"text": "Go", "page": page, "url": "/pt/"}) == {"url"}
    assert errors(ActionBlock(), {"text": "Go", "url": "javascript:alert(1)"}) == {"url"}


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("youtube", ""),
        ("youtube", "https://example.org/watch?v=abcdefghijk"),
        ("youtube", "https://www.youtube.com/"),
        ("youtube", "https://www.youtube.com.evil.example/watch?v=abcdefghijk"),
        ("youtube", "https://vimeo.com/123456"),
        ("vimeo", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("vimeo", "https://vimeo.com/about"),
    ],
)
def test_a_hosted_video_needs_an_address_of_one_video_there(place, address):
    assert errors(VideoBlock(), {"title": "V", "place": place, "address": address}) == {"address"}


@pytest.mark.parametrize(
    ("place", "address"), [("youtube", "https://youtu.be/abcdefghijk"), ("vimeo", "https://vimeo.com/123456789"), ("none", "")]
)
def test_a_video_that_can_be_found_or_is_yet_to_come_is_taken(place, address):
    assert errors(VideoBlock(), {"title": "V", "place": place, "address": address}) == set()


def test_an_own_video_is_a_file_that_browsers_play(paper):
    assert errors(VideoBlock(), {"title": "V", "place": "own"}) == {"file"}
    assert errors(VideoBlock(), {"title": "V", "place": "own", "file": paper("a.pdf")}) == {"file"}
    assert errors(VideoBlock(), {"title": "V", "place": "own", "file": paper("a.mp4")}) == set()


def test_captions_are_webvtt(paper):
    good = paper("a.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nBom dia\n")
    assert errors(CaptionsBlock(), {"language": "pt", "file": good}) == set()
    assert errors(CaptionsBlock(), {"language": "pt", "file": paper("b.vtt", b"1\n00:00:00,000 --> 00:00:01,000\nsrt")}) == {"file"}
    assert errors(CaptionsBlock(), {"language": "pt", "file": paper("c.txt", b"WEBVTT\n")}) == {"file"}


def test_captions_whose_file_was_lost_are_refused_and_break_nothing(paper):
    lost = paper("d.vtt", b"WEBVTT\n")
    lost.file.storage.delete(lost.file.name)
    assert errors(CaptionsBlock(), {"language": "pt", "file": lost}) == {"file"}


def test_a_draft_may_be_incomplete_but_never_unsafe():
    body = BodyBlock()
    value = body.normalize([("picture", {"picture": None, "alt": "", "is_decorative": False}), ("action", {"text": "", "url": ""})])
    body.clean_deferred(value)
    with pytest.raises(ValidationError):
        body.clean(value)
    with pytest.raises(ValidationError):
        body.clean_deferred(body.normalize([("action", {"text": "x", "url": "javascript:alert(1)"})]))


def test_blocks_stay_out_of_migrations():
    from content.blocks.field import StreamField

    _name, path, args, kwargs = StreamField(BodyBlock(), blank=True).deconstruct()
    assert path == "content.blocks.field.StreamField"
    assert args == [[]]
    assert "block_lookup" not in kwargs
