"""Pictures made small enough for a paper, and handed to the engine as SVG text: nothing is written to a disk."""

from base64 import b64encode
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageOps

LARGEST_LOGO, LARGEST_STROKES = (480, 240), (420, 160)  # pixels: about 250 an inch where they stand
SHADES = 64
LARGEST_PNG = 12_000  # bytes; beyond it a picture is a photograph, and kept as one
STEP = 16  # of transparency: strokes of a pen need no finer one


@lru_cache(maxsize=64)
def logo_svg(data: bytes) -> str:
    """Return a logo as SVG text. Raises OSError where the bytes are no picture."""
    if is_svg(data):
        return data.decode("utf-8-sig")
    picture = _opened(data, LARGEST_LOGO)
    png = _file(picture.quantize(SHADES, method=Image.Quantize.FASTOCTREE), "PNG", optimize=True)
    if len(png) <= LARGEST_PNG:
        return _wrapped(picture.size, "png", png)
    return _wrapped(picture.size, "jpeg", _file(_on_white(picture), "JPEG", quality=80, optimize=True))


@lru_cache(maxsize=64)
def strokes_svg(data: bytes) -> str:
    """Return a hand's strokes as SVG text: one ink, the paper behind them taken away. Raises OSError where the bytes are no picture."""
    if is_svg(data):
        return data.decode("utf-8-sig")
    picture = _on_white(_opened(data, LARGEST_STROKES))
    grey = ImageOps.autocontrast(picture.convert("L"), cutoff=(0, 40))
    mask = ImageChops.invert(grey).point([min(255, (value + STEP // 2) // STEP * STEP) for value in range(256)])
    ink = Image.new("RGBA", picture.size, _ink_of(picture, mask))
    ink.putalpha(mask)
    return _wrapped(picture.size, "png", _file(ink, "PNG", optimize=True))


def is_svg(data: bytes) -> bool:
    """Say by its beginning whether a file is an SVG drawing."""
    return data.lstrip(b"\xef\xbb\xbf \r\n\t")[:5].lower() in {b"<?xml", b"<svg ", b"<!doc", b"<!-- "}


def _opened(data: bytes, largest: tuple[int, int]) -> Image.Image:
    with Image.open(BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    picture.thumbnail(largest)
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


def _ink_of(picture: Image.Image, mask: Image.Image) -> tuple[int, ...]:
    """Return the colour of the darkest strokes; black where there are none."""
    dark = mask.point([255 if value > 200 else 0 for value in range(256)])
    pixel = Image.composite(picture, Image.new("RGB", picture.size), dark).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    share = dark.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return tuple(min(255, int(value * 255 / share)) for value in pixel) if share else (0, 0, 0)  # type: ignore[union-attr,operator]


def _file(picture: Image.Image, form: str, **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def _wrapped(size: tuple[int, int], kind: str, data: bytes) -> str:
    wide, high = size
    frame = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"'
    return f'<svg {frame}><image width="{wide}" height="{high}" href="data:image/{kind};base64,{b64encode(data).decode()}"/></svg>'
