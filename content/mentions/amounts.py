"""Sums of money with their currency: "USD 150,000", "R$ 3,2 milhões", "150 mil dólares"."""

import re
from dataclasses import dataclass
from decimal import Decimal

from babel.core import get_global

from content.mentions.numbers import find_numbers
from content.mentions.spans import Mention, fold

SIGNS = {"us$": "USD", "u$s": "USD", "r$": "BRL", "€": "EUR", "£": "GBP", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "mt": "MZN"}
WORDS = (
    (r"dollars? (?:des etats-unis|americains?|us)|dolares? (?:dos eua|dos estados unidos|americanos?)", "USD"),
    (r"(?:us|american|u\.s\.) dollars?|dolares (?:de los estados unidos|estadounidenses)|dollars?|dolares|dolar", "USD"),
    (r"euros?", "EUR"),
    (r"(?:brazilian )?(?:reais|reales|reals?)", "BRL"),
    (r"meticais|metical|meticals", "MZN"),
    (r"kwanzas?", "AOA"),
    (r"pounds? sterling|libras? esterlinas?|livres? sterling", "GBP"),
    (r"escudos (?:cabo-verdianos|cap-verdiens)|cabo verdean escudos", "CVE"),
)
IN_WORDS = "|".join(pattern for pattern, _code in WORDS)
BEFORE = re.compile(r"(?<!\w)([a-z]{3}|[a-z]{1,2}\$[a-z]?|[€£])\s?$")
AFTER = re.compile(rf"\s?(?:(?P<code>[a-z]{{3}})(?!\w)|(?P<sign>us\$|r\$|€|£|mt(?!\w))|(?:de |d')?(?P<word>{IN_WORDS})(?!\w))")


@dataclass(frozen=True)
class Sum:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


def find_amounts(text: str) -> list[Mention[Sum]]:
    """Return the sums of money; a number whose currency is not clear ("$ 100") is none."""
    folded, found = fold(text), []
    for number in find_numbers(text):
        before, after = BEFORE.search(text.lower(), 0, number.start), AFTER.match(folded, number.end)
        currency = _named(before[1], text[before.start(1) : before.end(1)]) if before else ""
        start, end = (before.start(1), number.end) if currency and before else (number.start, number.end)
        if not currency and after:
            currency, end = _after(after, text), after.end()
        if currency:
            found.append(Mention(start, end, text[start:end], Sum(number.value, currency)))
    return found


def _named(name: str, written: str) -> str:
    """Return the currency of a sign, or of a code that is written in capitals."""
    return SIGNS.get(name) or (written if written.isupper() and written in _codes() else "")


def _after(found: re.Match[str], text: str) -> str:
    if found["code"]:
        return _named(found["code"], text[found.start("code") : found.end("code")])
    if found["sign"]:
        return SIGNS[found["sign"]]
    return next(code for pattern, code in WORDS if re.fullmatch(pattern, found["word"]))


def _codes() -> frozenset[str]:
    """Return the codes of every currency in ISO 4217 that is known to CLDR."""
    return frozenset(get_global("all_currencies"))
