"""Pictures and papers as they are kept."""

import struct
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import override
from PIL import Image

from content.media.models import Paper, Picture
from content.media.queries import picture_bytes, video_facts
from tests.content.conftest import drawn


def mp4(seconds: int) -> bytes:
    """Return the head of a film that says how long it is."""
    mvhd = b"\x00" * 12 + struct.pack(">II", 1000, seconds * 1000) + b"\x00" * 80
    mvhd_atom = struct.pack(">I", len(mvhd) + 8) + b"mvhd" + mvhd
    moov = struct.pack(">I", len(mvhd_atom) + 8) + b"moov" + mvhd_atom
    return b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + moov


def webm(seconds: float) -> bytes:
    """Return the head of a film in the other kind."""
    head = b"\x1a\x45\xdf\xa3\x87\x42\x82\x84webm"
    info = b"\x2a\xd7\xb1\x83" + (1_000_000).to_bytes(3, "big") + b"\x44\x89\x88" + struct.pack(">d", seconds * 1000)
    info_element = b"\x15\x49\xa9\x66" + bytes([0x80 | len(info)]) + info
    return head + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + info_element


def test_a_picture_is_cleaned_and_measured_whoever_saves_it(db):
    exif = Image.Exif()
    exif[0x010F] = "Secret phone"
    exif[0x0112] = 6
    picture = Picture(title="x", file=ContentFile(drawn("JPEG", exif=exif), name="Inês e Ana.jpg"))
    picture.save()
    stored = picture.file.storage.open(picture.file.name).read()
    assert b"Secret" not in stored
    assert (picture.width, picture.height) == (30, 40)
    assert picture.file_size == len(stored)
    assert len(picture.file_hash) == 40


def test_no_file_has_a_name_that_can_be_guessed(picture, new_paper):
    assert picture.file.name.startswith(f"pictures/{picture.uid.hex}/")
    assert "loom" not in picture.file.name
    first, second = new_paper(), new_paper()
    assert first.filename == second.filename == "guide.pdf"
    assert first.file.name != second.file.name
    assert str(first.pk) not in first.url.split("/")


def test_a_new_file_in_the_place_of_an_old_one_gets_a_new_address(picture):
    old = picture.file.name
    picture.file = ContentFile(drawn("PNG", size=(10, 10)), name="loom.png")
    picture.save()
    assert picture.file.name != old


def test_a_rendition_lies_beside_its_picture_and_knows_its_weight(picture):
    made = picture.get_renditions("width-20|format-webp", "width-20|format-avif")
    for rendition in made.values():
        assert rendition.file.name.startswith(f"pictures/{picture.uid.hex}/")
        assert picture_bytes(rendition) == rendition.file.size > 0


def test_a_drawing_that_runs_scripts_is_no_picture_here(db):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for name in ("x.svg", "x.png", "x.jpg"):
        with pytest.raises(ValidationError):
            Picture(title="x", file=ContentFile(drawing, name=name), width=1, height=1).full_clean()


def test_a_picture_named_as_a_document_is_refused_with_a_sentence_that_says_what_it_is(db):
    with override("en"), pytest.raises(ValidationError, match=r"named \.pdf.*png"):
        Paper(title="x", file=ContentFile(drawn("PNG"), name="x.pdf")).save()
    assert not Paper.objects.exists()


@pytest.mark.parametrize("name", ["x.html", "x.svg", "x.exe", "x.pdf.html", "x", "x.js"])
def test_kinds_that_are_not_on_the_list_are_refused(db, name):
    with pytest.raises(ValidationError):
        Paper(title="x", file=ContentFile(b"<script>alert(1)</script>", name=name)).full_clean()


def test_a_document_over_the_limit_is_refused_however_it_comes_in(db, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 10
    with override("en"), pytest.raises(ValidationError, match="too big"):
        Paper(title="x", file=ContentFile(b"%PDF-1.4 and more", name="x.pdf")).save()


@pytest.mark.parametrize(("name", "content", "minutes"), [("a.mp4", mp4(150), 3), ("a.webm", webm(59.0), 1), ("a.mp4", mp4(0), None)])
def test_an_own_video_says_its_minutes_and_megabytes(new_paper, name, content, minutes):
    paper = new_paper(name, content)
    assert video_facts(Paper.objects.get(pk=paper.pk)) == (minutes, Decimal("0.0"))
    paper.file_size = 18_460_000
    assert video_facts(paper)[1] == Decimal("18.5")


@pytest.mark.parametrize("content", [webm(1.0)[:-3], webm(1.0)[:20], b"\x1a\x45\xdf\xa3webm" + b"\x00" * 50, mp4(9)[:40]])
def test_a_video_whose_head_is_broken_says_no_minutes_and_breaks_nothing(new_paper, content):
    paper = new_paper("a.webm" if content.startswith(b"\x1a") else "a.mp4", content)
    assert video_facts(paper)[0] is None


def test_a_document_is_no_video(new_paper):
    assert video_facts(new_paper())[0] is None
