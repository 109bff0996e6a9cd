"""The line at the foot of every page that says what the page costs."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from content.weight.measuring import Weight, weigh
from content.weight.words import kilobytes

# An element of our own: text of people is escaped, so nobody can write one.
PLACE = '<span data-weight=""></span>'


def placeholder() -> SafeString:
    """Return the empty place that `filled` fills."""
    return mark_safe(PLACE)  # noqa: S308 - a constant


def sentence(weight: Weight) -> SafeString:
    """Return a weight in words."""
    sizes = {
        "text": kilobytes(weight.text),
        "all": kilobytes(weight.text + weight.pictures),
        "first": kilobytes(weight.first_visit),
        "videos": ("≈\u00a0" if weight.is_about else "") + kilobytes(weight.videos),
    }
    parts = [
        _("This page: %(text)s, with pictures %(all)s; on a first visit %(first)s, with styles and icons.") % sizes
        if weight.pictures
        else _("This page: %(text)s; on a first visit %(first)s, with styles and icons.") % sizes
    ]
    if weight.videos:
        parts.append(_("Videos: %(videos)s, only if you open them.") % sizes)
    return format_html("<span>{}</span>", " ".join(parts))


def filled(html: str) -> str:
    """Return a page with its weight written where `placeholder` left room. The line itself is weighed too."""
    if PLACE not in html:
        return html
    first = html.replace(PLACE, sentence(weigh(html)))
    return html.replace(PLACE, sentence(weigh(first)))
