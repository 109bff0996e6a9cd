"""Pictures drawn again: nothing is left but pixels and colours."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from content.media.cleaning import FORMATS, NotAPictureError, TooManyPixelsError, cleaned
from tests.content.conftest import drawn


def with_place(kind: str, orientation: int = 1, **options: object) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Secret phone"
    exif.get_ifd(0x8825)[2] = (8.0, 50.0, 0.0)
    return drawn(kind, exif=exif, **options)


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(("extension", "kind"), [(e, k) for e, k in FORMATS.items() if k != "GIF"])
def test_where_and_with_what_a_picture_was_taken_is_forgotten(extension, kind):
    content = cleaned(BytesIO(with_place(kind)), extension)
    assert b"Secret phone" not in content
    assert not dict(opened(content).getexif())
    assert opened(content).format == kind


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_sideways_stands_upright_afterwards(kind):
    assert opened(cleaned(BytesIO(with_place(kind, orientation=6)), kind.lower())).size == (30, 40)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_colour_profile_is_kept(kind):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert opened(cleaned(BytesIO(drawn(kind, icc_profile=profile)), kind.lower())).info["icc_profile"] == profile


def test_comments_words_and_what_is_hung_on_behind_are_gone():
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "Secret name")
    words.add_itxt("XML:com.adobe.xmp", "<x>Secret place</x>")
    for kind, content in (
        ("png", drawn("PNG", pnginfo=words)),
        ("jpeg", drawn("JPEG", comment=b"Secret word")),
        ("gif", drawn("GIF", comment=b"Secret")),
    ):
        assert b"Secret" not in cleaned(BytesIO(content + b"<script>Secret</script>"), kind)


def test_a_moving_picture_keeps_moving():
    target = BytesIO()
    stills = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    stills[0].save(target, "GIF", save_all=True, append_images=stills[1:], duration=200, loop=0)
    picture = opened(cleaned(target, "gif"))
    assert picture.n_frames == 3
    assert picture.info["duration"] == 200


def test_see_through_stays_see_through():
    target = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(target, "PNG")
    assert opened(cleaned(target, "png")).getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("extension", "content"), [("png", drawn("JPEG")), ("jpg", b"<html>"), ("png", b""), ("svg", b"<svg/>"), ("gif", b"GIF89a")]
)
def test_what_is_no_picture_of_its_name_is_refused(extension, content):
    with pytest.raises(NotAPictureError):
        cleaned(BytesIO(content), extension)


def test_half_a_picture_is_refused():
    with pytest.raises(NotAPictureError):
        cleaned(BytesIO(drawn("PNG", size=(300, 300))[:150]), "png")


def test_a_small_file_that_unfolds_to_too_many_pixels_is_refused_before_it_unfolds():
    bomb = BytesIO()
    Image.new("1", (8_000, 6_000)).save(bomb, "PNG")
    assert bomb.tell() < 100_000
    with pytest.raises(TooManyPixelsError):
        cleaned(bomb, "png")
