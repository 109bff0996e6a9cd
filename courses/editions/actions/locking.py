"""Everything that counts places or changes an edition takes its row first, so that two at once come one after the other."""

from courses.editions.models import Edition


def locked(*, edition: Edition) -> Edition:
    """Return the edition as it stands now, its row held until the transaction ends (SQLite: the whole database is held)."""
    return Edition.objects.select_for_update().get(pk=edition.pk)


def open_to_change(*, edition: Edition) -> Edition:
    """Return the edition, its row held. Raises ValueError for a closed one: its figures are frozen."""
    held = locked(edition=edition)
    if held.is_closed:
        raise ValueError("a closed edition does not change")
    return held
