"""Numbers as five languages write them, with digits or small ones in words; years apart from them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from content.mentions.spans import Mention, fold

DIGITS = re.compile(
    r"(?<![\w.,/])\d{1,3}(?:(?P<by>[ .,'])\d{3})(?:(?P=by)\d{3})*(?:[.,]\d{1,2})?(?![\w/])|(?<![\w.,/])\d+(?:[.,]\d+)?(?![\w/])"
)
SIZE = re.compile(
    r"\s*(?:(?P<billion>billions?|milliards?|mil milhoes|mil millones|bilhoes|bilhao|bn)"
    r"|(?P<million>millions?|milhoes|milhao|millones|millon|mn)|(?P<thousand>thousand|mil(?:le)?))(?!\w)"
)
SIZES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
YEAR = re.compile(r"(?<![\w.,/])(?:19|20)\d{2}(?![\w/]|[.,]\d)")
IN_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "pt": "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
}
FURTHER_WORDS = {
    "en": {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100},
    "pt": {"duas": 2, "dezesseis": 16, "dezessete": 17, "dezenove": 19, "trinta": 30, "quarenta": 40, "cinquenta": 50, "cem": 100},
    "es": {
        "dieciséis": 16,
        "diecisiete": 17,
        "dieciocho": 18,
        "diecinueve": 19,
        "veinte": 20,
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "cien": 100,
    },
    "fr": {"trente": 30, "quarante": 40, "cinquante": 50, "cent": 100},
}


def find_numbers(text: str) -> list[Mention[Decimal]]:
    """Return the numbers in digits, "1.5 million" and "150 mil" as one number; years are among them."""
    return list(_numbers(text, fold(text)))


def _numbers(text: str, folded: str) -> Iterator[Mention[Decimal]]:
    for found in DIGITS.finditer(text):
        size = SIZE.match(folded, found.end())
        times = SIZES[size.lastgroup or ""] if size else 1
        end = size.end() if size else found.end()
        yield Mention(found.start(), end, text[found.start() : end], read_number(found[0], is_part=times > 1) * times)


def read_number(text: str, *, is_part: bool = False) -> Decimal:
    """Return the value of digits with any marks. A mark before three last digits parts thousands, except in a part ("1.125 million")."""
    digits = text.strip().replace(" ", "").replace("'", "")
    marks = [sign for sign in digits if sign in ".,"]
    if len(set(marks)) == 2:
        point = marks[-1]
    elif len(marks) == 1 and (is_part or len(digits.rpartition(marks[0])[2]) != 3 or digits.startswith("0")):
        point = marks[0]
    else:
        point = ""
    whole, _point, part = digits.rpartition(point) if point else (digits, "", "")
    whole = whole.replace(".", "").replace(",", "")
    return Decimal(f"{whole}.{part}" if part else whole)


def find_years(text: str) -> list[Mention[int]]:
    """Return the years from 1900 to 2099 that stand by themselves, also the two ends of "2022–2025"."""
    return [Mention(found.start(), found.end(), found[0], int(found[0])) for found in YEAR.finditer(text)]


def words_for_numbers(text: str, language: str) -> set[int]:
    """Return the numbers that a text of this language writes in words, from two on."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", text.casefold()))
    named = {word: number for number, word in enumerate(IN_WORDS.get(language, "").split(), start=2)} | FURTHER_WORDS.get(language, {})
    return {number for word, number in named.items() if word in words}
