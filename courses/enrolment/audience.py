"""Answers for the closed rounds of editions: who reads, writes and moderates in their forums (see `content.audience.groups`)."""

import re
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from content.audience.groups import Verb
from content.audience.rules import is_member
from courses.editions.models import AUDIENCE, Edition
from courses.editions.queries import edition_or_none
from courses.editions.rules import can_run, manages_all
from courses.enrolment.queries import active_enrolments, is_told_to_run_none, rounds_of, runs_none

WELL_FORMED = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class EditionKeeper:
    """Who takes part reads, also after the end, and writes until the edition is closed; who runs it moderates."""

    def may(self, user: Any, audience: str, verb: Verb) -> bool:
        """Return whether this person may do this among the people of this edition."""
        if not is_member(user):
            return False
        mine = next((row.edition for row in active_enrolments(user) if row.edition.audience == audience), None)
        if mine is not None and (verb == "read" or (verb == "write" and not mine.is_closed)):
            return True
        if runs_none(user):
            return False
        edition = mine or edition_or_none(audience.partition(":")[2])
        return edition is not None and can_run(user, edition) and (verb != "write" or not edition.is_closed)

    def audiences(self, user: Any, verb: Verb) -> Iterable[str]:
        """Return the editions in which this person may do this, those that she takes part in first: the twin of `may`."""
        runs_all = is_member(user) and not is_told_to_run_none(user) and manages_all(user)
        held = [] if runs_all and verb == "moderate" else rounds_of(user)
        own = [one for one in held if (one.is_attended and verb != "moderate") or one.is_named]
        found = {one.audience: one.is_closed for one in sorted(own, key=lambda one: not one.is_attended)}
        if runs_all:
            found |= {edition.audience: edition.is_closed for edition in Edition.objects.only("uid", "stage")}
        return [audience for audience, is_closed in found.items() if verb != "write" or not is_closed]

    def joined(self, user: Any) -> list[str]:
        """Return the editions that are this person's own: she takes part, or is named to run them. Those not closed first."""
        own = [one for one in rounds_of(user) if one.is_attended or one.is_named]
        return [one.audience for one in sorted(own, key=lambda one: (one.is_closed, not one.is_attended))]

    def name(self, audience: str) -> str:
        """Return the name of the edition."""
        return self.names([audience]).get(audience, "")

    def names(self, audiences: Collection[str]) -> dict[str, str]:
        """Return the name of each of these editions. One query."""
        found = Edition.objects.filter(uid__in=uids_of(audiences)).only("uid", "name")
        return {edition.audience: edition.name for edition in found}


def uids_of(audiences: Collection[str]) -> list[UUID]:
    """Return the ids of editions in these audiences; what is none is left out."""
    words = [audience.partition(":")[2] for audience in audiences]
    return [UUID(word) for word in words if WELL_FORMED.fullmatch(word)]


keeper = EditionKeeper()
KIND = AUDIENCE
