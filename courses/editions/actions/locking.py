"""Everything that counts places or changes an edition takes its row first, so that two at once come one after the other.

One order everywhere: the edition, then the enrolment, then the attempt; of several rows of one kind, by their ids. A line in the log
of staff (`note_act`) counts as taking the edition: PostgreSQL holds a row that a new one points to. In another order two of them wait
for one another, and one is cut off. An edition is held without its key: rows that point to it, such as a learner's award, may be
written meanwhile.
"""

from courses.editions.models import Edition


def locked(*, edition: Edition) -> Edition:
    """Return the edition as it stands now, its row held until the transaction ends (SQLite: the whole database is held)."""
    return Edition.objects.select_for_update(no_key=True).get(pk=edition.pk)


def open_to_change(*, edition: Edition) -> Edition:
    """Return the edition, its row held. Raises ValueError for a closed one: its figures are frozen."""
    held = locked(edition=edition)
    if held.is_closed:
        raise ValueError("a closed edition does not change")
    return held
