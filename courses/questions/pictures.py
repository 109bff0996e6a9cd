"""Pictures inside questions: known by content, drawn again without what a camera wrote into them. Pure."""

from io import BytesIO

from django.utils.translation import gettext as _

from content.media.cleaning import NotAPictureError, TooManyPixelsError, cleaned

MOST_BYTES = 2 * 1024 * 1024
MOST_FILES = 20
TYPES = {"avif": "image/avif", "gif": "image/gif", "jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


class NotTaken(ValueError):
    """The picture is not taken; the message is a sentence for the person."""


def kind_of(data: bytes) -> str:
    """Return the extension for what the content is, or nothing."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "avif" if data[4:12] in (b"ftypavif", b"ftypavis") else ""


def prepared(data: bytes) -> bytes:
    """Return the picture drawn again. Raises NotTaken for what is too big, broken, or no PNG, JPEG, GIF, WebP or AVIF."""
    if len(data) > MOST_BYTES:
        raise NotTaken(_("The picture is larger than 2 MB."))
    kind = kind_of(data)
    if not kind:
        raise NotTaken(_("Pictures are taken as PNG, JPEG, GIF, WebP or AVIF; this is something else."))
    try:
        return cleaned(BytesIO(data), kind)
    except TooManyPixelsError as error:
        raise NotTaken(_("The picture has too many pixels. Make it smaller first.")) from error
    except (NotAPictureError, ValueError, TypeError) as error:
        raise NotTaken(_("The picture is broken.")) from error
