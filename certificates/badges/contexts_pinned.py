"""What the words of a badge mean: two JSON-LD contexts, kept here and never fetched."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
FOLDER = Path(__file__).parent / "contexts"
FILES = {CREDENTIALS: "credentials-v2.jsonld", OPEN_BADGES: "ob-v3p0-context-3.0.3.json"}


class NotPinned(LookupError):
    """A document names a context that is not kept here: what its words mean cannot be known."""


def load(url: str, options: object = None) -> dict[str, Any]:
    """Hand out a pinned context in the shape that pyld asks for. Any other address is refused: raises NotPinned."""
    if url not in FILES:
        raise NotPinned(url)
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": _kept(url)}


@lru_cache
def _kept(url: str) -> Any:
    return json.loads((FOLDER / FILES[url]).read_text())
