"""An answer as a form brings it: pure. Options are named by id, so a form in any language brings the same."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from courses.questions.choices import Kind
from courses.questions.numbers import readings

LONGEST = 500  # characters of a short answer
CHOICES = (Kind.SINGLE, Kind.TRUE_FALSE, Kind.MULTIPLE)


class Unfit(ValueError):
    """What was typed cannot be an answer; `value` is what can be shown of it."""

    def __init__(self, said: str, value: Any) -> None:
        super().__init__(said)
        self.said, self.value = said, value


def value_of(kind: str, order: Any, form: QueryDict) -> Any:
    """Return the answer in the shape that `Answer.value` has, None for nothing. Raises Unfit."""
    if kind in CHOICES:
        return _chosen(kind, order, [str(one) for one in form.getlist("answer")])
    if kind == Kind.MATCHING:
        return _paired(order, {left: str(form.get(f"pair-{left}", "")) for left in order["lefts"]})
    if kind == Kind.ORDERING:
        return _placed({one: str(form.get(f"place-{one}", "")) for one in order})
    return _written(kind, str(form.get("answer", "")))


def _chosen(kind: str, order: list[str], given: list[str]) -> Any:
    if not set(given) <= set(order):
        raise Unfit(_("Choose one of the answers below."), None)
    if kind == Kind.MULTIPLE:
        return [one for one in order if one in given] or None
    return given[-1] if given else None


def _paired(order: dict[str, list[str]], given: Mapping[str, str]) -> dict[str, str] | None:
    pairs = {left: right for left, right in given.items() if right}
    if not set(pairs.values()) <= set(order["rights"]):
        raise Unfit(_("Choose one of the answers below."), None)
    return pairs or None


def _placed(given: Mapping[str, str]) -> list[str] | None:
    places = {one: int(place) for one, place in given.items() if place.isdecimal() and len(place) <= 4 and 1 <= int(place) <= len(given)}
    if any(place and one not in places for one, place in given.items()):
        raise Unfit(_("Choose one of the answers below."), None)
    if not places:
        return None
    if sorted(places.values()) != list(range(1, len(given) + 1)):
        raise Unfit(_("Give each line a number of its own, from 1 to the last."), places)
    return sorted(places, key=places.__getitem__)


def _written(kind: str, given: str) -> str | None:
    text = " ".join(given.replace("\x00", "").split())
    if len(text) > LONGEST:
        raise Unfit(_("This is too long for a short answer."), text)
    if text and kind == Kind.NUMERIC and not readings(text):
        raise Unfit(_("Write a number, with digits only: 3.5"), text)
    return text or None
