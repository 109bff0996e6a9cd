"""Markdown as people type it in a message: paragraphs, emphasis, lists, quotes, code, links. No headings, no pictures, no HTML."""

import re

from django.utils.html import escape
from markdown import Markdown

LONGEST = 20_000
DEEPEST = 8
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_QUOTES = re.compile(rf"^(?:[ \t]*>){{{DEEPEST},}}", re.MULTILINE)
_INDENT = re.compile(rf"^[ \t]{{{4 * DEEPEST},}}", re.MULTILINE)
_RUNS = re.compile(r"([\[\]()!*_`~<>#\\])\1{9,}")  # nobody means ten of them; parsers take very long over them
_NO_HTML = "html_block"
_NO_HEADINGS = ("hashheader", "setextheader")
_NO_PICTURES_OR_HTML = ("html", "image_link", "image_reference", "short_image_ref", "automail")
_LINKS = ("link", "reference", "short_reference")
MOST_BRACKETS = 200  # each open bracket may be searched to the end for its pair: quadratic


def tidied(text: str) -> str:
    """Return the text without signs that cannot be seen or that turn the line round, and not deeper or longer than is read."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST]
    text = _QUOTES.sub("> " * DEEPEST, text)
    text = _INDENT.sub(" " * 4 * DEEPEST, text)
    return _RUNS.sub(lambda match: match.group(1) * 9, text)


def as_html(text: str) -> str:
    """Return the HTML of tidied Markdown; not yet clean. What cannot be parsed becomes plain paragraphs."""
    try:
        return _parser(has_links=text.count("[") <= MOST_BRACKETS).convert(text)
    except (RecursionError, IndexError, ValueError):
        return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())


def _parser(*, has_links: bool) -> Markdown:
    parser = Markdown(extensions=["sane_lists", "nl2br", "fenced_code"], output_format="html", tab_length=4)
    parser.preprocessors.deregister(_NO_HTML)
    for name in _NO_HEADINGS:
        parser.parser.blockprocessors.deregister(name)
    for name in (*_NO_PICTURES_OR_HTML, *(() if has_links else _LINKS)):
        parser.inlinePatterns.deregister(name)
    return parser
