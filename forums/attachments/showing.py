"""What a post shows of its files: drawn once, when they come or go. No word in it, so it is right in every language."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from forums.attachments.models import Attachment, Kind


def address(attachment: Attachment) -> str:
    """Return where a file is handed out, the same in every language."""
    return reverse("attachment", args=[attachment.uid, attachment.extension])


def drawn(attachments: Iterable[Attachment]) -> SafeString:
    """Return pictures and links; nothing for no files."""
    held = list(attachments)
    return format_html_join("", "{}", ((_picture(item) if item.kind == Kind.PICTURE else _document(item),) for item in held))


def _picture(item: Attachment) -> SafeString:
    html = '<p class="attached"><a href="{0}"><img src="{0}?small=1" alt="{1}" width="{2}" height="{3}" loading="lazy"></a></p>'
    return format_html(html, address(item), item.alt, item.width, item.height)


def _document(item: Attachment) -> SafeString:
    html = '<p class="attached"><a href="{}" download rel="nofollow"><bdi>{}</bdi></a> <small class="soft">{}</small></p>'
    return format_html(html, address(item), item.name, _size(item.size))


def _size(size: int) -> str:
    """Return a size in kB or MB, with a point-free number, as every language writes it."""
    return f"{max(round(size / 1000), 1)} kB" if size < 1_000_000 else f"{round(size / 1_000_000)} MB"
