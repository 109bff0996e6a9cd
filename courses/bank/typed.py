"""Text as an editor types it: plain lines, or HTML where she writes tags. Pure."""

import re
from html import unescape

from courses.questions.markup import as_html

_TAG = re.compile(
    r"</?(?:a|b|blockquote|br|code|em|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table|t[dhr]|u|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_PARAGRAPHS = re.compile(r"</p>\s*<p>")
_PLAIN = re.compile(r"[^<>]*")


def as_typed(html: str) -> str:
    """Return kept HTML as it is edited: plain lines where it is nothing more, else the HTML itself."""
    text = _PARAGRAPHS.sub("\n\n", html.strip())
    text = text.removeprefix("<p>").removesuffix("</p>").replace("<br>", "\n") if text.startswith("<p>") or "<p>" not in text else text
    if not _PLAIN.fullmatch(text):
        return html
    plain = unescape(text)
    return html if _TAG.search(plain) else plain


def as_kept(typed: str, before: str = "") -> str:
    """Return typed text as HTML, not yet cleaned; `before`: the HTML that the form was filled from, which stays while nothing was typed."""
    typed = typed.replace("\r\n", "\n").strip()
    if typed == as_typed(before).strip():
        return before
    if _TAG.search(typed):
        return typed
    parts = [as_html(part) for part in re.split(r"\n\s*\n", typed) if part.strip()]
    return parts[0] if len(parts) == 1 else "".join(f"<p>{part}</p>" for part in parts)
