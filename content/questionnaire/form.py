"""What the form asks, part by part, and the shape that answers have: texts as typed, lists of plain rows, ticks."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from content.practices.choices import FORM, Asked, Licence, Modality, Role, Sector

Answers = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """Some questions that are answered, and saved, together."""

    name: str
    title: Any
    hint: Any
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """One thing that a row of a list holds. `kind`: line, text, email, url, number or choice."""

    name: str
    label: Any
    kind: str = "line"
    longest: int = 200
    choices: tuple[tuple[str, Any], ...] = ()


OWN = (
    Asked("ends_year", _("Last year, empty if it goes on"), "years", is_required=False),
    Asked("contacts_consent", _("Each person named as a contact agrees to be shown"), "tick", is_required=False),
    Asked("acronyms", _("Acronyms"), "acronyms", is_required=False),
    Asked("building_blocks", _("Building blocks"), "blocks", is_required=False),
    Asked("is_safe", _("No child and no person who complained can be recognised in the text, the files or the pictures"), "tick"),
    Asked("may_publish", _("The institution agrees that this practice is published"), "tick"),
)
ASKED = {asked.key: asked for asked in (*FORM, *OWN)}
PARTS = (
    Part("practice", _("The practice"), _("What it is called, and who tells of it."), ("title", "summary", "author", "institution")),
    Part(
        "where",
        _("Where and when"),
        _("The countries, and what each of them did."),
        ("country_roles", "starts_year", "ends_year", "modality", "sector"),
    ),
    Part("subject", _("Subject"), _("So that others find it."), ("theme_links", "target_links", "instrument_links")),
    Part("exchange", _("The exchange"), _("What was wanted, and who worked with whom."), ("objectives", "cooperation")),
    Part("worth", _("What came of it"), _("How it worked, what is new, what changed."), ("effectiveness", "innovation", "results")),
    Part("future", _("How it goes on"), _("For others, and without the project."), ("adaptability", "sustainability")),
    Part("money", _("Money"), _("Who paid, in words and in figures."), ("funding", "amounts")),
    Part("contact", _("Contact and links"), _("Where others ask and read more."), ("contacts", "contacts_consent", "materials")),
    Part("reuse", _("For others to use"), _("Acronyms explained, and parts that others can take over."), ("acronyms", "building_blocks")),
    Part("consent", _("Consent"), _("What you agree to."), ("is_safe", "may_publish", "licence")),
)
PART = {part.name: part for part in PARTS}
PART_OF = {key: part.name for part in PARTS for key in part.keys}

HINTS = {
    "title": _("Name of the practice, so that somebody who does not know it understands."),
    "summary": _("At most 60 words. Lists and searches show it."),
    "author": _("Who writes: a person, a unit or an initiative."),
    "institution": _("The institution that is responsible for the practice."),
    "starts_year": _("First year, four digits."),
    "theme_links": _("One to five."),
    "objectives": _("What did the exchange want to change?"),
    "cooperation": _("Who worked with whom, and how: visits, courses, tools?"),
    "effectiveness": _("How did learning from one another work, and what did it make possible?"),
    "innovation": _("What is new for the region or for the theme?"),
    "results": _("What was made, what changed? Give numbers, and where they come from."),
    "adaptability": _("Why, and under what conditions, can others use it? Who has asked for it?"),
    "sustainability": _("Who carries it on, with what budget, when the project ends?"),
    "funding": _("Who paid? Also what was given without money."),
    "amounts": _("Figures only, with the currency: 150000, USD."),
    "contacts": _("Better the address of an office than that of one person."),
    "materials": _("Pages on the web. Files are added apart."),
    "acronyms": _("Each acronym of the text with its meaning."),
    "building_blocks": _("A part that others can take over by itself: what it is, what it needs, what you learnt."),
    "is_safe": _(
        "Never write the name, the exact place or the story of one child. What needs help now belongs to the authorities of the country."
    ),
    "licence": _("Under which others may use the text. CC BY lets them use and change it if they name you."),
}
PROSE_HINT = _("Leave an empty line between paragraphs. **bold**, *italic*, - for a list.")
_TEXT = 2000
COLUMNS = {
    "amounts": (
        Column("amount", _("Amount"), "number", 20),
        Column("currency", _("Currency (three letters)"), "line", 3),
        Column("source", pgettext_lazy("of money", "From whom"), "line", 250),
    ),
    "contacts": (
        Column("name", _("Office or person"), "line", 250),
        Column("email", _("E-mail address"), "email", 254),
        Column("address", _("Web page"), "url", 500),
    ),
    "materials": (Column("title", _("Title"), "line", 250), Column("address", _("Web page"), "url", 500)),
    "acronyms": (Column("short", _("Acronym"), "line", 30), Column("meaning", _("Meaning"), "line", 250)),
    "blocks": (
        Column("title", _("Title"), "line", 200),
        Column("what", _("What it is"), "text", _TEXT),
        Column("needs", _("What it needs"), "text", _TEXT),
        Column("lessons", _("What you learnt"), "text", _TEXT),
    ),
    "countries": (Column("country", _("Country"), "choice", 2), Column("role", _("Role"), "choice", 20, tuple(Role.choices))),
}
CHOICES = {"modality": tuple(Modality.choices), "sector": tuple(Sector.choices), "licence": tuple(Licence.choices)}
MOST_ROWS = {"amounts": 20, "contacts": 10, "materials": 20, "acronyms": 60, "blocks": 12, "countries": 250}
MOST_THEMES = 5
LONGEST = 10_000  # signs of one answer that are kept; how many may be sent, the question says
LISTS = ("themes", "targets", "instruments")


def nothing(key: str) -> Any:
    """Return what a question that nobody answered holds."""
    kind = ASKED[key].kind
    return False if kind == "tick" else [] if kind in COLUMNS or kind in LISTS else ""


def tidy(key: str, value: Any) -> Any:
    """Return an answer in its shape and within its bounds, whatever was sent; rows without a word are left out."""
    kind = ASKED[key].kind
    if kind == "tick":
        return bool(value)
    if kind in LISTS:
        return list(dict.fromkeys(str(one)[:60] for one in value))[:100] if isinstance(value, list) else []
    if kind in COLUMNS:
        rows = [_row(kind, row) for row in value if isinstance(row, dict)] if isinstance(value, list) else []
        return [row for row in rows if _says_something(kind, row)][: MOST_ROWS[kind]]
    longest = LONGEST if kind in ("prose", "text") else 500
    return str(value or "").replace("\0", "").replace("\r\n", "\n").strip()[:longest]


def tidied(answers: Answers) -> Answers:
    """Return all answers to questions of the form, each in its shape."""
    return {key: tidy(key, value) for key, value in answers.items() if key in ASKED}


def of_part(part: Part, answers: Answers) -> Answers:
    """Return the answers of one part, also where nobody answered yet."""
    return {key: answers.get(key, nothing(key)) for key in part.keys}


def is_answered(key: str, answers: Answers) -> bool:
    """Return whether a question has an answer."""
    return bool(answers.get(key))


def completeness(answers: Answers) -> int:
    """Return how much of what must be answered is, in per cent."""
    needed = [asked.key for asked in ASKED.values() if asked.is_required]
    return 100 * sum(is_answered(key, answers) for key in needed) // len(needed)


def part_state(part: Part, answers: Answers) -> str:
    """Return whether all that must be answered in this part is (`done`), something (`begun`) or nothing (`empty`)."""
    if not any(is_answered(key, answers) for key in part.keys):
        return "empty"
    return "done" if all(is_answered(key, answers) for key in part.keys if ASKED[key].is_required) else "begun"


def _row(kind: str, row: dict[str, Any]) -> dict[str, str]:
    clean = {column.name: str(row.get(column.name) or "").replace("\0", "").strip()[: column.longest] for column in COLUMNS[kind]}
    return {**clean, **({"id": str(row["id"])[:36]} if row.get("id") else {})}


def _says_something(kind: str, row: dict[str, str]) -> bool:
    """A country without its code is nothing; any other row is something as soon as one word stands in it."""
    return bool(row["country"]) if kind == "countries" else any(row[column.name] for column in COLUMNS[kind])
