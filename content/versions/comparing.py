"""Two versions of a practice side by side, field by field; within a text, word by word. Plain values, no models."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import unescape
from typing import Any

from django.utils.html import format_html, format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from content.practices.choices import FORM

LONGEST = 3000  # words of a text compared word by word; a longer one is shown whole, before and after
LABELS: dict[str, Any] = {
    **{asked.key: asked.label for asked in FORM},
    "lead": _("Lead"),
    "ends_year": _("Until"),
    "starts_year": _("From"),
    "contacts_consent": _("The contacts agree to be shown"),
    "pictures_consent": _("Whoever is in the pictures agrees to be shown"),
    "is_demonstration": _("Made up for demonstration"),
    "acronyms": _("Acronyms"),
    "building_blocks": _("Building blocks"),
    "countries": _("Countries involved"),
    "themes": _("Themes"),
    "targets": _("SDG targets"),
    "instruments": _("Instruments"),
    "pictures": _("Pictures"),
}
PRIVATE = ("contacts", "pictures")  # whether they changed is said, never what they were


@dataclass(frozen=True)
class Difference:
    """One field that differs, with what went struck through and what came underlined."""

    label: Any
    html: SafeString | None


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """Return what differs between two sets of values, in the order of the later one."""
    names = [*after, *(name for name in before if name not in after)]
    return [_difference(name, before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)]


def label_of(name: str) -> Any:
    """Return how a field is called; its own name where it has no other."""
    return LABELS.get(name, name)


def _difference(name: str, before: Any, after: Any) -> Difference:
    if name in PRIVATE:
        return Difference(label_of(name), None)
    return Difference(label_of(name), marked(said(before), said(after)))


def said(value: Any) -> str:
    """Return a value as text: HTML without its tags, a list one item a line."""
    if value is None or value is False:
        return ""
    if isinstance(value, str):
        return unescape(strip_tags(re.sub(r"</(?:p|li)>|<br ?/?>", "\n", value))).strip()
    if isinstance(value, dict):
        return " · ".join(part for name, item in value.items() if name != "id" and (part := said(item)))
    if isinstance(value, list | tuple):
        return "\n".join(said(item) for item in value)
    return str(_("yes")) if value is True else str(value)


def marked(before: str, after: str) -> SafeString:
    """Return the later text with what went struck through and what came underlined."""
    old, new = (re.findall(r"\s*\S+\s*", text) for text in (before, after))
    if len(old) > LONGEST or len(new) > LONGEST:
        return format_html("<del>{}</del><ins>{}</ins>", before, after)
    return format_html_join("", "{}", ((part,) for part in _parts(old, new)))


def _parts(old: list[str], new: list[str]) -> Iterator[str | SafeString]:
    """Yield what stayed, went and came; words are compared without the space around them."""
    plain = [[word.strip() for word in words] for words in (old, new)]
    for kind, a, b, c, d in SequenceMatcher(None, *plain).get_opcodes():
        if kind == "equal":
            yield "".join(new[c:d])
            continue
        if gone := "".join(old[a:b]):
            yield format_html("<del>{}</del>", gone)
        if come := "".join(new[c:d]):
            yield format_html("<ins>{}</ins>", come)
