"""Pictures drawn again from their pixels: no EXIF, no place, no owner, nothing hidden behind the last byte; upright, colours kept."""

from io import BytesIO
from typing import Any, BinaryIO

from PIL import Image, ImageOps, ImageSequence, JpegImagePlugin, UnidentifiedImageError

MAX_PIXELS = 40_000_000  # all frames together
FORMATS = {"avif": "AVIF", "gif": "GIF", "jpeg": "JPEG", "jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
_KEPT = ("transparency", "duration", "loop", "background", "disposal")


class NotAPictureError(ValueError):
    """The file is no whole picture of the kind that its name says."""


class TooManyPixelsError(ValueError):
    """Unfolded, the picture would need too much memory."""


def cleaned(file: BinaryIO, extension: str) -> bytes:
    """Return the picture without anything but its pixels and colour profile. Raises NotAPictureError, TooManyPixelsError."""
    try:
        file.seek(0)
        with Image.open(file, formats=[FORMATS[extension.lower()]]) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height * frames > MAX_PIXELS:
                raise TooManyPixelsError
            return _drawn_again(picture, frames)
    except Image.DecompressionBombError as error:
        raise TooManyPixelsError from error
    except (KeyError, UnidentifiedImageError, OSError, SyntaxError, EOFError) as error:
        raise NotAPictureError from error
    finally:
        file.seek(0)


def _drawn_again(picture: Image.Image, frames: int) -> bytes:
    format_ = str(picture.format)
    options = _options(picture, format_)
    target = BytesIO()
    if frames > 1:
        stills = [_bare(frame.copy()) for frame in ImageSequence.Iterator(picture)]
        timing = {name: picture.info[name] for name in ("duration", "loop") if name in picture.info}
        stills[0].save(target, format_, save_all=True, append_images=stills[1:], **timing, **options)
    else:
        _bare(ImageOps.exif_transpose(picture)).save(target, format_, **options)
    return target.getvalue()


def _bare(picture: Image.Image) -> Image.Image:
    """Forget all that the file said beside its pixels."""
    picture.load()
    picture.info = {name: value for name, value in picture.info.items() if name in _KEPT}
    return picture


def _options(picture: Image.Image, format_: str) -> dict[str, Any]:
    """Return how to save: the old quality where the format tells it, so that cleaning costs next to nothing."""
    options: dict[str, Any] = {}
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        sampling = JpegImagePlugin.get_sampling(picture)
        options |= {"qtables": picture.quantization, "optimize": True, "progressive": True}
        options |= {"subsampling": sampling} if sampling in (0, 1, 2) else {}
    elif format_ in ("WEBP", "AVIF"):
        options["quality"] = 90
    elif format_ == "PNG":
        options["optimize"] = True
    return options
