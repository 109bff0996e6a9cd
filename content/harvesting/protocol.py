"""What a harvester may ask (OAI-PMH 2.0), read and checked. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

PREFIX = "oai_dc"
LANGUAGES = ("pt", "en", "es", "fr")
DAY, SECOND = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
LIST = frozenset({"metadataPrefix", "from", "until", "set", "resumptionToken"})
VERBS = {
    "Identify": frozenset[str](),
    "ListMetadataFormats": frozenset({"identifier"}),
    "ListSets": frozenset({"resumptionToken"}),
    "ListIdentifiers": LIST,
    "ListRecords": LIST,
    "GetRecord": frozenset({"identifier", "metadataPrefix"}),
}
LISTING = ("ListIdentifiers", "ListRecords")
LONGEST = 1000  # characters of one argument


class Wrong(Exception):
    """What is asked cannot be answered. `code` is one of the protocol's."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code, self.sentence = code, sentence


@dataclass(frozen=True)
class Selection:
    """Which records a list gives: those of a set, changed from (inclusive) … until (exclusive)."""

    since: datetime | None = None
    before: datetime | None = None
    set: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked, in order. `said` are the arguments as they came: the answer repeats them."""

    verb: str
    said: Mapping[str, str]
    identifier: str = ""
    token: str = ""
    selection: Selection = Selection()


def read(arguments: Iterable[tuple[str, list[str]]]) -> Question:
    """Return what is asked. Raises Wrong (badVerb, badArgument, cannotDisseminateFormat)."""
    held = dict(arguments)
    verbs = held.pop("verb", [])
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise Wrong("badVerb", "Ask one of: " + ", ".join(VERBS) + ".")
    verb = verbs[0]
    said = {name: _single(verb, name, values) for name, values in held.items()}
    if "resumptionToken" in said:
        if len(said) > 1:
            raise Wrong("badArgument", "A resumptionToken stands alone.")
        return Question(verb, said, token=said["resumptionToken"])
    if verb == "GetRecord" and "identifier" not in said:
        raise Wrong("badArgument", "GetRecord needs an identifier.")
    if verb in (*LISTING, "GetRecord"):
        _known_format(verb, said)
    return Question(verb, said, identifier=said.get("identifier", ""), selection=_selection(said))


def _single(verb: str, name: str, values: list[str]) -> str:
    if name not in VERBS[verb]:
        raise Wrong("badArgument", f"{verb} takes no such argument.")
    if len(values) != 1:
        raise Wrong("badArgument", f"{name} is said more than once.")
    value = values[0]
    if not value or len(value) > LONGEST or not value.isprintable():
        raise Wrong("badArgument", f"{name} is empty, too long or no text.")
    return value


def _known_format(verb: str, said: Mapping[str, str]) -> None:
    if "metadataPrefix" not in said:
        raise Wrong("badArgument", f"{verb} needs a metadataPrefix.")
    if said["metadataPrefix"] != PREFIX:
        raise Wrong("cannotDisseminateFormat", f"Records are given as {PREFIX}.")


def _selection(said: Mapping[str, str]) -> Selection:
    since, until = said.get("from", ""), said.get("until", "")
    if since and until and len(since) != len(until):
        raise Wrong("badArgument", "from and until are not equally exact.")
    begins, ends = (moment(since) if since else None), (moment(until) if until else None)
    if begins and ends and begins > ends:
        raise Wrong("badArgument", "from is later than until.")
    return Selection(begins, _after(ends, until) if ends else None, said.get("set", ""))


def moment(word: str) -> datetime:
    """Return the moment that a day or a second of the protocol means. Raises Wrong for any other word."""
    try:
        if SECOND.fullmatch(word):
            return datetime.strptime(word, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        if DAY.fullmatch(word):
            return datetime.strptime(word, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        pass
    raise Wrong("badArgument", "A date is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")


def _after(ends: datetime, word: str) -> datetime:
    """Return the first moment that is too late: the protocol's `until` is inclusive, to the day or to the second."""
    try:
        return ends + (timedelta(days=1) if DAY.fullmatch(word) else timedelta(seconds=1))
    except OverflowError:
        return ends


def stamp(at: datetime) -> str:
    """Return a moment as the protocol writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def identifier_of(host: str, key: UUID, language: str) -> str:
    """Return the name under which a practice in one language is harvested."""
    return f"oai:{host}:{key}:{language}"


def named(host: str, identifier: str) -> tuple[UUID, str]:
    """Return the translation key and language that an identifier means. Raises Wrong (idDoesNotExist)."""
    begin = f"oai:{host}:"
    key, _colon, language = identifier.removeprefix(begin).partition(":")
    try:
        if identifier.startswith(begin) and language in LANGUAGES and str(UUID(key)) == key:
            return UUID(key), language
    except ValueError:
        pass
    raise Wrong("idDoesNotExist", "No record has this identifier.")
