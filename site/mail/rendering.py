"""A mail's words from its templates, in the reader's language."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template
from django.utils import translation

from .unsubscribing import stop_url


@dataclass(frozen=True)
class Words:
    """The three texts of a mail."""

    subject: str
    text: str
    html: str


def rendered(*, template: str, context: dict[str, Any], to: str, kind: str, language: str, is_essential: bool) -> Words:
    """Render `<template>.txt`, whose first line is `Subject: …`, and `<template>.html` where there is one.

    Raises ValueError when the first line is not a subject. In the plain text nothing is escaped.
    """
    full = {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "site_url": settings.SITE_URL,
        "language": language,
        "kind": kind,
        "stop_url": "" if is_essential else stop_url(address=to, kind=kind, language=language),
        **context,
    }
    with translation.override(language):
        found: Any = get_template(f"{template}.txt")
        whole = found.template.render(Context(full, autoescape=False))
        first, _, text = whole.lstrip().partition("\n")
        if not first.startswith("Subject:"):
            raise ValueError(f"{template}.txt must begin with a line 'Subject: …'")
        subject = first.removeprefix("Subject:").strip()
        return Words(subject=subject, text=f"{text.strip()}\n", html=_html(template, {**full, "subject": subject}))


def _html(template: str, context: dict[str, Any]) -> str:
    try:
        found: Any = get_template(f"{template}.html")
    except TemplateDoesNotExist:
        return ""
    return found.template.render(Context(context))
