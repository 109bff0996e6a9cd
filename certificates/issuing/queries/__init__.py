"""Questions about certificates on their way."""

from certificates.issuing.queries.editions import can_be_issued, counts, without_award
from certificates.issuing.queries.making import claimable, stuck, to_queue
from certificates.issuing.queries.papers import paper_languages, preview_sheet, sample_sheet

__all__ = [
    "can_be_issued",
    "claimable",
    "counts",
    "paper_languages",
    "preview_sheet",
    "sample_sheet",
    "stuck",
    "to_queue",
    "without_award",
]
