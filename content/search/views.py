"""The search page."""

from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from content.audience.rules import Reader
from content.pages.addresses import address, content_code
from content.search.analysis import STEMMERS
from content.search.excerpts import excerpt, marked
from content.search.forms import SearchForm
from content.search.queries import Match, Question, pages_about

PAGE_SIZE = 10


class Result(NamedTuple):
    """One page found, as it is shown."""

    url: str
    title: SafeString
    text: SafeString
    code: str  # the language of the page, where it is not the reader's
    key: str  # draws its cover


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Find pages in the reader's language, or in all. Nothing asked, nothing found and nonsense are all answered kindly."""
    form = SearchForm({**request.GET.dict(), "q": request.GET.get("q", "").replace("\0", " ")})
    is_all = form.is_valid() and form.cleaned_data["all"]
    here = content_code(get_language())
    others = tuple(code for code in STEMMERS if code != here)
    question = Question(form.cleaned_data["q"], (here, *others) if is_all else (here,))
    matches, is_partial = _find(question, request.user)
    matches.sort(key=lambda match: match.language != here)
    page = Paginator(matches, PAGE_SIZE).get_page(request.GET.get("page"))
    elsewhere = [] if is_all or not question.text else pages_about(Question(question.text, others), user=request.user)
    context: dict[str, Any] = {
        "form": form,
        "question": question.text,
        "is_all": is_all,
        "is_partial": is_partial,
        "total": len(matches),
        "page": page,
        "results": _results(request, list(page.object_list), question, here),
        "query": _query(question.text, is_all),
        "elsewhere": len(elsewhere),
        "elsewhere_query": _query(question.text, True),
    }
    response = TemplateResponse(request, "search/search.html", context)
    patch_cache_control(response, private=True)
    return response


def _find(question: Question, user: Reader) -> tuple[list[Match], bool]:
    """Return pages with all the words or, where there are none and more than one word was asked, with some of them."""
    matches = pages_about(question, user=user)
    if matches or max(map(len, question.stems.values()), default=0) < 2:
        return matches, False
    matches = pages_about(question, user=user, is_strict=False)
    return matches, bool(matches)


def _results(request: HttpRequest, matches: list[Match], question: Question, here: str) -> list[Result]:
    pages = Page.objects.select_related("search_text").in_bulk([match.page_id for match in matches])
    results = []
    for match in matches:
        if page := pages.get(match.page_id):
            stems = question.stems[match.language]
            text = excerpt(page.search_text.text, stems, match.language)
            code = match.language if match.language != here else ""
            title = marked(page.title, stems, match.language)
            results.append(Result(address(page.url_path, request), title, text, code, page.translation_key.hex))
    return results


def _query(text: str, is_all: bool) -> str:
    query = QueryDict(mutable=True)
    query["q"] = text
    if is_all:
        query["all"] = "on"
    return query.urlencode()
