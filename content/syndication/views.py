"""Sitemap and robots."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from content.pages.addresses import address, content_code, full
from content.syndication.queries import Listed, listed_pages

HOUR = 3600


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the public pages with their other languages. No aliases: search machines are led to texts, not to stand-ins."""
    pages = [_entry(request, page) for page in listed_pages()]
    body = render_to_string("syndication/sitemap.xml", {"pages": [page for page in pages if page["url"]]})
    return HttpResponse(body, content_type="application/xml", headers={"Cache-Control": f"public, max-age={HOUR}"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Say what need not be fetched, and where the sitemap is."""
    paths = ["/admin/", "/api/", "/dev/", *(f"/{code}/{part}/" for code, _name in settings.LANGUAGES for part in ("account", "search"))]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in paths), f"Sitemap: {full(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8", headers={"Cache-Control": f"public, max-age={HOUR}"})


def _entry(request: HttpRequest, page: Listed) -> dict[str, object]:
    others = []
    for code, _name in settings.LANGUAGES:
        if url_path := page.others.get(content_code(code)):
            others.append((code, full(address(url_path, request, language=code))))
    own = address(page.url_path, request, language=page.language)
    return {"url": full(own) if own else "", "changed_at": page.changed_at, "others": others if len(others) > 1 else []}
