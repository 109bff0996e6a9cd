"""Countries named in a text, in any of the site's languages. Pure: the names are given."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from content.mentions.country_names import DOUBTFUL, further_names
from content.mentions.spans import Mention, fold

WORD = re.compile(r"[^\W_]+|[&,]")
BETWEEN = re.compile(r"[\s'’.()\-–‑]*")
BRACKETS = re.compile(r"\s*\([^)]*\)|,.*")


@dataclass(frozen=True)
class Gazetteer:
    """Names of countries by their first word, longest first; a name that is no country has an empty code."""

    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find(self, text: str, *, is_list: bool = False) -> list[Mention[str]]:
        """Return the countries named, each with its ISO code in two capitals, in the order of the text.

        In prose a name begins with a capital, and names that are words, too ("Reunião"), are none; in a list (`is_list`) every name counts.
        """
        words = list(WORD.finditer(fold(text)))
        found, index = [], 0
        while index < len(words):
            name, code = self._longest(text, words, index)
            start, end = words[index].start(), words[index + max(len(name), 1) - 1].end()
            if code and (is_list or (text[start].isupper() and not (name[0] in DOUBTFUL and len(name) == 1))):
                found.append(Mention(start, end, text[start:end], code))
            index += max(len(name), 1)
        return found

    def _longest(self, text: str, words: list[re.Match[str]], index: int) -> tuple[tuple[str, ...], str]:
        for name, code in self.names.get(words[index][0], ()):
            part = words[index : index + len(name)]
            if tuple(word[0] for word in part) == name and all(
                BETWEEN.fullmatch(text, last.end(), word.start()) for last, word in pairwise(part)
            ):
                return name, code
        return (), ""


def gazetteer(names: Iterable[tuple[str, str]]) -> Gazetteer:
    """Return a gazetteer of (name, code) pairs with the further names that people write. A pair given wins over a further name."""
    codes = {_words(name): code for name, code in further_names()}
    given = list(names)
    codes |= {_words(BRACKETS.sub("", name)): code for name, code in given}
    codes |= {_words(name): code for name, code in given}
    codes.pop((), None)
    by_first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, code in codes.items():
        by_first[name[0]].append((name, code))
    return Gazetteer({first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in by_first.items()})


def _words(name: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(name)))
