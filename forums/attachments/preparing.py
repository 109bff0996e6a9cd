"""Files made ready to be kept: known by their content, pictures drawn again (no EXIF) and small enough for a slow line. No models here."""

from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image

from content.media.cleaning import FORMATS, NotAPictureError, TooManyPixelsError, cleaned
from content.media.kinds import TYPES, is_what_it_says

MOST_FILES = 3
MOST_BYTES = 5 * 1024 * 1024
DOCUMENTS = ("pdf", "docx", "odt", "xlsx", "pptx", "csv", "txt")
WIDE, NARROW = 1600, 640  # pixels: opened by itself, and in the topic
WEBP = "image/webp"


class Refused(ValueError):
    """The file is not taken; the message is a sentence for the person."""


@dataclass(frozen=True)
class Prepared:
    """A file ready to be kept. `small`: the picture as the topic shows it; empty for documents."""

    name: str
    alt: str
    content_type: str
    data: bytes
    small: bytes = b""
    width: int | None = None
    height: int | None = None

    @property
    def is_picture(self) -> bool:
        """Whether it is shown, not downloaded."""
        return bool(self.small)


def prepared(file: BinaryIO, *, name: str, size: int, alt: str) -> Prepared:
    """Return a file made ready. Raises Refused for one that is too big, of no kind that we take, or not what its name says."""
    extension = name.rpartition(".")[2].lower()
    if size > MOST_BYTES:
        raise Refused(_("The file is larger than 5 MB."))
    if extension in FORMATS:
        return _picture(file, name, extension, alt)
    if extension not in DOCUMENTS:
        raise Refused(_("Pictures, PDF, office documents and plain text are taken; this is something else."))
    if not is_what_it_says(file, extension):
        raise Refused(_("The content of the file is not what its name says."))
    file.seek(0)
    return Prepared(name=name, alt=alt, content_type=TYPES[extension], data=file.read())


def _picture(file: BinaryIO, name: str, extension: str, alt: str) -> Prepared:
    try:
        data = cleaned(file, extension)
    except TooManyPixelsError as error:
        raise Refused(_("The picture has too many pixels. Make it smaller first.")) from error
    except NotAPictureError as error:
        raise Refused(_("The content of the file is not what its name says.")) from error
    if not alt:
        raise Refused(_("Say what the picture shows, for those who cannot see it."))
    with Image.open(BytesIO(data)) as picture:
        wide, narrow = _drawn(picture, WIDE), _drawn(picture, NARROW)
        stem = name.rpartition(".")[0]
        return Prepared(f"{stem}.webp", alt, WEBP, wide[0], narrow[0], narrow[1], narrow[2])


def _drawn(picture: Image.Image, width: int) -> tuple[bytes, int, int]:
    """Return the picture as WebP, no wider and no higher than this, with its size."""
    copy = picture.convert("RGBA" if picture.mode in ("RGBA", "LA", "P", "PA") else "RGB")
    copy.thumbnail((width, width))
    target = BytesIO()
    copy.save(target, "WEBP", quality=72, method=4)
    return target.getvalue(), copy.width, copy.height
