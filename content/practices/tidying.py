"""The HTML that a practice keeps: paragraphs, lists, emphasis and safe links; nothing else, whoever wrote it. No models."""

import nh3

TAGS = {"p", "br", "b", "strong", "i", "em", "ol", "ul", "li", "a"}
ATTRIBUTES = {"a": {"href", "linktype", "id"}}  # the last two: how Wagtail keeps a link to a page
SCHEMES = {"http", "https", "mailto"}


def tidy(html: str) -> str:
    """Return the HTML with what is allowed; text without any tag becomes paragraphs."""
    clean = nh3.clean(html or "", tags=TAGS, attributes=ATTRIBUTES, link_rel=None, url_schemes=SCHEMES).strip()
    if not clean or "<p" in clean or "<ul" in clean or "<ol" in clean:
        return clean
    return "".join(f"<p>{part.strip()}</p>" for part in clean.split("\n\n") if part.strip())
