"""Texts of the form between what people type (Markdown) and what pages keep (rich text with few features)."""

import re

import nh3
from markdownify import markdownify

from content.markup.rendering import render

TAGS = {"a", "b", "br", "i", "li", "ol", "p", "ul"}
_RENAMED = (("strong", "b"), ("em", "i"))
_EMPTY = re.compile(r"<p>\s*</p>")


def page_html(text: str) -> str:
    """Return the rich text of what somebody typed: paragraphs, bold, italic, lists, links; all else as plain words."""
    html = render(text).html if text.strip() else ""
    for old, new in _RENAMED:
        html = html.replace(f"<{old}>", f"<{new}>").replace(f"</{old}>", f"</{new}>")
    html = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, link_rel=None, url_schemes={"http", "https", "mailto"})
    return _EMPTY.sub("", html).strip()


def typed(html: str) -> str:
    """Return Markdown that becomes this rich text again."""
    text = markdownify(html, heading_style="atx", bullets="-", strong_em_symbol="*", newline_style="backslash")
    return re.sub(r"\n{3,}", "\n\n", text.replace("\\\n", "\n")).strip()


def plain(text: str) -> str:
    """Return the words of what somebody typed, without signs of Markdown."""
    html = re.sub(r"<br ?/?>|</(?:p|li)>", "\n", page_html(text))
    return re.sub(r"\n{2,}", "\n", nh3.clean(html, tags=set()).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")).strip()
