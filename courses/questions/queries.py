"""Words of a question in the reader's language."""

from collections.abc import Mapping
from typing import Any

FALLBACK = "pt"


def words_in(texts: Mapping[str, dict[str, Any]], language: str) -> tuple[str, dict[str, Any]]:
    """Return (code, words) of a version's texts for a reader's language: hers (pt-br reads pt), else Portuguese, else any, the first by code.

    A question without words at all gives ("", {}).
    """
    for code in (language, language.split("-", 1)[0], FALLBACK, *sorted(texts)):
        if code in texts:
            return code, texts[code]
    return "", {}


def accepted_in_all(texts: Mapping[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Return the accepted words of a version by language, as `grading.grade` takes them: a learner may answer in any language."""
    return {code: words.get("accepted") or {} for code, words in texts.items()}
