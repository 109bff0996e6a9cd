"""Closed rounds of people: whoever keeps them (an edition of a course) registers here and answers who may read, write and moderate.

An audience is an opaque id, `kind:rest`. Empty means everybody who may read the page. A keeper may also answer `joined(user)` (the
audiences that are this person's own, the one that counts most first) and `names(audiences)` (the names of many at once).
"""

from collections.abc import Collection, Iterable
from typing import Any, Literal, Protocol

Verb = Literal["read", "write", "moderate"]


class Keeper(Protocol):
    """Answers for all audiences of one kind."""

    def may(self, user: Any, audience: str, verb: Verb) -> bool:
        """Return whether this person may do this in this audience."""
        ...

    def audiences(self, user: Any, verb: Verb) -> Iterable[str]:
        """Return the audiences of this kind in which this person may do this: the twin of `may`."""
        ...

    def name(self, audience: str) -> str:
        """Return what readers call this audience, in the language that is active."""
        ...


_keepers: dict[str, Keeper] = {}


def register(kind: str, keeper: Keeper) -> None:
    """Let a keeper answer for `kind:…`. Raises ValueError when another one does already."""
    if _keepers.setdefault(kind, keeper) is not keeper:
        raise ValueError(f"Audiences of the kind {kind!r} have a keeper already.")


def unregister(kind: str) -> None:
    """Take a keeper away; nobody enters its audiences any more."""
    _keepers.pop(kind, None)


def may(user: Any, audience: str, verb: Verb) -> bool:
    """Return whether this person may do this in this audience; nobody may in one that has no keeper."""
    keeper = _keepers.get(audience.partition(":")[0])
    return keeper is not None and keeper.may(user, audience, verb)


def audiences(user: Any, verb: Verb) -> list[str]:
    """Return every audience in which this person may do this."""
    return [audience for keeper in _keepers.values() for audience in keeper.audiences(user, verb)]


def joined(user: Any) -> list[str]:
    """Return the audiences that are this person's own, not those that she may enter by her rank; the one that counts most first."""
    return [audience for keeper in _keepers.values() if hasattr(keeper, "joined") for audience in keeper.joined(user)]


def names_of(audiences: Collection[str]) -> dict[str, str]:
    """Return what readers call these audiences: as few questions as there are kinds, where their keepers answer for many at once."""
    found: dict[str, str] = {}
    for kind, keeper in _keepers.items():
        own = [audience for audience in audiences if audience.partition(":")[0] == kind]
        if own:
            found |= keeper.names(own) if hasattr(keeper, "names") else {audience: keeper.name(audience) for audience in own}
    return found


def name_of(audience: str) -> str:
    """Return what readers call this audience; empty where nobody keeps it."""
    keeper = _keepers.get(audience.partition(":")[0])
    return keeper.name(audience) if keeper else ""
