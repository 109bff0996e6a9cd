"""Putting the page together: one file whose own policy lets it run only its own script and ask no network."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from certificates.proofs.offline.words import words

HERE = Path(__file__).parent
SCRIPTS = ("sha512", "ed25519", "proof", "paper", "page")
FILE_NAME = "verify-certificates.html"


def page(*, keys: Iterable[Mapping[str, str]], sites: Iterable[str], issuer: str, made_on: date) -> str:
    """Return the HTML file.

    `keys`: public Ed25519 keys as JWK with the name of their `issuer`; `sites`: addresses without a slash at the end.
    """
    said = words()
    script, style = _script(), _text("page.css")
    published = {"made_on": made_on.isoformat(), "sites": list(sites), "keys": list(keys)}
    too_old = "".join(f'<p lang="{code}">{escape(say["too_old"])}</p>' for code, say in said.items())
    parts = {
        "SCRIPT_HASH": _hash(script),
        "STYLE_HASH": _hash(style),
        "TITLE": escape(said["en"]["title"]),
        "STYLE": style,
        "ISSUER": escape(issuer),
        "TOO_OLD": too_old,
        "PUBLISHED": _json(published),
        "WORDS": _json(said),
        "SCRIPT": script,
    }
    pieces = _text("page.html").split("@")  # name and text by turns
    return "".join(parts[piece] if place % 2 else piece for place, piece in enumerate(pieces))


@cache
def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _script() -> str:
    """Return the scripts in the order in which they lean on one another, closed off from the page's names."""
    return '"use strict";\n{\n' + "".join(_text(f"{name}.js") for name in SCRIPTS) + "}\n"


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _json(data: Any) -> str:
    """Return JSON that cannot end the script it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
