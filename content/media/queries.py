"""What pictures and papers weigh."""

from decimal import ROUND_HALF_UP, Decimal
from math import ceil

from content.media.models import Paper, Rendition

MEGABYTE = 1_000_000  # as telephone companies count


def video_facts(paper: Paper) -> tuple[int | None, Decimal]:
    """Return whole minutes (None where the file does not tell) and megabytes, as measured when it was saved: no file is opened."""
    minutes = None if paper.seconds is None else max(1, ceil(paper.seconds / 60))
    megabytes = (Decimal(paper.file_size or 0) / MEGABYTE).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return minutes, megabytes


def picture_bytes(rendition: Rendition) -> int:
    """Return the bytes of a picture as it is sent; measured when it was drawn."""
    return rendition.weight
