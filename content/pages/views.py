"""Pages are served here: found by one question instead of two a level; what was unpublished is gone, not unknown."""

from typing import Any

from django.conf import settings
from django.db.models import Subquery
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail import views as wagtail_views
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from content.generation.models import Generation
from content.generation.queries import note_generation
from content.pages.addresses import address, content_code, full, home_of, root_of, roots
from content.pages.models import BasePage
from content.pages.queries import provenance, renderings, row_here, rows, text_language, trail
from content.pages.renderings import source_of
from content.pages.speech import language_name


def page_route(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at this path. 410 for one that was unpublished; raises Http404 for one that never was."""
    if len({root.site_id for root in roots(request)}) == 1:
        _find(request, path)
    try:
        return wagtail_views.serve(request, path)
    except Http404:
        if answer := _moved(request, path):
            return answer
        if _was_here(request, path) and not get_redirect(request, Redirect.normalise_path(request.path)):
            return render(request, "410.html", status=410)
        raise


def _find(request: HttpRequest, path: str) -> None:
    """Hand Wagtail the live page whose address is exactly this; whatever else it routes in its own way."""
    number = Subquery(Generation.objects.values("number")[:1])
    found = _at(request, path).filter(live=True).values_list("pk", "content_type_id", number).first()
    if found is None:
        return
    note_generation(request, found[2])
    model = Page(content_type_id=found[1]).specific_class
    page = model.objects.select_related("locale").filter(pk=found[0]).first() if model else None
    if page is not None:
        request._wagtail_route_for_request = page.route(request, []) or RouteResult(page)  # type: ignore[attr-defined]


def _at(request: HttpRequest, path: str) -> Any:
    """Return the pages at this path in the tree of the language that is being read."""
    root = root_of(get_language() or "", request)
    url_path = f"{root}{path}"
    names = [name for name in url_path.split("/") if name]
    if not root:
        return Page.objects.none()
    return Page.objects.filter(slug=names[-1], depth=len(names) + 1, url_path=url_path)  # the slug has an index, the whole has none


def _was_here(request: HttpRequest, path: str) -> bool:
    """Return whether something was published here once and is no longer."""
    return _at(request, path).filter(live=False, first_published_at__isnull=False).exists()


def _moved(request: HttpRequest, path: str) -> HttpResponse | None:
    """Where languages read the same pages, follow the redirect kept under another's address: an editor's own language names it."""
    language = get_language() or ""
    for code, _name in settings.LANGUAGES:
        if code == language or content_code(code) != content_code(language):
            continue
        redirect = get_redirect(request, Redirect.normalise_path(f"{home_of(code)}{path}"))
        if redirect is not None and redirect.redirect_page is not None:
            return HttpResponsePermanentRedirect(address(redirect.redirect_page.url_path, request))
    return None


def tell_of_languages(request: HttpRequest, page: BasePage) -> dict[str, Any]:
    """Return what templates show of a page's languages and provenance, and what lies above it (hook `page_context`)."""
    if not page.pk or page.depth is None:
        return {}
    request.page_shown = page  # type: ignore[attr-defined]
    held = renderings(page, request)
    code = text_language(page)
    here = content_code(get_language())
    return {
        "held": held,
        "alternates": [(item.code, full(item.url)) for item in held if item.is_held] if not page.alias_of_id else [],
        "canonical": full(_canonical(request, page)),
        "text_language": code if code != here else "",
        "untranslated": language_name(code) if page.alias_of_id else "",
        "others": [item for item in held if item.is_held and content_code(item.code) not in (code, here)] if page.alias_of_id else [],
        "provenance": (line := provenance(page)),
        "original_name": language_name(line.original),
        "trail": trail(page, request),
    }


def _canonical(request: HttpRequest, page: Page) -> str:
    """Return the address under which search engines should know this text: an alias's is its source's."""
    source = source_of(row_here(page), rows(page))
    return address(source.url_path, request)
