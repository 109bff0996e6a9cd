"""The pictures that a paper needs, read once for each process: logos of the template, signatures by their hashes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

from certificates.designs.models import Template
from certificates.issuers.models import SignatureImage
from certificates.printing.sheets import Picture
from content.media.models import Picture as MediaPicture

LOGO_PIXELS = (480, 240)  # at most; sharp at the few centimetres of a logo on paper


@dataclass(frozen=True)
class Looks:
    """Logos from the left, and the pictures of signatures by their hashes."""

    logos: tuple[Picture, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)


def looks_of(template: Template | None, hashes: Iterable[str] = ()) -> Looks:
    """Return the pictures for a paper of this template that these hashes sign; a picture whose file is gone is left out."""
    rows = template.logo_rows.select_related("picture").order_by("place") if template else ()
    logos = (_logo(row.picture) for row in rows)
    images = {sha: data for sha in {one for one in hashes if one} if (data := signature_image(sha))}
    return Looks(tuple(logo for logo in logos if logo), images)


@lru_cache(maxsize=64)
def _kept(sha: str) -> bytes:
    """Return the picture of a signature; LookupError is not kept by the cache."""
    return bytes(SignatureImage.objects.values_list("data", flat=True).get(sha256=sha))


def signature_image(sha: str) -> bytes:
    """Return the picture of a signature with this hash, or nothing."""
    try:
        return _kept(sha)
    except SignatureImage.DoesNotExist:
        return b""


def _logo(picture: MediaPicture) -> Picture | None:
    """Return a logo with its alternative text."""
    try:
        return Picture(data=_drawn(picture.file.name), alt=picture.description or picture.title)
    except (FileNotFoundError, ValueError):
        return None


@lru_cache(maxsize=16)
def _drawn(name: str) -> bytes:
    """Return a logo as a small PNG. Files never change under one name."""
    with MediaPicture._meta.get_field("file").storage.open(name) as file, Image.open(file) as picture:
        small = ImageOps.exif_transpose(picture).convert("RGBA")
        small.thumbnail(LOGO_PIXELS)
        target = BytesIO()
        small.quantize(128, method=Image.Quantize.FASTOCTREE).save(target, "PNG", optimize=True)
    return target.getvalue()
