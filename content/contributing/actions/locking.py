"""One writer at a time for what belongs to the whole contribution."""

from content.contributing.models import Contribution
from content.contributing.refusals import Gone


def locked(*, contribution: Contribution) -> Contribution:
    """Return the contribution, held until the transaction ends. Raises Gone where somebody deleted it meanwhile."""
    row = Contribution.objects.select_for_update().filter(pk=contribution.pk).first()
    if row is None:
        raise Gone
    return row
