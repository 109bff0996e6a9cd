"""The picture of a signature, drawn anew: small, ink on nothing, with nothing that a camera wrote into it. Pure."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

MOST_BYTES = 2 * 1024 * 1024
MOST_PIXELS = 12_000_000
SIZE = (600, 200)
FORMATS = ["PNG", "JPEG", "WEBP"]
COLOURS = 32


class NotTaken(ValueError):
    """The picture is not taken; the message is a sentence for the person."""


def signature_png(data: bytes) -> bytes:
    """Return the signature as a PNG of at most 600 by 200 pixels; white paper becomes transparent. Raises `NotTaken`."""
    if len(data) > MOST_BYTES:
        raise NotTaken(_("The picture is larger than 2 MB."))
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise NotTaken(_("The picture has too many pixels. Make it smaller first."))
            ink = _ink(ImageOps.exif_transpose(picture))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, NotTaken):
            raise
        raise NotTaken(_("This is not a whole PNG, JPEG or WebP picture.")) from error
    if ink.getbbox() is None:
        raise NotTaken(_("There is nothing on this picture."))
    ink = ink.crop(ink.getbbox())
    ink.thumbnail(SIZE)
    target = BytesIO()
    ink.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(target, "PNG", optimize=True)
    return target.getvalue()


def _ink(picture: Image.Image) -> Image.Image:
    """Return the strokes alone: what is transparent stays so, else the paler the more transparent."""
    rgba = picture.convert("RGBA")
    if min(rgba.getchannel("A").tobytes()) < 255:
        return rgba
    alpha = ImageOps.invert(rgba.convert("L")).point(lambda value: 0 if value < 24 else min(255, value * 2))
    rgba.putalpha(alpha)
    return rgba
