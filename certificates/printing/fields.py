"""Texts of a template: {fields} that are filled, [pieces] that are left out when a field in them is empty."""

import re
from collections.abc import Mapping

FIELDS = frozenset(
    {"name", "course", "edition", "hours", "starts_on", "ends_on", "awarded_on", "percent", "issuer", "valid_until", "number"}
)
FIELD = re.compile(r"\{(\w*)\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


def fields_in(text: str) -> set[str]:
    """Return the names of all fields that a text has."""
    return set(FIELD.findall(text))


def unknown_fields(text: str) -> set[str]:
    """Return the fields of a text that no paper can fill."""
    return fields_in(text) - FIELDS


def pieces(text: str, values: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the text in order: (field, its value), and ("", what stands between). A value is never read again; unknown fields stay."""

    def kept(match: re.Match[str]) -> str:
        return "" if any(not values.get(name) for name in fields_in(match[1]) & FIELDS) else match[1]

    parts = FIELD.split(OPTIONAL.sub(kept, text))
    named = [(name, values[name]) if name in values else ("", f"{{{name}}}") for name in parts[1::2]]
    between = [("", part) for part in parts[::2]]
    return [piece for pair in zip(between, [*named, ("", "")], strict=True) for piece in pair if piece != ("", "")]


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its fields filled."""
    return "".join(value for _field, value in pieces(text, values)).strip()


def around(text: str, values: Mapping[str, str]) -> tuple[str, str, str, bool]:
    """Return a sentence in three: before the name, between name and course, after the course; and whether the course stands after the name.

    Without {name} all of it comes after the name. A course that is named before it stays within the sentence.
    """
    rest = pieces(text, values)
    fields = [field for field, _value in rest]
    at_name = fields.index("name") if "name" in fields else -1
    at_course = fields.index("course", at_name + 1) if "course" in fields[at_name + 1 :] else len(rest)
    before, middle, after = rest[: max(at_name, 0)], rest[at_name + 1 : at_course], rest[at_course + 1 :]
    return _joined(before), _joined(middle), _joined(after).lstrip(" ,;:.·"), "course" not in fields[: max(at_name, 0)]


def _joined(parts: list[tuple[str, str]]) -> str:
    return "".join(value for _field, value in parts).strip()
